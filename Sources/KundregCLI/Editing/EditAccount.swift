import ConfigurationFile
import CustomerModel
import Documents
import RegisterStore
import Runs
import Texts

/// What an edit did, or would do.
struct EditAccount {
  private let outcome: EditOutcome

  init(_ outcome: EditOutcome) { self.outcome = outcome }

  /// What became of customers: the name in CSV, the number, and the word for people.
  private var counts: [(key: String, part: CountTexts.Part)] {
    let counts = outcome.counts
    return [
      ("created", (counts.created, CountTexts.created)), ("updated", (counts.updated, CountTexts.updated)),
      ("reactivated", (counts.reactivated, CountTexts.reactivated)),
      ("inactivated", (counts.inactivated, CountTexts.inactivated)),
      ("deleted", (counts.deleted, CountTexts.deleted)), ("unchanged", (counts.unchanged, CountTexts.unchanged)),
    ]
  }

  /// - Parameter listing: the list of changes that was written before, in a dry run.
  func write(as format: GlobalOptions.Format, after listing: ChangeListing? = nil) {
    listing?.finish()
    switch format {
    case .table: writeText(hasListing: listing != nil)
    case .csv where listing != nil: break
    case .csv:
      let known = [("run", outcome.run.map(String.init) ?? ""), ("number", outcome.added ?? "")]
      let cells = known.filter { !$0.1.isEmpty } + counts.map { ($0.key, String($0.part.count)) }
      Output.write(TextTable.csv([cells.map(\.0), cells.map(\.1)]))
    case .json:
      var bytes: [UInt8] = []
      outcome.node.write(to: &bytes, indent: 0)
      // After a list of changes the members go on in the object that the list began.
      Output.write(listing == nil ? bytes : Array(bytes.dropFirst()))
      Output.line()
    }
  }

  private func writeText(hasListing: Bool) {
    if hasListing, outcome.counts.rows > outcome.counts.unchanged { Output.line() }
    let told = CountTexts.list(counts.map(\.part))
    Output.line(
      outcome.added.map { CustomerTexts.added($0, told) } ?? (told.isEmpty ? CustomerTexts.nobodyMeant : told))
    for (number, problem) in outcome.warnings { Output.line(CustomerTexts.warning(problem, of: number)) }
    let more = outcome.counts.warnings - outcome.warnings.count
    if more > 0 { Output.line(CustomerTexts.moreWarnings(more)) }
    Output.line(
      outcome.run.map { CustomerTexts.run($0, canBeTakenBack: outcome.canBeTakenBack) } ?? ImportAccountTexts.dryRun)
  }
}

extension GlobalOptions {
  /// What changes customers by hand, with the configuration's severities.
  func editor() throws -> CustomerEditor {
    let configuration = try configuration()
    let (register, actor) = try enter(configuration)
    return CustomerEditor(register, as: actor, severities: configuration.rules)
  }
}
