import CustomerModel
import Differ
import Documents
import RegisterStore
import Runs
import Texts
import Writers

/// What an apply or an undo did.
struct RunAccount {
  private let outcome: RunOutcome
  init(_ outcome: RunOutcome) { self.outcome = outcome }

  func write(as format: GlobalOptions.Format) {
    let counts = outcome.counts
    let parts: [(key: String, part: CountTexts.Part)] = [
      ("created", (counts.created, CountTexts.created)), ("updated", (counts.updated, CountTexts.updated)),
      ("reactivated", (counts.reactivated, CountTexts.reactivated)),
      ("inactivated", (counts.inactivated, CountTexts.inactivated)), ("deleted", (counts.deleted, CountTexts.deleted)),
    ]
    switch format {
    case .table: writeText(CountTexts.list(parts.map(\.part)))
    case .csv:
      Output.write(TextTable.csv([["run"] + parts.map(\.key), ["\(outcome.run)"] + parts.map { "\($0.part.count)" }]))
    case .json: Output.json(outcome.node, masked: false)
    }
  }

  private func writeText(_ counts: Text) {
    Output.line(
      RunTexts.done(outcome.run, of: outcome.toldSource, counts), paths: outcome.isOfFile ? [outcome.source] : [])
    if !outcome.addedCustomFields.isEmpty {
      Output.line(ImportAccountTexts.addedCustomFields(ImportAccount.list(outcome.addedCustomFields)))
    }
    if !outcome.skipped.isEmpty {
      Output.line(RunTexts.skipped)
      for skipped in outcome.skipped { Output.line("    \(skipped.text[Output.language])") }
      let others = outcome.skippedCount - outcome.skipped.count
      if others > 0 { Output.line("    \(RunTexts.moreSkipped(others)[Output.language])") }
    }
    if !outcome.left.isEmpty {
      Output.line(RunTexts.left)
      for left in outcome.left {
        let found = RunTexts.value(left.path.columnHeading, ChangeListing.shown(left.found, left.path))
        Output.line("    \(left.number) \(found[Output.language])")
      }
    }
  }
}
