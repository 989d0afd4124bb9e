import CustomerModel
import Mapping
import Rows
import Validation
import Writers

/// Counts the rows of a file of records that have a value under no heading, as ``UnheadedColumns`` does for customers.
struct UnheadedRecordColumns {
  private let format: SourceFormat
  /// The columns of the header that have no heading.
  private let blank: [Int]
  private let width: Int
  private let reasonsColumn: Int?
  private var found: [Int: (count: Int, first: Int)] = [:]

  init(_ header: RecordFileHeader, format: SourceFormat) {
    self.format = format
    blank = header.names.indices.filter { HeaderKey.of(header.names[$0]).isEmpty }
    width = header.names.count
    reasonsColumn = RejectsColumn.errors.index(in: header.names)
  }

  mutating func add(_ row: RecordFileRow) {
    for column in blank { add(column, row) }
    // A row of a text that is longer than its header is torn, unless it comes from a sheet.
    let mayBeLonger =
      format == .workbook || reasonsColumn.map { RejectedReasons.areOfSheet(row.text($0) ?? "") } ?? false
    if mayBeLonger, row.cells.count > width { for column in width..<row.cells.count { add(column, row) } }
  }

  private mutating func add(_ column: Int, _ row: RecordFileRow) {
    guard row.text(column) != nil else { return }
    found[column] = ((found[column]?.count ?? 0) + 1, found[column]?.first ?? row.position)
  }

  /// One notice for each column that holds something.
  func notices(_ validator: Validator) -> [Problem] {
    found.sorted { $0.key < $1.key }.compactMap { column, rows in
      let name = format == .workbook ? ColumnName.letters(column) : String(column + 1)
      return validator.notice(ofUnheaded: name, rows: rows)
    }
  }
}
