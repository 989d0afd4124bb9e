import ArgumentParser
import Runs

/// `kundreg customer assign USER …`
struct CustomerAssignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign",
    abstract: "Assign customers to a user, who is told once, with the list.",
    discussion: """
      The customers are never told. `kundreg notifications` shows what the user is told.

      EXAMPLE
        kundreg customer assign anna 1001 1002
        kundreg customer assign anna --where invoiceAddress.city=Storstad --dry-run
      """)

  @Argument(help: "The user's name.")
  var user: String
  @Argument(help: "The customer numbers.")
  var numbers: [String] = []
  @OptionGroup var choice: ChoiceOptions
  @Flag(help: "Show what would change, and write nothing.")
  var dryRun = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try choice.change(numbers, isDryRun: dryRun, global) { editor, customers, changes in
      try editor.assign(user, to: customers, isDryRun: dryRun, changes: changes)
    }
  }
}

/// `kundreg customer unassign USER …`
struct CustomerUnassignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unassign",
    abstract: "Take customers from a user, who is told once, with the list.",
    discussion: """
      EXAMPLE
        kundreg customer unassign anna 1001 1002
      """)

  @Argument(help: "The user's name.")
  var user: String
  @Argument(help: "The customer numbers.")
  var numbers: [String] = []
  @OptionGroup var choice: ChoiceOptions
  @Flag(help: "Show what would change, and write nothing.")
  var dryRun = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try choice.change(numbers, isDryRun: dryRun, global) { editor, customers, changes in
      try editor.assign(user, to: customers, isRemoval: true, isDryRun: dryRun, changes: changes)
    }
  }
}
