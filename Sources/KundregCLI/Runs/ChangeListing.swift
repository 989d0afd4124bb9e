import CustomerModel
import Differ
import Runs
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
    Output.write("\(change.action.rawValue) \(change.number)\(name.map { " \($0)" } ?? "")\n")
    for field in change.fields where change.action != .create || field.new != "0" {
      let told = change.action == .create ? "\(field.path): \(Self.shown(field.new, field.path))" : Self.line(field)
      Output.write("    \(told)\n")
    }
  }

  private func addRows(_ change: ShownChange) {
    let rows = change.fields.map { field in
      [
        change.number, change.action.rawValue, field.path.description,
        field.old.map { Self.shown($0, field.path) } ?? "", field.new.map { Self.shown($0, field.path) } ?? "",
      ]
    }
    if count == 0 { Output.write(TextTable.csv([["number", "action", "field", "old", "new"]])) }
    Output.write(TextTable.csv(rows))
  }

  /// `phone: 08-465 004 02 → 08-465 004 99`
  static func line(_ field: ShownChange.Field) -> String {
    "\(field.path): \(shown(field.old, field.path)) → \(shown(field.new, field.path))"
  }

  /// A value that is masked already, as people read it.
  static func shown(_ value: String?, _ path: FieldPath) -> String { ShownValue.masked.words(value, at: path) }
}
