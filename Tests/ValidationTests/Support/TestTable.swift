import CustomerModel
import Rows
import SwedishIdentity
import Validation

/// A batch as a reader and a mapper would hand it over, from field names and texts. The headings are the field names.
struct TestTable {
  /// In a cell: the source says that the field has no value.
  static let clear = "\u{0}clear"

  var fields: [String]
  var rows: [[String?]]
  var unknown = RecordColumn.UnknownPolicy.create

  /// The records; a `|` in a set's cell parts its elements.
  var batch: RecordBatch {
    var source = RowBatch()
    for (index, row) in rows.enumerated() {
      source.rows.append(RowBatch.Row(firstCell: source.cells.count, cellCount: row.count, position: index + 2))
      for text in row {
        let bytes = Array((text == Self.clear ? "-" : text ?? "").utf8)
        source.cells.append(RowBatch.Cell(start: source.arena.count, length: bytes.count))
        source.arena += bytes
      }
    }
    let columns = self.columns
    var values: [RecordBatch.Value] = []
    for (index, column) in columns.enumerated() {
      for row in rows {
        guard index < row.count, let text = row[index] else {
          values.append(.absent)
          continue
        }
        let bytes = Array((column.path.field.isSet ? Self.set(text) : text).utf8)
        values.append(text == Self.clear ? .clear : RecordBatch.Value(start: source.arena.count, length: bytes.count))
        source.arena += bytes
      }
    }
    var batch = RecordBatch(rows: source, columns: columns)
    batch.values = values
    return batch
  }

  var columns: [RecordColumn] {
    fields.enumerated().map { index, name in
      guard let path = FieldPath(name) else { preconditionFailure("no field \(name)") }
      return RecordColumn(path: path, sources: [index], header: name, unknown: unknown)
    }
  }

  private static func set(_ text: String) -> String {
    text.split(separator: "|").map { $0 + "\u{1F}" }.joined()
  }
}

/// A context of the test day, changed by the caller.
func context(_ change: (inout ValidationContext) -> Void = { _ in }) -> ValidationContext {
  var context = ValidationContext(
    settings: RegisterSettings(), today: CalendarDay(year: 2026, month: 11, day: 24))
  change(&context)
  return context
}

/// A context with these settings on.
func on(_ settings: Setting...) -> ValidationContext {
  context { for setting in settings { $0.settings[setting] = 1 } }
}

/// The batch after validation.
func validated(_ table: TestTable, _ context: ValidationContext = context()) throws -> RecordBatch {
  var batch = table.batch
  try Validator(context: context, columns: batch.columns, headers: table.fields).validate(&batch)
  return batch
}

/// The codes of what is wrong with one value.
func codes(_ field: String, _ value: String?, _ context: ValidationContext = context()) throws -> [String] {
  try validated(TestTable(fields: [field], rows: [[value]]), context).problems.map(\.problem.code)
}

/// The codes of what is wrong with the card that a row of these values would make. Number and name are given, so that only
/// what the test is about is found; the same is asked of the card itself, which must answer alike.
func cardCodes(_ values: [String: String], _ context: ValidationContext = context()) throws -> [String] {
  var all = values
  all["number"] = all["number"] ?? "1001"
  all["name"] = all["name"] ?? "Rör & Värme AB"
  let fields = all.keys.sorted()
  let batch = try validated(TestTable(fields: fields, rows: [fields.map { all[$0] }]), context)
  let ofRow = batch.provisional.map(\.problem.code)
  let ofCard = try Validator(context: context, columns: batch.columns, headers: fields)
    .validate(card: card(all), existing: nil).map(\.code)
  guard ofRow == ofCard else { return ["row: \(ofRow)", "card: \(ofCard)"] }
  return ofRow
}

/// A card of values by field name.
func card(_ values: [String: String]) -> CustomerCard {
  var card = CustomerCard()
  for (name, value) in values {
    guard let path = FieldPath(name) else { preconditionFailure("no field \(name)") }
    card[path] = value
  }
  return card
}
