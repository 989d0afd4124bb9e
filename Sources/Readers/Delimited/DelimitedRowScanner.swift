import Rows

/// Finds the cells of one row of delimited text: a state machine over bytes in place, without allocation.
///
/// Source: RFC 4180, with what real exports add: any line break ends a row, a quote inside an unquoted cell is a character
/// like any other, and what follows a closing quote belongs to the cell. Python's `csv` module reads the same. Where that is more
/// than blanks, the row is read again, see ``looseRow(_:from:to:width:)``.
struct DelimitedRowScanner {
  /// How a scan ended.
  enum Outcome {
    /// At a line break, or at the end of the text.
    case row
    /// The bytes ended before the row did.
    case incomplete
    /// The bytes ended inside a quoted cell.
    case openQuote
    /// There was no room for another cell.
    case cellsFull
  }

  struct Scan {
    var outcome: Outcome
    var cellCount: Int
    /// Where the next row starts; where the last, unfinished cell starts when there was no whole row.
    var end: Int
    /// How many lines the row took, its own line break included.
    var lines: Int
    /// True when some cell has to go through ``unescape(_:start:length:)``.
    var hasEscapes: Bool
    /// True when a quote ends a cell that a backslash seems to make a character of it, or the other way round.
    var isMalformed = false
    /// True when text goes on behind the quote that ends a cell.
    var hasStrayQuote = false
  }

  let delimiter: UInt8
  /// The byte around cells; nil when the text uses none.
  let quote: UInt8?
  /// With an escape rows are scanned by ``scanEscaped(_:from:to:isLast:literalFrom:into:)``.
  let escape: Dialect.Escape
  /// True with one; asked for every row.
  let hasEscape: Bool
  /// True when letters behind a backslash stand for line breaks and tabs.
  let readsLetters: Bool
  private let quotes: ByteSearch

  init(delimiter: UInt8, quote: UInt8?, escape: Dialect.Escape = .none, readsLetters: Bool = true) {
    self.readsLetters = readsLetters
    self.delimiter = delimiter
    self.quote = quote
    self.escape = escape
    hasEscape = escape != .none
    // Line breaks are searched for anyway, so that this finds nothing more when there is no quote.
    quotes = ByteSearch(quote ?? 0x0A)
  }

  /// Scans one row.
  ///
  /// - Parameters:
  ///   - breaks: where delimiters and line breaks stand, of all bytes.
  ///   - start: where the row starts: not at a line break.
  ///   - end: where the bytes end.
  ///   - isLast: true when the text ends there.
  ///   - literalFrom: from there on a quote is a character like any other.
  ///   - cells: takes the cells, quotes around them left out.
  @inline(__always)
  func scan(
    _ bytes: UnsafePointer<UInt8>, _ breaks: BreakBits, from start: Int, to end: Int, isLast: Bool,
    literalFrom: Int = .max, into cells: UnsafeMutableBufferPointer<RowBatch.Cell>
  ) -> Scan {
    let output = cells.baseAddress!
    let capacity = cells.count
    // A value that no byte has, where there is no quote.
    let quote = self.quote.map { Int($0) } ?? -1
    var scan = Scan(outcome: .incomplete, cellCount: 0, end: start, lines: 1, hasEscapes: false)
    var cellStart = start
    var count = 0

    cells: while true {
      if cellStart < end, Int(bytes[cellStart]) == quote, cellStart < literalFrom {
        guard count < capacity else { break cells }
        let cell = quotedCell(bytes, breaks, at: cellStart, to: end, isLast: isLast, scan: &scan)
        guard scan.outcome == .row else {
          scan.cellCount = count
          scan.end = cellStart
          return scan
        }
        output[count] = RowBatch.Cell(start: cellStart &+ 1, length: cell.end &- cellStart &- 1)
        count &+= 1
        if cell.next < end, bytes[cell.next] == delimiter {
          cellStart = cell.next &+ 1
          continue cells
        }
        return finish(bytes, at: cell.next, to: end, isLast: isLast, count: count, cellStart: cellStart, scan: scan)
      }

      var walk = breaks.walk(from: cellStart)
      while let position = walk.next(before: end) {
        guard count < capacity else { break cells }
        output[count] = RowBatch.Cell(start: cellStart, length: position &- cellStart)
        count &+= 1
        if bytes[position] != delimiter {
          return finish(bytes, at: position, to: end, isLast: isLast, count: count, cellStart: cellStart, scan: scan)
        }
        cellStart = position &+ 1
        if cellStart < end, Int(bytes[cellStart]) == quote, cellStart < literalFrom { continue cells }
      }

      guard isLast else {
        scan.outcome = .incomplete
        scan.cellCount = count
        scan.end = cellStart
        return scan
      }
      guard count < capacity else { break cells }
      output[count] = RowBatch.Cell(start: cellStart, length: end &- cellStart)
      return finish(bytes, at: end, to: end, isLast: true, count: count &+ 1, cellStart: cellStart, scan: scan)
    }
    scan.outcome = .cellsFull
    scan.cellCount = count
    scan.end = cellStart
    return scan
  }

