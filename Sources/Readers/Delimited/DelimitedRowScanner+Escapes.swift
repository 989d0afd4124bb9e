import Rows

/// Texts in which a backslash takes the meaning from the character after it: a quote, the delimiter, a line break, itself.
///
/// Source: MySQL's `SELECT … INTO OUTFILE`, PostgreSQL's `COPY … TO`, `addslashes` of PHP. A quote may be doubled as well.
extension DelimitedRowScanner {
  static let backslash = UInt8(ascii: "\\")

  /// Scans one row, as ``scan(_:_:from:to:isLast:literalFrom:into:)`` does.
  ///
  /// - Parameter backslashMayEnd: true to take `\"` before a delimiter or a line break for the end of its cell: of a path that ends
  ///   in a backslash, which programs leave alone that escape only quotes.
  func scanEscaped(
    _ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int, isLast: Bool, literalFrom: Int = .max,
    backslashMayEnd: Bool = false, into cells: UnsafeMutableBufferPointer<RowBatch.Cell>
  ) -> Scan {
    var scan = Scan(outcome: .incomplete, cellCount: 0, end: start, lines: 1, hasEscapes: false)
    var cellStart = start
    var count = 0
    while count < cells.count {
      let isQuoted = cellStart < end && bytes[cellStart] == quote && cellStart < literalFrom
      let first = isQuoted ? cellStart &+ 1 : cellStart
      guard
        let cell = escapedCell(
          bytes, from: first, to: end, isLast: isLast, isQuoted: isQuoted, backslashMayEnd: backslashMayEnd, scan: &scan
        )
      else {
        scan.cellCount = count
        scan.end = cellStart
        return scan
      }
      cells[count] = RowBatch.Cell(start: first, length: cell.end &- first)
      count &+= 1
      guard cell.next < end, bytes[cell.next] == delimiter else {
        return finish(bytes, at: cell.next, to: end, isLast: isLast, count: count, cellStart: cellStart, scan: scan)
      }
      cellStart = cell.next &+ 1
    }
    scan.outcome = .cellsFull
    scan.cellCount = count
    scan.end = cellStart
    return scan
  }

  /// Finds the end of a cell.
  ///
  /// - Returns: where the cell's bytes end, and where the delimiter, line break or end of the text after it stands; nil when
  ///   more bytes are needed or a quote is never closed, with the scan's outcome set.
  private func escapedCell(
    _ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int, isLast: Bool, isQuoted: Bool, backslashMayEnd: Bool,
    scan: inout Scan
  ) -> (end: Int, next: Int)? {
    var isOpen = isQuoted
    var position = start
    while position < end {
      let byte = bytes[position]
      if byte == Self.backslash, position &+ 1 < end || !isLast {
        guard let length = escapeLength(bytes, at: position, end: end, isLast: isLast) else { break }
        scan.hasEscapes = true
        if backslashMayEnd, isOpen, bytes[position &+ 1] == quote,
          position &+ 2 == end ? isLast : isEnd(bytes[position &+ 2])
        {
          return (position &+ 1, position &+ 2)
        }
        if isBreak(bytes, position &+ length &- 1, end) { scan.lines &+= 1 }
        position &+= length
      } else if isOpen, byte == quote {
        guard position &+ 1 < end || isLast else { break }
        if position &+ 1 < end, bytes[position &+ 1] == quote {
          scan.hasEscapes = true
          position &+= 2
          continue
        }
        isOpen = false
        let closing = position
        position &+= 1
        if position == end || isEnd(bytes[position]) { return (closing, position) }
        // Text after the closing quote: one of the quotes before it was meant as something else.
        scan.isMalformed = true
        scan.hasEscapes = true
      } else if isOpen {
        if isBreak(bytes, position, end) { scan.lines &+= 1 }
        position &+= 1
      } else if isEnd(byte) {
        return (position, position)
      } else {
        position &+= 1
      }
    }
    if isOpen {
      scan.outcome = .openQuote
      return nil
    }
    if isLast { return (end, end) }
    scan.outcome = .incomplete
    return nil
  }

