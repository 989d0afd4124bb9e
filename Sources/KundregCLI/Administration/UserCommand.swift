import ArgumentParser
import CustomerModel
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
    subcommands: [List.self, Add.self, Grant.self, Revoke.self, UserPasswordCommand.self, Remove.self],
    defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "The registered users and their permissions.",
      discussion: """
        EXAMPLE
          kundreg user list
        """)
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let (register, actor) = try global.enter()
      let users = try UserAdministration(register, as: actor).users()
      var table = TextTable(["name", "permissions"])
      for user in users {
        table.append([user.name, user.permissions.map(\.rawValue).sorted().joined(separator: ", ")])
      }
      table.write(as: global.reportFormat)
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Register a user. Takes an administrator.",
      discussion: """
        From the first user on, --as takes only registered users. Permissions: view, viewAssigned, edit, editAssigned,
        create, delete, upload, createCustomerUsers, changeCustomerUserRights, deleteCustomerUsers, assign,
        deleteUploadedFiles, and administrator, who may do everything.

        EXAMPLE
          kundreg user add anna --grant view --grant edit
        """)
    @Argument(help: "The user's name.")
    var name: String
    @Option(name: .customLong("grant"), parsing: .singleValue, help: "A permission; may be given several times.")
    var permissions: [Permission] = []
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let (register, actor) = try global.enter()
      try UserAdministration(register, as: actor).add(name, Set(permissions))
      let granted = permissions.map(\.rawValue).sorted().joined(separator: ", ")
      Output.done(
        RegisterCommandTexts.registered(name, with: granted),
        ["name": name, "permissions": granted], as: global.reportFormat)
    }
  }

  struct Grant: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "grant",
      abstract: "Give a user more permissions. Takes an administrator.",
      discussion: """
        EXAMPLE
          kundreg user grant anna edit assign
        """)
    @Argument(help: "The user's name.")
    var name: String
    @Argument(help: "The permissions.")
    var permissions: [Permission]
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let (register, actor) = try global.enter()
      let all = try UserAdministration(register, as: actor).grant(name, Set(permissions))
      UserCommand.tell(name, all, global)
    }
  }

  struct Revoke: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "revoke",
      abstract: "Take permissions from a user. Takes an administrator.",
      discussion: """
        EXAMPLE
          kundreg user revoke anna assign
        """)
    @Argument(help: "The user's name.")
    var name: String
    @Argument(help: "The permissions.")
    var permissions: [Permission]
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let (register, actor) = try global.enter()
      let all = try UserAdministration(register, as: actor).revoke(name, Set(permissions))
      UserCommand.tell(name, all, global)
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Take a user off the register. Takes an administrator.",
      discussion: """
        What the user did stays in the history, and customers stay assigned to the name.

        EXAMPLE
          kundreg user remove anna
        """)
    @Argument(help: "The user's name.")
    var name: String
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let (register, actor) = try global.enter()
      let customers = try UserAdministration(register, as: actor).remove(name)
      let condition = FilterCondition.text("assigned", equals: name)
      Output.done(
        RegisterCommandTexts.removedUser(
          name, customers: customers,
          takenAwayBy:
            "kundreg customer unassign \(ShellWord.quoted(name)) --all --where \(ShellWord.quoted(condition))"),
        ["name": name, "customers": "\(customers)"],
        as: global.reportFormat)
    }
  }

  private static func tell(_ name: String, _ permissions: Set<Permission>, _ global: GlobalOptions) {
    let shown = permissions.map(\.rawValue).sorted().joined(separator: ", ")
    Output.done(
      RegisterCommandTexts.has(name, shown), ["name": name, "permissions": shown],
      as: global.reportFormat)
  }
}

extension Permission: WordOption {}