  /// Ends a row at its line break or at the end of the text.
  @inline(__always)
  func finish(
    _ bytes: UnsafePointer<UInt8>, at position: Int, to end: Int, isLast: Bool, count: Int, cellStart: Int, scan: Scan
  ) -> Scan {
    var scan = scan
    scan.cellCount = count
    scan.outcome = .row
    if position == end {
      scan.end = end
    } else if bytes[position] != 0x0D {
      scan.end = position &+ 1
    } else if position &+ 1 < end {
      scan.end = bytes[position &+ 1] == 0x0A ? position &+ 2 : position &+ 1
    } else if isLast {
      scan.end = end
    } else {
      // The other half of a CRLF may follow.
      scan.outcome = .incomplete
      scan.cellCount = count &- 1
      scan.end = cellStart
    }
    return scan
  }

  /// Finds the end of the quoted cell whose opening quote stands at an index, and sets the scan's outcome to `.row` when
  /// there is one.
  ///
  /// - Returns: where the cell's bytes end, and where the delimiter, line break or end of the text after it stands.
  private func quotedCell(
    _ bytes: UnsafePointer<UInt8>, _ breaks: BreakBits, at opening: Int, to end: Int, isLast: Bool, scan: inout Scan
  ) -> (end: Int, next: Int) {
    let raw = UnsafeRawPointer(bytes)
    var position = opening &+ 1
    while true {
      position = quotes.first(raw, from: position, end: end)
      if position >= end {
        scan.outcome = .openQuote
        return (end, end)
      }
      if bytes[position] != quote {
        // A CRLF counts once, by its LF; a CR at the end of the bytes is seen again when there are more.
        if bytes[position] == 0x0A || position &+ 1 == end || bytes[position &+ 1] != 0x0A { scan.lines &+= 1 }
        position &+= 1
        continue
      }
      if position &+ 1 == end {
        // Another quote may follow.
        scan.outcome = isLast ? .row : .incomplete
        return (position, end)
      }
      let after = bytes[position &+ 1]
      if after == quote {
        scan.hasEscapes = true
        position &+= 2
        continue
      }
      scan.outcome = .row
      if after == delimiter || after == 0x0A || after == 0x0D { return (position, position &+ 1) }
      scan.hasEscapes = true
      if holdsBackslash(bytes, from: opening &+ 1, before: position) { scan.isMalformed = true }
      var walk = breaks.walk(from: position &+ 1)
      let next = walk.next(before: end) ?? end
      if passBlanks(bytes, from: position &+ 1, to: next) < next { scan.hasStrayQuote = true }
      if next == end, !isLast { scan.outcome = .incomplete }
      return (next, next)
    }
  }

  /// True when a quote at or before `end` stands behind a backslash: then what follows the cell's closing quote follows one
  /// that was meant as a character.
  func holdsBackslash(_ bytes: UnsafePointer<UInt8>, from start: Int, before end: Int) -> Bool {
    var index = start
    while index < end {
      if bytes[index] == UInt8(ascii: "\\"), bytes[index &+ 1] == quote { return true }
      index &+= 1
    }
    return false
  }

  /// Turns the bytes between a cell's opening quote and its end into the cell's value, in place.
  ///
  /// - Returns: the length of the value.
  func unescape(_ bytes: UnsafeMutablePointer<UInt8>, start: Int, length: Int) -> Int {
    var isQuoted = true
    var read = start
    var write = start
    let end = start + length
    while read < end {
      let byte = bytes[read]
      read &+= 1
      if isQuoted, byte == quote {
        guard read < end, bytes[read] == quote else {
          isQuoted = false
          continue
        }
        read &+= 1
      }
      bytes[write] = byte
      write &+= 1
    }
    return write &- start
  }
}