  /// How many bytes a backslash and what it escapes take, a CRLF as a whole; nil when more bytes are needed to tell.
  private func escapeLength(_ bytes: UnsafePointer<UInt8>, at position: Int, end: Int, isLast: Bool) -> Int? {
    guard position &+ 1 < end else { return nil }
    guard bytes[position &+ 1] == 0x0D else { return 2 }
    guard position &+ 2 < end else { return isLast ? 2 : nil }
    return bytes[position &+ 2] == 0x0A ? 3 : 2
  }

  /// True for a byte that ends a cell without quotes.
  @inline(__always)
  private func isEnd(_ byte: UInt8) -> Bool { byte == delimiter || byte == 0x0A || byte == 0x0D }

  /// True where a line ends inside a cell. A CRLF counts once, by its LF.
  private func isBreak(_ bytes: UnsafePointer<UInt8>, _ index: Int, _ end: Int) -> Bool {
    bytes[index] == 0x0A || bytes[index] == 0x0D && (index &+ 1 == end || bytes[index &+ 1] != 0x0A)
  }

  /// Turns the bytes of a cell into its value, in place. `\N`, which says that there is none, stays.
  ///
  /// In a cell with a backslash that escapes nothing, such as a path, only quotes, delimiters and line breaks lose theirs.
  ///
  /// - Returns: the length of the value.
  func unescapeAll(_ bytes: UnsafeMutablePointer<UInt8>, start: Int, length: Int, isQuoted: Bool) -> Int {
    let keepsOthers = holdsPlainBackslash(UnsafeBufferPointer(start: bytes + start, count: length))
    var isOpen = isQuoted
    var read = start
    var write = start
    let end = start + length
    func put(_ byte: UInt8) {
      bytes[write] = byte
      write &+= 1
    }
    while read < end {
      let byte = bytes[read]
      read &+= 1
      if byte == Self.backslash, read < end {
        let next = bytes[read]
        read &+= 1
        if let meaning = meaning(of: next), !keepsOthers || mayNotStandAlone(next) {
          put(meaning)
        } else {
          put(byte)
          put(next)
        }
      } else if isOpen, byte == quote {
        if read < end, bytes[read] == quote {
          put(byte)
          read &+= 1
        } else {
          isOpen = false
        }
      } else {
        put(byte)
      }
    }
    return write &- start
  }

  /// What a backslash and a byte stand for; nil when the backslash is a character like any other.
  private func meaning(of byte: UInt8) -> UInt8? {
    switch byte {
    case Self.backslash, UInt8(ascii: "\""), UInt8(ascii: "'"), delimiter, 0x0A, 0x0D: byte
    case UInt8(ascii: "n") where readsLetters: 0x0A
    case UInt8(ascii: "r") where readsLetters: 0x0D
    case UInt8(ascii: "t") where readsLetters: 0x09
    default: nil
    }
  }

  /// True for what would end its cell without a backslash.
  private func mayNotStandAlone(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == delimiter || byte == 0x0A || byte == 0x0D
  }

  /// True when a cell has a backslash that escapes nothing: before another letter, at the end, after a drive's letter, or two
  /// before the name of a computer.
  func holdsPlainBackslash(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    if cell.count == 2, cell[0] == Self.backslash, cell[1] == UInt8(ascii: "N") { return true }
    var index = 0
    while let next = cell[index...].firstIndex(of: Self.backslash) {
      guard next + 1 < cell.count else { return true }
      let after = cell[next + 1]
      guard meaning(of: after) != nil else { return true }
      let isPlainAfter = after == UInt8(ascii: "n") || after == UInt8(ascii: "r") || after == UInt8(ascii: "t")
      if isPlainAfter, next >= 2, cell[next - 1] == UInt8(ascii: ":"), Self.isLetter(cell[next - 2]),
        next == 2 || !Self.isLetter(cell[next - 3])
      {
        return true
      }
      if next == 0, after == Self.backslash, cell.count > 2, Self.isLetter(cell[2]) { return true }
      index = next + 2
    }
    return false
  }

  /// True when a cell has a drive's letter, a colon and one backslash, `C:\data`: whoever escapes backslashes writes two.
  static func holdsDrive(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    cell.indices.contains { place in
      place >= 2 && place + 1 < cell.count && cell[place] == backslash && cell[place + 1] != backslash
        && cell[place - 1] == UInt8(ascii: ":") && isLetter(cell[place - 2])
        && (place == 2 || !isLetter(cell[place - 3]))
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) || byte >= 0x80 }
}
