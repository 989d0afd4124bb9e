import Glibc
import Rows

/// Cells in which a backslash seems to escape, in a text in which backslashes are characters as far as anything shows: `O\'Hara`
/// beside `C:\data`, or below the part of the text that its dialect was found in.
enum DoubtfulEscapes {
  /// Notes such cells of a batch. A text without backslashes is passed over as fast as bytes can be searched.
  static func note(in batch: inout RowBatch) {
    var found: [UInt32] = []
    batch.arena.withUnsafeBufferPointer { arena in
      guard let base = arena.baseAddress else { return }
      var place = next(base, from: 0, arena.count)
      while place < arena.count {
        var end = place + 1
        if let cell = cell(at: place, in: batch.cells), place < batch.cells[cell].range.upperBound {
          let range = batch.cells[cell].range
          if isDoubtful(arena[range]) { found.append(UInt32(cell)) }
          // A cell is looked at once, however many backslashes it has.
          end = range.upperBound
        }
        place = next(base, from: end, arena.count)
      }
    }
    batch.escapeCells = found
  }

  /// Where the next backslash stands; the end where there is none.
  private static func next(_ base: UnsafePointer<UInt8>, from start: Int, _ end: Int) -> Int {
    guard start < end, let place = memchr(base + start, Int32(DelimitedRowScanner.backslash), end - start) else {
      return end
    }
    return UnsafeRawPointer(place) - UnsafeRawPointer(base)
  }

  /// The last cell that begins at or before a place of the arena, in which cells stand in their order.
  private static func cell(at place: Int, in cells: [RowBatch.Cell]) -> Int? {
    var (low, high) = (0, cells.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(cells[middle].start) <= place { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  /// True for a cell with a backslash before a quotation mark or an apostrophe, with one that is doubled behind a drive's letter, or with the
  /// letters of a line break in a sentence. Those of a path or of a user's name, `C:\nya`, `KONTOR\nisse`, are none.
  private static func isDoubtful(_ cell: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let backslash = DelimitedRowScanner.backslash
    let isSentence = cell.contains(0x20) && !holdsPath(cell)
    return cell.indices.dropLast().contains { place in
      guard cell[place] == backslash else { return false }
      let rest = cell[(place + 1)...]
      switch rest[place + 1] {
      case UInt8(ascii: "'"), UInt8(ascii: "\""): return true
      case backslash: return place > cell.startIndex + 1 && cell[place - 1] == UInt8(ascii: ":")
      case UInt8(ascii: "r"): return rest.dropFirst().starts(with: [backslash, UInt8(ascii: "n")])
      case UInt8(ascii: "n"):
        guard isSentence, place > cell.startIndex else { return false }
        // Behind a sentence, or before one that begins with a capital letter or a figure.
        let after = rest.dropFirst().first ?? 0x20
        return after < 0x80 && !(0x61...0x7A).contains(after) || ".!?,".utf8.contains(cell[place - 1])
      default: return false
      }
    }
  }

  /// True for a cell with `C:\` in it, or two backslashes before the name of a computer.
  private static func holdsPath(_ cell: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let backslash = DelimitedRowScanner.backslash
    return cell.starts(with: [backslash, backslash])
      || cell.indices.dropLast().contains { cell[$0] == UInt8(ascii: ":") && cell[$0 + 1] == backslash }
  }
}
