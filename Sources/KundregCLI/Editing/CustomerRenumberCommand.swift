import ArgumentParser
import ConfigurationFile
import Runs
import Texts

/// `kundreg customer renumber OLD NEW`
struct CustomerRenumberCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "renumber",
    abstract: "Give a customer another number; for administrators.",
    discussion: """
      History, references and links with accounting systems stay with the customer. The old number stays reserved. \
      Accounting systems keep theirs: numbers are never synced.

      EXAMPLE
        kundreg customer renumber 1001 2001
      """)

  @Argument(help: "The present number.")
  var old: String
  @Argument(help: "The new number.")
  var new: String
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let configuration = try global.configuration()
    let (register, actor) = try global.enter(configuration)
    let outcome = try RenumberRun.perform(old, to: new, on: register, as: actor, severities: configuration.rules)
    for note in outcome.notes { Output.note(ImportAccountTexts.note(note)) }
    let run = outcome.run.map(String.init) ?? ""
    Output.result(
      outcome, CustomerTexts.renumbered(outcome.old, to: outcome.new, run: run), as: global.reportFormat)
  }
}
