/// The bytes of delimited rows, cell by cell, as ``DelimitedWriter`` writes them.
struct DelimitedCells {
  private(set) var bytes: [UInt8] = []
  private let delimiter: UInt8
  private var rowStart: Int
  private var cellsInRow = 0

  private static let quote = UInt8(ascii: "\"")

  init(delimiter: UInt8, byteOrderMark: Bool, capacity: Int) {
    self.delimiter = delimiter
    bytes.reserveCapacity(capacity)
    if byteOrderMark { bytes += [0xEF, 0xBB, 0xBF] }
    rowStart = bytes.count
  }

  /// Appends one cell of UTF-8 to the row.
  mutating func append(_ cell: UnsafeRawBufferPointer) {
    if cellsInRow > 0 { bytes.append(delimiter) }
    cellsInRow += 1
    if cell.isEmpty { return }
    guard needsQuotes(cell) else {
      bytes.append(contentsOf: cell)
      return
    }
    bytes.append(Self.quote)
    for byte in cell {
      if byte == Self.quote { bytes.append(Self.quote) }
      bytes.append(byte)
    }
    bytes.append(Self.quote)
  }

  mutating func endRow() {
    if cellsInRow == 1, bytes.count == rowStart { bytes += [Self.quote, Self.quote] }
    bytes += [0x0D, 0x0A]
    cellsInRow = 0
    rowStart = bytes.count
  }

  /// Drops the rows that are written.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    rowStart = 0
  }

  private func needsQuotes(_ cell: UnsafeRawBufferPointer) -> Bool {
    let (first, last) = (cell[0], cell[cell.count - 1])
    if first == 0x20 || first == 0x09 || last == 0x20 || last == 0x09 { return true }
    // Without an early end, which lets several bytes be looked at at once.
    var isFound = false
    for byte in cell {
      isFound = isFound || byte == delimiter || byte == Self.quote || byte == 0x0D || byte == 0x0A
    }
    return isFound
  }
}
