import Readers
import Rows

/// The rows of a rejects file, without the blank cells that their rows did not have when they were rejected.
struct RejectedRowReader: RowReader {
  private var reader: any RowReader
  private let header: [String]
  private let reasons: Int

  /// - Parameter reasons: the column of the reasons.
  init(_ reader: any RowReader, header: [String], reasons: Int) {
    self.reader = reader
    self.header = header
    self.reasons = reasons
  }

  mutating func read(into batch: inout RowBatch, maximumRows: Int) throws -> Bool {
    guard try reader.read(into: &batch, maximumRows: maximumRows) else { return false }
    for row in batch.rows.indices {
      guard let text = batch.text(row: row, column: reasons), let gaps = RejectedGaps.gaps(in: text, header: header)
      else { continue }
      let first = Int(batch.rows[row].firstCell)
      for column in 0..<min(Int(batch.rows[row].cellCount), gaps.count)
      where gaps[column] && batch.cells[first + column].length == 0 {
        batch.cells[first + column] = .missing
      }
    }
    return true
  }
}
