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
    let parts = [
      ("created", counts.created), ("updated", counts.updated), ("reactivated", counts.reactivated),
      ("inactivated", counts.inactivated), ("deleted", counts.deleted),
    ]
    switch format {
    case .table:
      let told = parts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
      Output.line(
        "Run \(outcome.run), of \(outcome.source): \(told.isEmpty ? "nothing to change" : told)",
        paths: outcome.isOfFile ? [outcome.source] : [])
      if !outcome.addedCustomFields.isEmpty {
        Output.line(
          ImportAccountTexts.addedCustomFields(ImportAccount.list(outcome.addedCustomFields))[Output.language])
      }
      if !outcome.skipped.isEmpty {
        Output.line("Left out, since the plan no longer fits:")
        for skipped in outcome.skipped { Output.line("    \(skipped.message)") }
        let others = outcome.skippedCount - outcome.skipped.count
        if others > 0 {
          Output.line("    and \(others) other\(others == 1 ? "" : "s"): a new plan shows what there still is to do")
        }
      }
      if !outcome.left.isEmpty {
        Output.line(
          "Left as they are, since they or what they must agree with changed again, another has their number, or their data was removed:"
        )
        for left in outcome.left {
          Output.line("    \(left.number) \(left.path): \(ChangeListing.shown(left.found, left.path))")
        }
      }
    case .csv: Output.write(TextTable.csv([["run"] + parts.map(\.0), ["\(outcome.run)"] + parts.map { "\($0.1)" }]))
    case .json: Output.json(outcome.node, masked: false)
    }
  }
}
