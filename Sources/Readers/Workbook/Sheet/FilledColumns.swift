import Glibc
import Rows

/// Which columns each row of a sheet fills, by the row's number: asked where elements repeat a number that others had before.
///
/// A word a row, whose memory the system gives as rows come.
struct FilledColumns: ~Copyable {
  /// Stands for the 64th column and all behind it, of which it is not kept which are filled.
  private static let beyond = UInt64(1) << 63

  private let words: UnsafeMutablePointer<UInt64>

  init() {
    guard let memory = calloc(WorkbookLimits.rows + 1, MemoryLayout<UInt64>.stride) else {
      fatalError("there is no memory left")
    }
    words = memory.assumingMemoryBound(to: UInt64.self)
  }

  deinit { free(words) }

  /// Adds the cells of a row.
  ///
  /// - Returns: true when the number was there before and all cells stand in columns that it left free: they are a piece of that row,
  ///   since a row of its own would fill some of the same.
  @inline(__always)
  mutating func add(_ cells: UnsafeMutableBufferPointer<RowBatch.Cell>, toRow number: Int) -> Bool {
    var filled: UInt64 = 0
    var column: UInt64 = 1
    for cell in cells {
      if cell.length > 0 { filled |= column }
      if column < Self.beyond { column &<<= 1 }
    }
    let before = words[number]
    words[number] = before | filled
    return before != 0 && before & filled & ~Self.beyond == 0
  }
}
