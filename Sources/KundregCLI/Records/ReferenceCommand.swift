import ArgumentParser
import CustomerModel
import Runs

/// `kundreg customer reference …`
struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: "A customer's references to orders, error reports and quotations.",
    discussion: """
      EXAMPLE
        kundreg customer reference add 1001 order 5001 --date 2026-11-24 --title "Service av port"
        kundreg customer reference list 1001 --sort status
      """,
    subcommands: [Add.self, Edit.self, Remove.self, List.self])

  /// What a reference refers to.
  struct Key: ParsableArguments {
    @Argument(help: "The customer number.") var number: String
    @Argument(help: "What it is: order, errorReport or quotation.") var kind: String
    @Argument(help: "The reference's own number.") var reference: String
  }

  /// What is said of a reference.
  struct Details: ParsableArguments {
    @Option(help: "Its day, as 2026-11-24.") var date: String?
    @Option(help: "How far it has come.") var status: String?
    @Option(help: "What it is about.") var title: String?
    @Option(help: "The number of the customer's facility.") var facility: String?
    @Option(help: "The cost center.") var costCenter: String?
    @Option(help: "The customer's own order number; an order takes the card's otherwise.") var orderNumber: String?
    @Option(help: "Who asked for it; saved on facility and customer where the register's settings say so.")
    var requester: String?
    @Option(help: "The requester's e-mail address.") var requesterEmail: String?
    @Option(help: "The requester's telephone number.") var requesterPhone: String?

    var values: [String: String] {
      givenValues([
        "date": date, "status": status, "title": title, "facility": facility, "costCenter": costCenter,
        "orderNumber": orderNumber, "requester": requester, "requesterEmail": requesterEmail,
        "requesterPhone": requesterPhone,
      ])
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Add a reference. An inactive customer takes none.",
      discussion: """
        EXAMPLE
          kundreg customer reference add 1001 order 5001 --date 2026-11-24 --status planerad --facility A1
        """)
    @OptionGroup var key: Key
    @OptionGroup var details: Details
    @OptionGroup var options: RecordEditOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let values = details.values.merging(["kind": key.kind, "number": key.reference]) { $1 }
      try options.perform("customer reference add \(key.number)", global) { session, _ in
        try session.addReference(values, to: key.number)
      }
    }
  }

  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "edit",
      abstract: "Change what is said of a reference; an empty value clears.",
      discussion: """
        EXAMPLE
          kundreg customer reference edit 1001 order 5001 --status klar
        """)
    @OptionGroup var key: Key
    @OptionGroup var details: Details
    @OptionGroup var options: RecordEditOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try options.perform("customer reference edit \(key.number)", global) { session, _ in
        try session.editReference([key.kind, key.reference], details.values, of: key.number)
      }
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Remove a reference.",
      discussion: """
        EXAMPLE
          kundreg customer reference remove 1001 order 5001
        """)
    @OptionGroup var key: Key
    @OptionGroup var options: RecordEditOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try options.perform("customer reference remove \(key.number)", global) { session, _ in
        try session.removeRecord([key.kind, key.reference], from: .references, of: key.number)
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "The customer's references, the newest first.",
      discussion: """
        EXAMPLE
          kundreg customer reference list 1001 --sort status
        """)
    @Argument(help: "The customer number.") var number: String
    @Option(help: ArgumentHelp("What to sort by; :desc turns the order.", valueName: "member[:desc]"))
    var sort = "date:desc"
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let order = try RecordTable.Order(sort)
      try RecordListing.write(.references, of: number, global, sort: order)
    }
  }
}
