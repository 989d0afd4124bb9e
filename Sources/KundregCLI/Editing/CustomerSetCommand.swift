import ArgumentParser
import CustomerModel
import Runs

/// `kundreg customer set (--where …|--filter NAME|NUMBER…) FIELD=VALUE…`
struct CustomerSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Change many customers at once: one run, one undo, no limit on how many.",
    discussion: """
      All customers that are meant change, or none. Look first with --dry-run: it shows every change, field by field.

      EXAMPLE
        kundreg customer set --where invoiceAddress.city=Storstad tags+=Norr costCenter=100 --dry-run
        kundreg customer set 1001 1002 1003 language=en
      """)

  @OptionGroup var choice: ChoiceOptions
  @Argument(
    help: "Customer numbers, and what to set: FIELD=VALUE; FIELD= clears; tags+=A;B and tags-=A;B change a set.")
  var words: [String]
  @Flag(help: "Show what would change, and write nothing.")
  var dryRun = false
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if !words.contains(where: FieldArguments.isAssignment) {
      throw ValidationError(OptionTexts.nothingToSet)
    }
  }

  func run() throws {
    let values = try FieldArguments.assignments(words.filter(FieldArguments.isAssignment))
    let numbers = words.filter { !FieldArguments.isAssignment($0) }
    try choice.change(numbers, isDryRun: dryRun, global) { editor, customers, changes in
      try editor.set(
        customers, values, command: "customer set \(values.map(\.path.description).joined(separator: " "))",
        isDryRun: dryRun, changes: changes)
    }
  }
}
