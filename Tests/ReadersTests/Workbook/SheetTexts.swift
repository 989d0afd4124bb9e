import Readers
import Rows

/// A sheet as texts, for comparison.
struct SheetTexts: Equatable {
  var positions: [Int] = []
  var rows: [[String]] = []
  /// The cells with an error of the source, as `row position:column`.
  var errors: [String] = []
  var faults: [RowFault] = []

  /// Reads a whole sheet.
  init(_ source: some TableSource, table: Int = 0, batchSize: Int = 4096) throws {
    var reader = try source.rows(ofTable: table)
    var batch = RowBatch()
    while try reader.read(into: &batch, maximumRows: batchSize) {
      for index in 0..<batch.count {
        let row = batch.rows[index]
        positions.append(Int(row.position))
        rows.append(batch.texts(row: index))
        faults.append(row.fault)
        let cells = row.firstCell..<row.firstCell + row.cellCount
        errors += batch.errorCells.filter { cells.contains($0) }.map { "\(row.position):\($0 - row.firstCell)" }
      }
    }
  }

  init(path: String, options: ReadingOptions = ReadingOptions(), table: Int = 0, batchSize: Int = 4096) throws {
    try self.init(Workbook(path: path, options: options), table: table, batchSize: batchSize)
  }
}
