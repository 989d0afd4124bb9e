import Rows
import Validation
import Writers

/// Knows the rows of a rejects file that were put there since another row had their number or meant their customer.
struct LaterRows {
  /// The source column with the reasons; nil in a file that is no rejects file.
  private let reasonsColumn: Int?

  init(_ source: ImportSource) { reasonsColumn = RejectsColumn.errors.index(in: source.header) }

  func contains(_ row: RowBatch.Row, of records: RecordBatch) -> Bool {
    guard let reasonsColumn, reasonsColumn < Int(row.cellCount) else { return false }
    let cell = records.rows.cells[Int(row.firstCell) + reasonsColumn]
    let reasons = cell.isMissing ? "" : String(decoding: records.rows.arena[cell.range], as: UTF8.self)
    return MatchFinding.laterRowCodes.contains { reasons.contains($0) }
  }
}
