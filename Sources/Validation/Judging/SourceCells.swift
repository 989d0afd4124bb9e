import CustomerModel
import Rows

/// The cells of the source that a value at fault is made of: what a problem names, shows and marks.
struct SourceCells {
  /// The heading to name; of several cells that are filled those of all.
  let header: String
  /// The source column to mark; nil when the value came from none.
  let column: Int?
  /// The cell as it stood in the source; for a value made of several cells, the value.
  let value: String?
  /// True when no cell gives the value, but the mapping does: as a constant, or for blank cells.
  let isOfMapping: Bool
  /// True when no cell and nothing else gives a value: the table has no column for the field.
  let isLacking: Bool

  /// - Parameter headers: the source's headings.
  init(_ finding: RuleFinding, _ column: RecordColumn, _ batch: RecordBatch, headers: [String]) {
    let cells = column.sources.map { (column: $0, text: batch.rows.text(row: finding.row, column: $0)) }
    let filled = cells.filter { $0.text.map(Self.isFilled) ?? false }
    let made =
      finding.value.isPresent ? String(decoding: batch.rows.arena[finding.value.range], as: UTF8.self) : nil
    isOfMapping = column.isGivenByMapping && filled.isEmpty && made != nil
    isLacking = column.isLacking && made == nil
    // The members of records stand in columns of their own, and the list is named as a whole.
    let namesCells = cells.count > 1 && column.path.field.recordKind == nil
    let names = filled.compactMap { headers.indices.contains($0.column) ? headers[$0.column] : nil }
    header = namesCells && !names.isEmpty ? names.joined(separator: " + ") : column.header
    self.column = namesCells ? filled.first?.column ?? column.sources.first : column.sources.first
    let single = cells.count == 1 ? cells[0].text : filled.count == 1 && namesCells ? filled[0].text : nil
    value = isOfMapping ? made : single ?? made
  }

  private static func isFilled(_ text: String) -> Bool { !text.allSatisfy(\.isWhitespace) }
}
