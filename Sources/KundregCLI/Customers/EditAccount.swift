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

  private var counts: [(String, Int)] {
    let counts = outcome.counts
    return [
      ("created", counts.created), ("updated", counts.updated), ("reactivated", counts.reactivated),
      ("inactivated", counts.inactivated), ("deleted", counts.deleted), ("unchanged", counts.unchanged),
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
      let cells = known.filter { !$0.1.isEmpty } + counts.map { ($0.0, String($0.1)) }
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
    let told = counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
    let what =
      outcome.added.map { "Customer \($0): \(told)" } ?? (told.isEmpty ? "No customer is meant: nothing to do" : told)
    Output.line(what)
    for (number, problem) in outcome.warnings {
      let shown = Text(
        en: "Warning \(problem.code), customer \(number): \(problem.text.english)",
        sv: "Varning \(problem.code), kund \(number): \(problem.text.swedish)")
      Output.line(shown[Output.language])
    }
    let more = outcome.counts.warnings - outcome.warnings.count
    if more > 0 { Output.line("… and \(more.counted("more warning"))") }
    if let run = outcome.run {
      Output.line("Run \(run).\(outcome.canBeTakenBack ? " Take it back with: kundreg undo \(run)" : "")")
    } else {
      Output.line("Dry run: nothing was written.")
    }
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
