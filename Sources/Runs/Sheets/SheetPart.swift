import Mapping
import Readers
import Rows

/// One table of those that an import reads, and where its columns stand among the columns of the whole input.
struct SheetPart: Sendable {
  /// The index of the table in its source.
  let table: Int
  /// The sheet's name; empty for a text or JSON file.
  let name: String
  let header: [String]
  /// The headings as they stand in the table, without the words of groups above them.
  let plainHeader: [String]
  /// The groups above the headings; nil when none stand there.
  let band: HeadingBand?
  /// What stands above the headings and is not read, though it is no title; nil when nothing does.
  let above: RowsAboveHeadings?
  /// How many rows come before the first data row.
  let skippedRows: Int
  /// How many of its headings the mapping knows.
  let score: Int
  /// The customer numbers of the first data rows, where several tables are read.
  let numbers: Set<String>
  /// The first data rows as text.
  let sample: [[String?]]
  /// For each column of the table its column in the input.
  let places: [Int]

  /// A new pass over the data rows, as the table has them.
  func rows(of source: any TableSource) throws -> any RowReader {
    var reader = try source.rows(ofTable: table)
    var batch = RowBatch()
    for _ in 0..<skippedRows { _ = try reader.read(into: &batch, maximumRows: 1) }
    return reader
  }

  /// The table's own column of a column of the input, which has `width` headings; nil when the table lacks it. Cells right of
  /// the last heading stand there in the order of the table.
  func ownColumn(_ column: Int, width: Int) -> Int? {
    column >= width ? header.count + column - width : places.firstIndex(of: column)
  }

  /// The cells of a row of the input as the table has them.
  func ownCells<Cell>(_ cells: [Cell?], width: Int) -> [Cell?] {
    places.map { $0 < cells.count ? cells[$0] : nil } + cells.dropFirst(width)
  }

  /// The sample's rows as rows of the input.
  func placedSample(width: Int) -> [[String?]] {
    sample.map { row in
      var placed = [String?](repeating: nil, count: width)
      for (cell, place) in zip(row, places) { placed[place] = cell }
      return placed
    }
  }
}
