import ArgumentParser

/// `kundreg customer …`
struct CustomerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "customer",
    abstract: "Customers: list and search, the card, the history, and every change by hand.",
    discussion: """
      EXAMPLE
        kundreg customer list storstad
        kundreg customer show 1001
      """,
    subcommands: [
      CustomerListCommand.self, CustomerLookupCommand.self, CustomerShowCommand.self, CustomerHistoryCommand.self,
      CustomerAddCommand.self, CustomerEditCommand.self, CustomerSetCommand.self, CustomerActivateCommand.self,
      CustomerInactivateCommand.self, CustomerAssignCommand.self, CustomerUnassignCommand.self,
      CustomerDeleteCommand.self,
      DocumentCommand.self, FacilityCommand.self, ReferenceCommand.self, ArticleCommand.self, CustomerUserCommand.self,
      CustomerRenumberCommand.self, CustomerDuplicatesCommand.self, CustomerMergeCommand.self,
      CustomerForgetCommand.self, CustomerDiscloseCommand.self,
    ])
}
