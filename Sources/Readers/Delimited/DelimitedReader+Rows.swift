import Rows

extension DelimitedReader {
  /// Adds the rows that the bytes of the arena hold to the batch.
  ///
  /// - Returns: where the first byte stands that belongs to no row yet, and whether more bytes are needed to go on.
  mutating func scanRows(of batch: inout RowBatch, maximumRows: Int) -> (end: Int, needsMore: Bool) {
    // Taken out of the batch, as the arena is lent out meanwhile.
    var rows: [RowBatch.Row] = []
    var cells: [RowBatch.Cell] = []
    swap(&rows, &batch.rows)
    swap(&cells, &batch.cells)
    let arenaStart = given - batch.arena.count
    let result = batch.arena.withUnsafeMutableBufferPointer { arena -> (Int, Bool) in
      guard let bytes = arena.baseAddress else { return (0, !isLast) }
      return scanRows(
        UnsafeMutableBufferPointer(start: bytes, count: arena.count), arenaStart: arenaStart, maximumRows: maximumRows,
        rows: &rows, cells: &cells)
    }
    swap(&rows, &batch.rows)
    swap(&cells, &batch.cells)
    return result
  }

  private mutating func scanRows(
    _ arena: UnsafeMutableBufferPointer<UInt8>, arenaStart: Int, maximumRows: Int, rows: inout [RowBatch.Row],
    cells: inout [RowBatch.Cell]
  ) -> (end: Int, needsMore: Bool) {
    let bytes = arena.baseAddress!
    let count = arena.count
    let isLast = self.isLast
    let breaks = BreakBits(UnsafeBufferPointer(arena), delimiter: scanner.delimiter)
    defer { breaks.deallocate() }
    var position = 0
    var passedInvalid = 0
    defer { if passedInvalid > 0 { decoder.invalid.removeFirst(passedInvalid) } }

    while rows.count < maximumRows {
      guard passBlankLines(bytes, from: &position, to: count, isLast: isLast) else { return (position, !isLast) }
      let limit = min(count, position &+ maximumRowSize)
      var scan = scanRow(bytes, breaks, from: position, to: limit, isLast: isLast && limit == count)
      var fault = RowFault.none
      if scan.outcome != .row {
        // Where the text ends or the row is too long, more bytes would not help.
        guard isLast || count &- position > maximumRowSize || scan.outcome == .cellsFull else {
          return (position, true)
        }
        (scan, fault) = recover(scan, bytes, breaks, from: position, to: limit, isLast: isLast && limit == count)
      }
      if isLast, scan.end == count, scan.cellCount == 1, count &- position == 1, bytes[position] == 0x1A {
        // Programs of the DOS age end a text by this character.
        return (count, false)
      }
      var rowScanner = scanner
      if scan.hasStrayQuote || scan.isMalformed && fault == .none
        || hasPaddedQuotes && holdsPaddedQuote(scan.cellCount, bytes), fault != .tooLarge
      {
        rowScanner = settleQuotes(
          of: &scan, &fault, row: rows.count, bytes, breaks, from: position, to: limit, isLast: isLast && limit == count
        )
      }
      if passedInvalid < decoder.invalid.count {
        let before = passedInvalid
        while passedInvalid < decoder.invalid.count, decoder.invalid[passedInvalid].offset < arenaStart &+ scan.end {
          passedInvalid &+= 1
        }
        if passedInvalid > before, fault == .none {
          fault = .invalidEncoding
          oddRows.append(
            OddRow(
              row: rows.count,
              replaced: replaced(
                bytes, from: position, to: scan.end, arenaStart, decoder.invalid[before..<passedInvalid])))
        }
      }
      if scan.hasEscapes { unescape(bytes, rowStart: position, cellCount: scan.cellCount, by: rowScanner) }
      if hasQuotedLines, scan.cellCount == 1 {
        unwrap(bytes, rowStart: position, scan: &scan, &fault, row: rows.count)
      }
      // A row of nothing but delimiters and blanks is a blank line.
      if fault != .none || !isBlank(scan.cellCount, bytes) {
        rows.append(
          RowBatch.Row(firstCell: cells.count, cellCount: scan.cellCount, position: line, fault: fault))
        scratch.withUnsafeBufferPointer { cells.append(contentsOf: $0[..<scan.cellCount]) }
      }
      position = scan.end
      line &+= scan.lines
    }
    return (position, false)
  }

  /// True when none of the scanned row's cells shows anything.
  @inline(__always)
  private func isBlank(_ cellCount: Int, _ bytes: UnsafeMutablePointer<UInt8>) -> Bool {
    scratch.withUnsafeBufferPointer { BlankText.areBlank(UnsafeBufferPointer(rebasing: $0[..<cellCount]), in: bytes) }
  }

