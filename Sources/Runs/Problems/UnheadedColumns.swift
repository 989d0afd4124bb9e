import CustomerModel
import Mapping
import Rows
import Validation
import Writers

/// Counts the rows that have a value under no heading: in a column between others, or in a sheet right of the last heading.
///
/// No field takes such values, so each column is named once.
struct UnheadedColumns {
  private struct Column: Hashable {
    let sheet: Int
    /// Among those of the whole input.
    let column: Int
  }

  private let source: ImportSource
  /// The columns of the header that have no heading.
  private let blank: [Int]
  /// Where the header ends, if what stands beyond it is no fault of the row.
  private let end: Int?
  /// The column of the reasons in a text of rejected rows, which may have such values where their sheet had them.
  private let reasonsColumn: Int?
  private var found: [Column: (count: Int, first: Int)] = [:]

  init(_ source: ImportSource) {
    self.source = source
    blank = source.header.indices.filter { HeaderKey.of(source.header[$0]).isEmpty }
    reasonsColumn = source.format != .workbook ? RejectsColumn.errors.index(in: source.header) : nil
    end = source.format == .workbook || reasonsColumn != nil ? source.header.count : nil
  }

  /// Looks at all rows of a batch, those that are known too.
  mutating func add(_ batch: ImportBatch) {
    guard end != nil || !blank.isEmpty else { return }
    let rows = batch.records.rows
    for row in rows.rows where mayHold(row) { add(row, of: rows) }
    for known in batch.known where mayHold(known.row) { add(known.row, of: rows) }
  }

  @inline(__always)
  private func mayHold(_ row: RowBatch.Row) -> Bool { !blank.isEmpty || Int(row.cellCount) > end ?? .max }

  private mutating func add(_ row: RowBatch.Row, of rows: RowBatch) {
    let count = Int(row.cellCount)
    for column in blank where column < count { add(column, row, rows) }
    if let end, count > end, isOfSheet(row, rows) {
      for column in end..<count { add(column, row, rows) }
    }
  }

  private func isOfSheet(_ row: RowBatch.Row, _ rows: RowBatch) -> Bool {
    guard let reasonsColumn else { return true }
    let cell = rows.cells[Int(row.firstCell) + reasonsColumn]
    return !cell.isMissing && RejectedReasons.areOfSheet(String(decoding: rows.arena[cell.range], as: UTF8.self))
  }

  private mutating func add(_ column: Int, _ row: RowBatch.Row, _ rows: RowBatch) {
    let cell = rows.cells[Int(row.firstCell) + column]
    guard !cell.isMissing, cell.length > 0, rows.arena[cell.range].contains(where: { $0 > 0x20 }) else { return }
    let place = source.place(of: row.position).row
    let former = found[Column(sheet: rows.table, column: column)]
    found[Column(sheet: rows.table, column: column)] = ((former?.count ?? 0) + 1, min(former?.first ?? place, place))
  }

  /// One notice for each column that holds something, sheet by sheet.
  func notices(_ validator: Validator) -> [Problem] {
    found.sorted { ($0.key.sheet, $0.key.column) < ($1.key.sheet, $1.key.column) }.compactMap { column, rows in
      let sheet = source.sheets[column.sheet]
      let own = sheet.ownColumn(column.column, width: source.header.count) ?? column.column
      let name = source.format == .workbook ? ColumnName.letters(own) : String(own + 1)
      return validator.notice(
        ofUnheaded: name, sheet: source.sheets.count > 1 ? sheet.name : nil, rows: rows)
    }
  }
}
