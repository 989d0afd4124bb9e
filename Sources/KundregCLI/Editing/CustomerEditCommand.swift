import ArgumentParser
import Runs

/// `kundreg customer edit NUMBER FIELD=VALUE…`
struct CustomerEditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Change fields of a customer, by the rules of an import.",
    discussion: """
      FIELD= clears a field. A set is replaced (tags=A;B), added to (tags+=A) or taken from (tags-=A).

      EXAMPLE
        kundreg customer edit 1001 email=info@example.se website= "contactPersons[0].email=eva@example.se" tags+=VIP
      """)

  @Argument(help: "The customer number.")
  var number: String
  @Argument(help: FieldArguments.help)
  var values: [String]
  @Flag(help: "Show what would change, and write nothing.")
  var dryRun = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let listing = dryRun ? ChangeListing(format: global.reportFormat) : nil
    let outcome = try global.editor().set(
      .numbers([number]), FieldArguments.assignments(values), command: "customer edit \(number)", isDryRun: dryRun,
      changes: listing)
    EditAccount(outcome).write(as: global.reportFormat, after: listing)
  }
}