  /// Passes lines without a single byte, and the rest of a line that is not wanted.
  ///
  /// - Returns: false when the bytes ended before a row began.
  @inline(__always)
  private mutating func passBlankLines(
    _ bytes: UnsafeMutablePointer<UInt8>, from position: inout Int, to end: Int, isLast: Bool
  ) -> Bool {
    if isSkippingLine {
      position = ByteSearch(0x0A).first(bytes, from: position, end: end)
      if position == end { return false }
    }
    while position < end, bytes[position] == 0x0A || bytes[position] == 0x0D {
      var length = 1
      if bytes[position] == 0x0D {
        if position &+ 1 == end, !isLast { return false }
        if position &+ 1 < end, bytes[position &+ 1] == 0x0A { length = 2 }
      }
      position &+= length
      line &+= 1
      isSkippingLine = false
    }
    return position < end
  }

  @inline(__always)
  mutating func scanRow(
    _ bytes: UnsafePointer<UInt8>, _ breaks: BreakBits, from start: Int, to end: Int, isLast: Bool,
    literalFrom: Int = .max
  ) -> DelimitedRowScanner.Scan {
    while true {
      let scan = scratch.withUnsafeMutableBufferPointer {
        scanner.hasEscape
          ? scanner.scanEscaped(bytes, from: start, to: end, isLast: isLast, literalFrom: literalFrom, into: $0)
          : scanner.scan(bytes, breaks, from: start, to: end, isLast: isLast, literalFrom: literalFrom, into: $0)
      }
      guard scan.outcome == .cellsFull, scratch.count < DelimitedLimits.cellsOfRow else { return scan }
      scratch += scratch
    }
  }

  /// Makes a row of what is not one: a quote that is never closed is taken for a character, so that the row ends with its
  /// line and the rows after it are not lost; a row that is too long is cut off.
  private mutating func recover(
    _ scan: DelimitedRowScanner.Scan, _ bytes: UnsafePointer<UInt8>, _ breaks: BreakBits, from start: Int, to end: Int,
    isLast: Bool
  ) -> (DelimitedRowScanner.Scan, RowFault) {
    var scan = scan
    if scan.outcome == .openQuote {
      // A cell that ends in a backslash looks open where backslashes escape.
      if let found = scanWithBackslashEnds(bytes, from: start, to: end, isLast: isLast) {
        return (found, .escapedQuote)
      }
      scan = scanRow(bytes, breaks, from: start, to: end, isLast: isLast, literalFrom: scan.end)
      if scan.outcome == .row { return (scan, .unterminatedQuote) }
    }
    let cut = wholeCharacters(bytes, from: scan.end, to: end)
    if scan.outcome != .cellsFull, scan.cellCount < scratch.count {
      scratch[scan.cellCount] = RowBatch.Cell(start: scan.end, length: cut &- scan.end)
      scan.cellCount &+= 1
      scan.end = end
    }
    isSkippingLine = true
    // The line break is counted when the rest of the line has been passed.
    scan.lines &-= 1
    return (scan, .tooLarge)
  }

  /// Where the last character that is whole ends.
  private func wholeCharacters(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var lead = end
    while lead > start, lead > end &- 4 {
      lead &-= 1
      guard bytes[lead] & 0xC0 == 0x80 else { break }
    }
    guard lead < end, bytes[lead] >= 0xC0 else { return end }
    let length = bytes[lead] >= 0xF0 ? 4 : bytes[lead] >= 0xE0 ? 3 : 2
    return lead &+ length <= end ? end : lead
  }

  /// Decodes the quoted cells of the scanned row in place, and with escapes the others too.
  mutating func unescape(
    _ bytes: UnsafeMutablePointer<UInt8>, rowStart: Int, cellCount: Int, by scanner: DelimitedRowScanner
  ) {
    for index in 0..<cellCount {
      let cell = scratch[index]
      let start = Int(cell.start)
      // A quote stands before the bytes of a quoted cell and of no other: others follow a delimiter or a line break.
      let isQuoted = start > rowStart && bytes[start &- 1] == scanner.quote
      guard isQuoted || scanner.hasEscape else { continue }
      // A cell that is never closed is kept as it stands, its quote included.
      if !isQuoted, cell.length > 0, bytes[start] == scanner.quote { continue }
      scratch[index].length = UInt32(
        truncatingIfNeeded: scanner.hasEscape
          ? scanner.unescapeAll(bytes, start: start, length: Int(cell.length), isQuoted: isQuoted)
          : scanner.unescape(bytes, start: start, length: Int(cell.length)))
    }
  }
}
