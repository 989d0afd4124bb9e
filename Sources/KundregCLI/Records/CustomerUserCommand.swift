import ArgumentParser
import CustomerModel
import Runs

/// `kundreg customer user …`
struct CustomerUserCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user",
    abstract: "The customer's own users. No password is kept here: an invitation is queued.",
    discussion: """
      EXAMPLE
        kundreg customer user add 1001 eva eva@example.se --name "Eva Ek" --rights view,reportErrors
        kundreg customer user list 1001
      """,
    subcommands: [Add.self, Invite.self, Rights.self, Remove.self, List.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Add a user and queue the invitation.",
      discussion: """
        EXAMPLE
          kundreg customer user add 1001 eva eva@example.se --rights view,reportErrors
        """)
    @Argument(help: "The customer number.") var number: String
    @Argument(help: "What the user logs in as; no other user of the register's customers may have it.") var login:
      String
    @Argument(help: "Where the invitation goes.") var email: String
    @Option(help: "The user's name.") var name: String?
    @Option(help: "Of view, reportErrors, approveQuotations, administrate; commas between.") var rights: String?
    @OptionGroup var options: RecordEditOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let values = givenValues(["login": login, "email": email, "name": name, "rights": rights])
      try options.perform("customer user add \(number)", global) { session, _ in
        try session.addCustomerUser(values, to: number)
      }
    }
  }

  struct Invite: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "invite",
      abstract: "Queue an invitation once more, or of a user that an import brought.",
      discussion: """
        EXAMPLE
          kundreg customer user invite 1001 eva
        """)
    @Argument(help: "The customer number.") var number: String
    @Argument(help: "The user's login.") var login: String
    @OptionGroup var options: RecordEditOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try options.perform("customer user invite \(number)", global) { session, _ in
        try session.invite(customerUser: login, of: number)
      }
      if global.reportFormat == .table, !options.dryRun { Output.line(RecordCommandTexts.invited(login)) }
    }
  }

  struct Rights: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rights",
      abstract: "Set what a user may do, instead of what it may now.",
      discussion: """
        EXAMPLE
          kundreg customer user rights 1001 eva view,approveQuotations
        """)
    @Argument(help: "The customer number.") var number: String
    @Argument(help: "The user's login.") var login: String
    @Argument(help: "The rights, commas between; an empty text for none.") var rights: String
    @OptionGroup var options: RecordEditOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try options.perform("customer user rights \(number)", global) { session, _ in
        try session.changeRights(ofCustomerUser: login, to: rights, of: number)
      }
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Remove a user.",
      discussion: """
        EXAMPLE
          kundreg customer user remove 1001 eva
        """)
    @Argument(help: "The customer number.") var number: String
    @Argument(help: "The user's login.") var login: String
    @OptionGroup var options: RecordEditOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try options.perform("customer user remove \(number)", global) { session, _ in
        try session.removeCustomerUser(login, of: number)
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "The customer's users.",
      discussion: """
        EXAMPLE
          kundreg customer user list 1001
        """)
    @Argument(help: "The customer number.") var number: String
    @OptionGroup var global: GlobalOptions

    func run() throws { try RecordListing.write(.customerUsers, of: number, global) }
  }
}
