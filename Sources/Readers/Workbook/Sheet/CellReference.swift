import Rows

/// The place of a cell in a sheet, such as `AB12`.
struct CellReference: BitwiseCopyable, Equatable {
  /// The last column that a workbook can have, XFD, counted from 1 (ECMA-376 part 1, 18.3.1.4 and Excel's limits).
  static let columnLimit = 16_384
  /// The last row that a workbook can have, counted from 1.
  static let rowLimit = 1_048_576

  /// From 0.
  let column: Int
  /// From 1; 0 when the reference names a column only.
  let row: Int

  init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  /// Reads `AB12`, `$AB$12` or `AB`. Nil when it is no reference or lies outside of what a sheet can have.
  @inline(__always) init?(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
    var place = 0
    var column = 0
    var row = 0
    if place < count, bytes[place] == UInt8(ascii: "$") { place += 1 }
    while place < count {
      let letter = (bytes[place] & 0xDF) &- 0x41
      guard letter < 26 else { break }
      column = column &* 26 &+ Int(letter) &+ 1
      guard column <= Self.columnLimit else { return nil }
      place += 1
    }
    guard column > 0 else { return nil }
    if place < count, bytes[place] == UInt8(ascii: "$") { place += 1 }
    while place < count {
      let digit = bytes[place] &- 0x30
      guard digit < 10 else { return nil }
      row = row &* 10 &+ Int(digit)
      guard row <= Self.rowLimit else { return nil }
      place += 1
    }
    self.column = column - 1
    self.row = row
  }

  /// The reference as the sheet writes it. For messages.
  var text: String {
    ColumnName.letters(column) + (row > 0 ? String(row) : "")
  }
}
