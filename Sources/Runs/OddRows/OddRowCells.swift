import Mapping
import Rows

/// The cells of one row that is looked at as text.
struct OddRowCells {
  private let rows: RowBatch
  private let row: RowBatch.Row
  /// The columns whose cells show something.
  let filled: [Int]

  init(_ index: Int, of rows: RowBatch) {
    self.rows = rows
    let row = rows.rows[index]
    self.row = row
    filled = (0..<Int(row.cellCount)).filter { column in
      let cell = rows.cells[Int(row.firstCell) + column]
      guard !cell.isMissing, cell.length > 0 else { return false }
      return rows.arena.withUnsafeBytes { !BlankText.isBlank(UnsafeRawBufferPointer(rebasing: $0[cell.range])) }
    }
  }

  /// The text of a cell without outer blanks; empty where the row has none.
  func text(_ column: Int) -> String {
    bytes(column).map { String(decoding: $0, as: UTF8.self).trimmingBlanks } ?? ""
  }

  private func bytes(_ column: Int) -> ArraySlice<UInt8>? {
    guard column < Int(row.cellCount) else { return nil }
    let cell = rows.cells[Int(row.firstCell) + column]
    return cell.isMissing ? nil : rows.arena[cell.range]
  }

  /// False when a cell certainly does not begin with these letters, which are small.
  func begins(_ column: Int, with start: [UInt8]) -> Bool {
    guard let bytes = bytes(column), let first = bytes.first, !start.isEmpty else { return false }
    // What begins with a blank is looked at as text.
    return BlankText.mayBegin(with: first) || zip(bytes, start).allSatisfy { $0 | 0x20 == $1 }
  }

  /// True for a byte that lines are drawn with, or that begins a character of which they may be.
  static func mayBeDrawn(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      false
    default: byte < 0x80 || byte == 0xC2 || byte == 0xE2
    }
  }

  /// True when every cell is drawn of dashes and their like, as between headings and rows.
  var isDrawn: Bool {
    guard let first = filled.first, let byte = bytes(first)?.first, Self.mayBeDrawn(byte) else { return false }
    var length = 0
    for column in filled {
      let text = text(column)
      guard text.allSatisfy({ "-=_*~+|#:.—–─━·".contains($0) }) else { return false }
      length += text.count
    }
    return filled.count > 1 || length > 2
  }
}
