import ArgumentParser

/// `kundreg customer …`
struct CustomerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "customer",
    abstract: "Look at customers: list and search, the card, the history.",
    discussion: """
      EXAMPLE
        kundreg customer list storstad
        kundreg customer show 1001
      """,
    subcommands: [CustomerListCommand.self, CustomerShowCommand.self, CustomerHistoryCommand.self])
}
