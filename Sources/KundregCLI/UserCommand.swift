import ArgumentParser
import CustomerModel
import RegisterStore
import Runs

/// `kundreg user …`
struct UserCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user",
    abstract: "The register's users and what they may do.",
    discussion: """
      EXAMPLE
        kundreg user add anna --grant administrator
        kundreg user list
      """,
    subcommands: [List.self, Add.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The registered users and their permissions.",
      discussion: """
        EXAMPLE
          kundreg user list
        """)
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let users = try global.openRegister().read { register in
        try global.actor.require(.administrator, in: register, to: "see the users")
        return try register.users()
      }
      var table = TextTable(["name", "permissions"])
      for user in users {
        table.append([user.name, user.permissions.map(\.rawValue).sorted().joined(separator: ", ")])
      }
      table.write(as: global.reportFormat)
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Register a user. Takes an administrator.",
      discussion: """
        From the first user on, --as takes only registered users.

        EXAMPLE
          kundreg user add anna --grant view --grant edit
        """)
    @Argument(help: "The user's name.")
    var name: String
    @Option(name: .customLong("grant"), parsing: .singleValue, help: "A permission; may be given several times.")
    var permissions: [Permission] = []
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try global.openRegister().write { register in
        try global.actor.require(.administrator, in: register, to: "register users")
        guard try register.permissions(ofUser: name) == nil else {
          throw KundregError(.failed, code: "user.exists", "\(name) is registered already.")
        }
        try register.register(user: name, permissions: Set(permissions))
      }
      let granted = permissions.map(\.rawValue).sorted().joined(separator: ", ")
      Output.done(
        "Registered \(name) with \(granted.isEmpty ? "no permissions" : granted).",
        ["name": name, "permissions": granted], as: global.reportFormat)
    }
  }
}

extension Permission: ExpressibleByArgument {}
