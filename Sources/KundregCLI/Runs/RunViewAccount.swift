import CustomerModel
import Differ
import Runs
import Texts

/// One run with what it came to and the customers it changed, for people and for programs.
struct RunViewAccount {
  private let view: RunView
  private let labels: [String: String]

  /// - Parameter labels: what people call the accounting systems, by their names in the configuration.
  init(_ view: RunView, labels: [String: String]) {
    self.view = view
    self.labels = labels
  }

  func write(as format: GlobalOptions.Format) {
    let full = RunTable.full([view.run])
    switch format {
    case .table: writeText(full)
    case .csv: full.write(as: .csv)
    case .json: Output.write(view.json { $0.worded })
    }
  }

  /// Who did what and when; what it came to, as it was told then; the changes; and how to take it back.
  private func writeText(_ table: TextTable) {
    Output.write(table.text(ofRow: 0, heading: ColumnTexts.ofTheRun, in: Output.language))
    Output.line()
    switch view.outcome {
    case .ofImport(let outcome, list: let list):
      ImportAccount(outcome, plan: nil, into: list, isKept: true).write(as: .table, after: nil)
    case .ofSync(let outcome, isWhole: let isWhole):
      let label = labels[outcome.erp] ?? outcome.erp
      SyncAccount(outcome, label: label, isSummary: true, isFirst: true, isWhole: isWhole).write(as: .table)
    case .other(let outcome): RunAccount(outcome).write(as: .table)
    }
    for change in view.changes {
      Output.write("\n\(RunTexts.change(change.action.label, change.toldNumber)[Output.language])\n")
      for field in change.fields { Output.write("    \(ChangeListing.line(field)[Output.language])\n") }
    }
    if view.canBeTakenBack {
      Output.line()
      Output.line(Remedy.undo(run: view.run.id).worded)
    }
  }
}
