import Rows

/// Rows whose quotes are not written as in the rest of the file.
extension DelimitedReader {
  /// A row in which quotes leave it open where a cell ends.
  struct StrayRow {
    /// The row's place in the batch.
    let row: Int
    /// The first such cell.
    let column: Int
  }

  /// Reads a row again whose quotes do not tell where its cells end, and rejects it unless nothing but blanks around quotes was
  /// wrong. Its cells are what it most likely says, for who mends it.
  ///
  /// - Parameter row: its place in the batch.
  /// - Returns: what the cells are unescaped by, when they still have to be.
  mutating func settleQuotes(
    of scan: inout DelimitedRowScanner.Scan, _ fault: inout RowFault, row: Int, _ bytes: UnsafeMutablePointer<UInt8>,
    _ breaks: BreakBits, from start: Int, to end: Int, isLast: Bool
  ) -> DelimitedRowScanner {
    if scan.isMalformed, fault == .none, scanner.holdsBackslash(bytes, from: start, before: scan.end - 1) {
      fault = .escapedQuote
      if let found = scanWithBackslashEnds(bytes, from: start, to: end, isLast: isLast) {
        scan = found
        return scanner
      }
      if let other = rescan(&scan, bytes, breaks, from: start, to: end, isLast: isLast) { return other }
    }
    let loose = scanner.looseRow(bytes, from: start, to: scan.end, width: width)
    take(loose.cells, bytes)
    scan.cellCount = min(loose.cells.count, scratch.count)
    scan.end = loose.end
    scan.lines = loose.lines
    scan.hasEscapes = false
    // Where blanks before a quote explain the text behind another, which they do together is open.
    let column = loose.cells.firstIndex(where: \.isStray) ?? (scan.hasStrayQuote ? 0 : nil)
    if fault == .none, let column {
      fault = .strayQuote
      strayRows.append(StrayRow(row: row, column: column))
    }
    return scanner
  }

  /// Takes the cells of a row for the scanned ones, with their quotes as they are meant.
  private mutating func take(_ cells: [DelimitedRowScanner.LooseCell], _ bytes: UnsafeMutablePointer<UInt8>) {
    for (index, cell) in cells.prefix(scratch.count).enumerated() {
      let start = cell.range.lowerBound
      let length = cell.isDoubled ? scanner.unescape(bytes, start: start, length: cell.range.count) : cell.range.count
      scratch[index] = RowBatch.Cell(start: start, length: length)
    }
  }

  /// True when blanks stand before the quote of a cell of the scanned row.
  func holdsPaddedQuote(_ cellCount: Int, _ bytes: UnsafePointer<UInt8>) -> Bool {
    scratch[..<cellCount].contains { scanner.isPadded($0.range, bytes) }
  }

  /// Reads a row of a text with escapes whose quotes do not agree so that `\"` ends a cell where a delimiter or the line's end
  /// follows, as in `"D:\"`, and escapes elsewhere. It is rejected all the same.
  ///
  /// - Returns: the scan; nil, with the cells as before, when the row does not have as many cells as others that way either.
  mutating func scanWithBackslashEnds(
    _ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int, isLast: Bool
  ) -> DelimitedRowScanner.Scan? {
    guard scanner.hasEscape else { return nil }
    let before = scratch
    let found = scratch.withUnsafeMutableBufferPointer {
      scanner.scanEscaped(bytes, from: start, to: end, isLast: isLast, backslashMayEnd: true, into: $0)
    }
    guard found.outcome == .row, !found.isMalformed, found.cellCount == width else {
      scratch = before
      return nil
    }
    return found
  }

  /// Reads a row whose quotes and backslashes do not agree the other way: with escapes in a text without, without in a text with
  /// them. It is rejected all the same.
  ///
  /// - Returns: what the cells were scanned by; nil, with the cells as before, when the other way makes no more sense of them.
  private mutating func rescan(
    _ scan: inout DelimitedRowScanner.Scan, _ bytes: UnsafePointer<UInt8>, _ breaks: BreakBits, from start: Int,
    to end: Int, isLast: Bool
  ) -> DelimitedRowScanner? {
    let other = DelimitedRowScanner(
      delimiter: scanner.delimiter, quote: scanner.quote, escape: scanner.hasEscape ? .none : .backslash)
    let before = scratch
    let found = scratch.withUnsafeMutableBufferPointer {
      other.hasEscape
        ? other.scanEscaped(bytes, from: start, to: end, isLast: isLast, into: $0)
        : other.scan(bytes, breaks, from: start, to: end, isLast: isLast, into: $0)
    }
    guard found.outcome == .row, !found.isMalformed, !found.hasStrayQuote, found.end == scan.end else {
      scratch = before
      return nil
    }
    scan = found
    return other
  }

  /// Takes a line apart that stands in quotes as a whole. A line that is a cell of several lines stays one.
  ///
  /// - Parameter row: its place in the batch.
  mutating func unwrap(
    _ bytes: UnsafeMutablePointer<UInt8>, rowStart: Int, scan: inout DelimitedRowScanner.Scan, _ fault: inout RowFault,
    row: Int
  ) {
    let start = Int(scratch[0].start)
    let length = Int(scratch[0].length)
    guard start > rowStart, length > 0, bytes[start &- 1] == scanner.quote else { return }
    let line = bytes + start
    let breaks = BreakBits(UnsafeBufferPointer(start: line, count: length), delimiter: scanner.delimiter)
    defer { breaks.deallocate() }
    let whole = scratch[0]
    var inner = scanRow(line, breaks, from: 0, to: length, isLast: true)
    guard inner.outcome == .row, inner.end == length, !inner.isMalformed else {
      scratch[0] = whole
      return
    }
    if inner.hasStrayQuote {
      _ = settleQuotes(of: &inner, &fault, row: row, line, breaks, from: 0, to: length, isLast: true)
    }
    if inner.hasEscapes { unescape(line, rowStart: 0, cellCount: inner.cellCount, by: scanner) }
    for index in 0..<inner.cellCount { scratch[index].start &+= UInt32(truncatingIfNeeded: start) }
    scan.cellCount = inner.cellCount
  }

  /// Keeps of rows with stray quotes how their first such cell reads.
  mutating func noteStrayRows(of batch: inout RowBatch) {
    for stray in strayRows {
      batch.readings.append(
        RowReading(
          position: batch.rows[stray.row].position, encoding: nil, column: stray.column,
          text: batch.text(row: stray.row, column: stray.column) ?? ""))
    }
    strayRows.removeAll(keepingCapacity: true)
  }
}

extension DelimitedRowScanner {
  /// True for a cell that begins with blanks before a quote.
  func isPadded(_ cell: Range<Int>, _ bytes: UnsafePointer<UInt8>) -> Bool {
    let first = passBlanks(bytes, from: cell.lowerBound, to: cell.upperBound)
    return first > cell.lowerBound && first < cell.upperBound && bytes[first] == quote
  }
}
