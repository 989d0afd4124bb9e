import CustomerModel
import Differ
import Runs
import Texts
import Writers

/// The changes of a dry run on standard output, as they are found.
final class ChangeListing: ChangeReader {
  private let format: GlobalOptions.Format
  private var count = 0

  init(format: GlobalOptions.Format) { self.format = format }

  func add(_ change: ShownChange) {
    switch format {
    case .table: addText(change)
    case .csv: addRows(change)
    case .json:
      Output.write(count == 0 ? "{\"changes\": [\n" : ",\n")
      Output.json(change.node, pretty: false, masked: false)
    }
    count += 1
  }

  /// Ends the list. In JSON the summary's members follow in the same object.
  func finish() {
    guard format == .json else { return }
    Output.write(count == 0 ? "{\"changes\": [],\n" : "],\n")
  }

  /// Ends the output when the run failed, so that what was written is not mistaken for a whole document.
  func abandon() {
    if format == .json, count > 0 { Output.line() }
  }

  private func addText(_ change: ShownChange) {
    let name = change.fields.first { $0.path.field == .customerName }?.new
    let action = change.action.label
    let told =
      name.map { RunTexts.change(action, change.number, name: $0) } ?? RunTexts.change(action, change.toldNumber)
    Output.write("\(told[Output.language])\n")
    for field in change.fields where change.action != .create || field.new != "0" {
      let told =
        change.action == .create
        ? RunTexts.value(field.path.columnHeading, Self.shown(field.new, field.path)) : Self.line(field)
      Output.write("    \(told[Output.language])\n")
    }
  }

  private func addRows(_ change: ShownChange) {
    let rows = change.fields.map { field in
      [
        change.number, change.action.rawValue, field.path.description,
        field.old.map { Self.shown($0, field.path).english } ?? "",
        field.new.map { Self.shown($0, field.path).english } ?? "",
      ]
    }
    if count == 0 { Output.write(TextTable.csv([["number", "action", "field", "old", "new"]])) }
    Output.write(TextTable.csv(rows))
  }

  static func line(_ field: ShownChange.Field) -> Text {
    let terminal = Output.terminal
    return RunTexts.value(
      field.path.columnHeading, Emphasis.old.applied(to: shown(field.old, field.path), on: terminal),
      to: Emphasis.new.applied(to: shown(field.new, field.path), on: terminal))
  }

  /// A value that is masked already, as people read it.
  static func shown(_ value: String?, _ path: FieldPath) -> Text { ShownValue.masked.words(value, at: path) }
}
