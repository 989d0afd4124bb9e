/// How the rows of several sheets share one kind of position, so that whatever remembers rows by their position needs no more
/// memory for the sheet.
///
/// A sheet has at most 1,048,576 rows, which leaves the upper bits free for the place of the sheet among those that are read.
/// Rows of the first sheet, and so those of every input with one table, keep the position that their reader gave them.
package enum SheetPositions {
  private static let rowBits: UInt32 = 21
  /// The most sheets that one input can have.
  package static let maximumSheets = 1 << (32 - Int(rowBits))

  /// The last row that a sheet can have in an input of several.
  package static let maximumRow: UInt32 = 1 << rowBits - 1

  /// The position of a row of the sheet at a place, from 0.
  package static func position(row: UInt32, sheet: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: sheet) << rowBits | row
  }

  /// The row that a position stands for, in an input of several sheets.
  package static func row(_ position: UInt32) -> Int { Int(position & maximumRow) }

  /// The place of the sheet that a position stands for, from 0, in an input of several sheets.
  package static func sheet(_ position: UInt32) -> Int { Int(position >> rowBits) }
}
