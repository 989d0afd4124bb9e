import Rows

/// The place of a cell in a sheet, such as `AB12`.
struct CellReference: BitwiseCopyable, Equatable {
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
      guard column <= WorkbookLimits.columns else { return nil }
      place += 1
    }
    guard column > 0 else { return nil }
    if place < count, bytes[place] == UInt8(ascii: "$") { place += 1 }
    while place < count {
      let digit = bytes[place] &- 0x30
      guard digit < 10 else { return nil }
      row = row &* 10 &+ Int(digit)
      guard row <= WorkbookLimits.rows else { return nil }
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
