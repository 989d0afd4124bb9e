import ArgumentParser
import CustomerModel
import Runs

/// `kundreg customer article …`
struct ArticleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "article",
    abstract: "The articles that a customer's services and work orders begin with.",
    discussion: """
      EXAMPLE
        kundreg customer article add 1001 T1 --list service --description Arbetstid --quantity 0 --unit h --time
        kundreg customer article list 1001 --list service
      """,
    subcommands: [Add.self, Edit.self, Remove.self, List.self])

  /// Which of the customer's two lists.
  enum ArticleList: String, WordOption {
    case service, workOrder

    var field: Field { self == .service ? .serviceArticles : .workOrderArticles }
  }

  /// What is said of an article, beside whether it is time.
  struct Details: ParsableArguments {
    @Option(help: "What it is.") var description: String?
    @Option(help: "How many, or how many hours.") var quantity: String?
    @Option(help: "What is counted, as st or h.") var unit: String?
    @Option(help: "The price of one.") var price: String?
    @Option(help: "The VAT percent of its row, where the register sets VAT for each row.") var vatPercent: String?

    var values: [String: String] {
      givenValues([
        "description": description, "quantity": quantity, "unit": unit, "price": price, "vatPercent": vatPercent,
      ])
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Add an article. A time article may stand with 0 hours.",
      discussion: """
        EXAMPLE
          kundreg customer article add 1001 B-12 --list workOrder --description Batteri --quantity 2 --unit st --price 149.50
        """)
    @Argument(help: "The customer number.") var number: String
    @Argument(help: "The article's number.") var article: String
    @Option(help: "The list: service or workOrder.") var list: ArticleList
    @OptionGroup var details: Details
    @Flag(help: "It is time.") var time = false
    @OptionGroup var options: RecordEditOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let values = details.values.merging(givenValues(["number": article, "isTime": time ? "1" : nil])) { $1 }
      try options.perform("customer article add \(number)", global) { session, _ in
        try session.addRecord(values, to: list.field, of: number)
      }
    }
  }

  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "edit",
      abstract: "Change what is said of an article; an empty value clears.",
      discussion: """
        EXAMPLE
          kundreg customer article edit 1001 B-12 --list workOrder --price 159
        """)
    @Argument(help: "The customer number.") var number: String
    @Argument(help: "The article's number.") var article: String
    @Option(help: "The list: service or workOrder.") var list: ArticleList
    @OptionGroup var details: Details
    @Flag(inversion: .prefixedNo, help: "Whether it is time.") var time: Bool?
    @OptionGroup var options: RecordEditOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let values = details.values.merging(givenValues(["isTime": time.map { $0 ? "1" : "" }])) { $1 }
      try options.perform("customer article edit \(number)", global) { session, _ in
        try session.editRecord([article], values, in: list.field, of: number)
      }
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Remove an article.",
      discussion: """
        EXAMPLE
          kundreg customer article remove 1001 B-12 --list workOrder
        """)
    @Argument(help: "The customer number.") var number: String
    @Argument(help: "The article's number.") var article: String
    @Option(help: "The list: service or workOrder.") var list: ArticleList
    @OptionGroup var options: RecordEditOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try options.perform("customer article remove \(number)", global) { session, _ in
        try session.removeRecord([article], from: list.field, of: number)
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "The articles of one list.",
      discussion: """
        EXAMPLE
          kundreg customer article list 1001 --list workOrder
        """)
    @Argument(help: "The customer number.") var number: String
    @Option(help: "The list: service or workOrder.") var list: ArticleList
    @OptionGroup var global: GlobalOptions

    func run() throws { try RecordListing.write(list.field, of: number, global) }
  }
}
