import ArgumentParser
import ConfigurationFile
import CustomerModel
import Documents
import Runs
import Texts
import Writers

/// `kundreg customer merge FROM INTO`
struct CustomerMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Make one customer of two: the second keeps its number, the first is inactivated.",
    discussion: """
      INTO keeps everything it says and takes from FROM what it lacks. Contact persons, tags, articles and comments are \
      joined; references, documents, facilities, customer users and links with accounting systems move. `kundreg undo` \
      takes it back.

      EXAMPLE
        kundreg customer merge 1017 1001 --dry-run
        kundreg customer merge 1017 1001
      """)

  @Argument(help: "The customer that is merged and inactivated.")
  var from: String
  @Argument(help: "The customer that stays.")
  var into: String
  @Flag(help: "Show what would change; write nothing.")
  var dryRun = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let configuration = try global.configuration()
    let (register, actor) = try global.enter(configuration)
    let outcome = try MergeRun(isDryRun: dryRun, severities: configuration.rules)
      .perform(from, into: into, on: register, as: actor)
    switch global.reportFormat {
    case .json: Output.json(outcome.node, masked: false)
    case .csv, .table:
      let listing = ChangeListing(format: global.reportFormat)
      for change in outcome.changes { listing.add(change) }
      guard global.reportFormat == .table else { return }
      for system in outcome.movedLinks { Output.line(DuplicateAccountTexts.linkMoves(of: system, to: into)) }
      for note in outcome.notes { Output.line(ImportAccountTexts.note(note)) }
      Output.line(
        outcome.run.map { DuplicateAccountTexts.merged(from, into: into, run: $0) } ?? ImportAccountTexts.dryRun)
    }
  }
}
