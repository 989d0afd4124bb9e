import Rows

/// Finds the delimiter and the quoting of a text: those by which most rows get the same number of cells.
struct DialectSniffer {
  private let text: [UInt8]
  private let isWhole: Bool

  /// - Parameters:
  ///   - text: the start of the text in UTF-8.
  ///   - isWhole: true when that is all of it; else its last row may be cut off and is left out.
  init(_ text: ArraySlice<UInt8>, isWhole: Bool) {
    self.text = Array(text.drop { $0 == 0x0A || $0 == 0x0D })
    self.isWhole = isWhole
  }

  /// How a text is written.
  struct Result: Equatable {
    var delimiter: UInt8
    var quote: UInt8?
    var escape = Dialect.Escape.none
    /// True when paths stand in cells whose backslashes are not doubled, so that whoever escapes quotes does not escape backslashes,
    /// and `\n` is no line break.
    var hasPlainPaths = false
    var hasQuotedLines = false
    /// True when a cell has blanks between the delimiter before it and its quote.
    var hasPaddedQuotes = false
    /// How many cells the header has, or most rows under a title.
    var width = 1
  }

  /// - Parameters:
  ///   - delimiter: the delimiter, when it is known.
  ///   - escape: what escapes, when it is known.
  func dialect(delimiter: UInt8?, escape: Dialect.Escape? = nil) -> Result {
    let plain = best(delimiter: delimiter, escape: escape)
    guard let lines = QuotedLines(text, isWhole: isWhole) else { return plain.result }
    // A line in quotes is one cell, whatever stands in it; taken out of them it has as many cells as the others.
    let unwrapped = DialectSniffer(lines.unwrapped[...], isWhole: isWhole).best(delimiter: delimiter, escape: escape)
    let isBetter = unwrapped.score > plain.score && lines.holdsDelimiter(unwrapped.result.delimiter)
    guard isBetter else { return plain.result }
    var result = unwrapped.result
    result.hasQuotedLines = true
    return result
  }

  private func best(delimiter: UInt8?, escape asked: Dialect.Escape?) -> (result: Result, score: Double) {
    let candidates = delimiter.map { [$0] } ?? DelimiterCandidates.all
    var best = (result: Result(delimiter: candidates[0], quote: UInt8(ascii: "\"")), score: 0.0)
    var bestCounts: [Int] = []
    for candidate in candidates {
      let quote = quote(delimiter: candidate, escape: asked)
      let escape = asked ?? escape(delimiter: candidate, quote: quote)
      let scanned = scan(candidate, quote, escape)
      let counts = scanned.cellCounts
      let score = score(counts, delimiter: candidate)
      let hasPlainPaths = asked == nil && escape != .none && scan(candidate, quote, escape).paths > 0
      let isBetter =
        Self.header(of: counts, outweighs: bestCounts)
        || score > best.score && !Self.header(of: bestCounts, outweighs: counts)
      if isBetter || candidates.count == 1 {
        best = (
          Result(
            delimiter: candidate, quote: quote, escape: escape, hasPlainPaths: hasPlainPaths,
            hasPaddedQuotes: scanned.paddedQuotes > 0, width: scanned.width),
          score
        )
        bestCounts = counts
      }
    }
    return best
  }

  /// True when rows are as wide as their header by one delimiter, and by another the header is one cell: that one delimits what
  /// stands in cells, such as tags or the parts of a position, however many there are.
  private static func header(of counts: [Int], outweighs others: [Int]) -> Bool {
    guard let first = counts.first, first > 1, counts.count > 1, others.first == 1 else { return false }
    return counts.count { $0 == first } * 10 >= counts.count * 9
  }

  /// The quote of a text with that delimiter: `"`, unless nearly all cells stand between `'`, or rows are alike without any
  /// quoting and most cells that begin with a quote do not end by one.
  private func quote(delimiter: UInt8, escape: Dialect.Escape?) -> UInt8? {
    let double = UInt8(ascii: "\"")
    let single = UInt8(ascii: "'")
    let borders = cellBorders(delimiter)
    if borders.doubles == 0 {
      guard borders.singles > 0, borders.cells > 2 else { return double }
      if borders.singles * 10 >= borders.cells * 7 { return single }
      return quotesTexts(single, delimiter: delimiter, borders.singles, of: borders.cells) ? single : double
    }
    let plain = scan(delimiter, nil).cellCounts
    let quoted = scan(delimiter, double)
    guard plain.count > 4, Set(plain).count == 1, plain[0] > 1, quoted.openEnds * 2 > quoted.quotes else {
      return double
    }
    if escape != Dialect.Escape.none, quoted.malformedRows > 0 {
      let escaped = scan(delimiter, double, .backslash)
      if escaped.oddQuotes * 2 <= escaped.quotes { return double }
    }
    return nil
  }

  /// True when cells stand between a quote in so many places that it cannot be chance, and none that begins with it goes on after
  /// another: then numbers are not quoted, and texts are.
  private func quotesTexts(_ quote: UInt8, delimiter: UInt8, _ count: Int, of cells: Int) -> Bool {
    guard count > 4, count * 4 >= cells else { return false }
    let quoted = scan(delimiter, quote)
    let plain = scan(delimiter, UInt8(ascii: "\""))
    return quoted.oddQuotes == 0 && quoted.regularRows(width: quoted.width) >= plain.regularRows(width: quoted.width)
  }

  /// What escapes in a text with that delimiter and quote: a backslash, when quotes inside cells show it, or rows that only
  /// so have as many cells as the header, or `\N` for no value beside other escapes, or `\'` and pairs of `\"`, which nobody writes
  /// otherwise. A path that ends in a backslash shows
  /// the opposite: it would swallow a delimiter.
  private func escape(delimiter: UInt8, quote: UInt8?) -> Dialect.Escape {
    guard text.contains(DelimitedRowScanner.backslash) else { return .none }
    let plain = scan(delimiter, quote)
    let escaped = scan(delimiter, quote, .backslash)
    let (plainRows, escapedRows) = (plain.regularRows(width: plain.width), escaped.regularRows(width: plain.width))
    // A row in which the quotes do not agree is regular by chance.
    guard escapedRows - escaped.malformedRows >= plainRows - plain.malformedRows,
      escaped.malformedRows <= plain.malformedRows, escaped.oddQuotes <= plain.oddQuotes
    else { return .none }
    if plain.malformedRows > escaped.malformedRows { return .backslash }
    // Rows that mostly have one cell more than the header, because each ends in a delimiter, are not made right by taking it
    // for a character where a backslash happens to stand before it.
    let counts = Dictionary(grouping: plain.cellCounts.dropFirst(), by: \.self).mapValues(\.count)
    let usual = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    let longRows = usual.map { $0.key > plain.width ? $0.value : 0 } ?? 0
    if escapedRows > plainRows, escapedRows > longRows { return .backslash }
    guard escaped.plainBackslashes == 0 else { return .none }
    return escaped.nulls > 0 && escaped.escapes > 0 || escaped.certainEscapes > 0 ? .backslash : .none
  }

  /// How consistent rows are, and how many columns that makes.
  private func score(_ counts: [Int], delimiter: UInt8) -> Double {
    var frequency: [Int: Int] = [:]
    for count in counts where count > 1 { frequency[count, default: 0] += 1 }
    guard let first = counts.first, let usual = frequency.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else {
      return 0
    }
    // Rows may be shorter than the header when the program leaves out empty cells at the end.
    let columns = first > 1 ? first : usual.key
    let exact = frequency[columns] ?? 0
    let others = frequency.reduce(0) { $0 + ($1.key < columns ? $1.value : 0) }
    var share = (Double(exact) + 0.3 * Double(others)) / Double(counts.count)
    if first == 1 { share /= 2 }
    var score = share * Double(columns - 1).squareRoot()
    if delimiter == UInt8(ascii: ",") {
      let commas = commas()
      // Sentences, not cells: names such as `Svensson, Anna` under a header without a comma.
      if first == 1, commas.beforeBlank * 10 >= commas.all * 8 { return 0 }
      // Decimal commas between cells that something else delimits.
      score *= 1 - 0.6 * Double(commas.betweenDigits) / Double(max(1, commas.all))
    }
    return share >= 0.25 || columns > 2 ? score : 0
  }

  private func commas() -> (all: Int, beforeBlank: Int, betweenDigits: Int) {
    var result = (all: 0, beforeBlank: 0, betweenDigits: 0)
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    for index in text.indices where text[index] == UInt8(ascii: ",") {
      result.all += 1
      guard index > 0, index + 1 < text.count else { continue }
      if text[index + 1] == 0x20 { result.beforeBlank += 1 }
      if isDigit(text[index - 1]), isDigit(text[index + 1]) { result.betweenDigits += 1 }
    }
    return result
  }

  /// How many cells of the text, and how many of them begin with a quote (`"`) or stand between two (`'`).
  private func cellBorders(_ delimiter: UInt8) -> (cells: Int, doubles: Int, singles: Int) {
    var result = (cells: 0, doubles: 0, singles: 0)
    for cell in text.split(whereSeparator: { $0 == delimiter || $0 == 0x0A || $0 == 0x0D }) {
      result.cells += 1
      if cell.first == UInt8(ascii: "\"") { result.doubles += 1 }
      if cell.count > 1, cell.first == UInt8(ascii: "'"), cell.last == UInt8(ascii: "'") { result.singles += 1 }
    }
    return result
  }

  /// What a scan of the text found.
  private struct Scanned {
    /// The number of cells of each whole row.
    var cellCounts: [Int] = []
    /// How many cells are quoted, and of how many something follows the quote.
    var quotes = 0
    var oddQuotes = 0
    /// How many of those do not end by a quote either.
    var openEnds = 0
    /// Cells in quotes that have blanks between the delimiter before them and the quote.
    var paddedQuotes = 0
    /// Rows in which a backslash and a quote do not agree.
    var malformedRows = 0
    /// With escapes: cells that are `\N`, cells with escapes, and cells with a backslash that escapes nothing.
    var nulls = 0
    var escapes = 0
    var plainBackslashes = 0
    /// Cells with a drive's letter before a single backslash.
    var paths = 0
    /// Cells with `\'`, or with `\"` at least twice.
    var certainEscapes = 0

    /// How many cells the header has, or most rows under a title.
    var width: Int {
      if let first = cellCounts.first, first > 1 { return first }
      var frequency: [Int: Int] = [:]
      for count in cellCounts { frequency[count, default: 0] += 1 }
      return frequency.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 1
    }

    func regularRows(width: Int) -> Int { cellCounts.count { $0 == width } }
  }

  private func scan(_ delimiter: UInt8, _ quote: UInt8?, _ escape: Dialect.Escape = .none) -> Scanned {
    let scanner = DelimitedRowScanner(delimiter: delimiter, quote: quote, escape: escape)
    let plainScanner = DelimitedRowScanner(delimiter: delimiter, quote: quote, escape: .none)
    let capacity = min(text.count + 1, DelimitedLimits.cellsOfRow)
    var cells = [RowBatch.Cell](repeating: RowBatch.Cell(start: 0, length: 0), count: capacity)
    var result = Scanned()
    var position = 0
    let breaks = text.withUnsafeBufferPointer { BreakBits($0, delimiter: delimiter) }
    defer { breaks.deallocate() }
    func scanRow(_ escape: Dialect.Escape) -> DelimitedRowScanner.Scan {
      text.withUnsafeBufferPointer { text in
        cells.withUnsafeMutableBufferPointer {
          escape == .none
            ? plainScanner.scan(text.baseAddress!, breaks, from: position, to: text.count, isLast: isWhole, into: $0)
            : scanner.scanEscaped(text.baseAddress!, from: position, to: text.count, isLast: isWhole, into: $0)
        }
      }
    }
    while position < text.count, result.cellCounts.count < DelimitedLimits.sniffedRows {
      if text[position] == 0x0A || text[position] == 0x0D {
        position += 1
        continue
      }
      var scan = scanRow(escape)
      if scan.isMalformed { result.malformedRows += 1 }
      if escape != .none, scan.isMalformed, let width = result.cellCounts.first {
        // A cell that ends in a backslash swallows the row below; without escapes its row ends where it should.
        let plain = scanRow(.none)
        if plain.outcome == .row, plain.cellCount == width, plain.end < scan.end {
          result.cellCounts.append(width)
          position = plain.end
          continue
        }
        scan = scanRow(escape)
      }
      // A first row that goes on after the sample says something all the same.
      if scan.outcome == .row || result.cellCounts.isEmpty { result.cellCounts.append(scan.cellCount) }
      for cell in cells[..<scan.cellCount] {
        if cell.start > position, text[Int(cell.start) - 1] == quote {
          result.quotes += 1
          if cell.range.upperBound == text.count || text[cell.range.upperBound] != quote {
            result.oddQuotes += 1
            if !endsByQuote(cell.range, quote) { result.openEnds += 1 }
          }
        } else if quote != nil, cell.start > position, isPadded(cell.range, scanner), endsByQuote(cell.range, quote) {
          result.paddedQuotes += 1
        }
        if escape != .none, text[cell.range].contains(DelimitedRowScanner.backslash) {
          note(backslashesOf: cell, scanner, in: &result)
        }
      }
      guard scan.outcome == .row else { break }
      position = scan.end
    }
    return result
  }

  private func isPadded(_ cell: Range<Int>, _ scanner: DelimitedRowScanner) -> Bool {
    text.withUnsafeBufferPointer { text in text.baseAddress.map { scanner.isPadded(cell, $0) } ?? false }
  }

  /// True when the last of a cell is a quote, blanks behind it left out.
  private func endsByQuote(_ cell: Range<Int>, _ quote: UInt8?) -> Bool {
    text[cell].last { $0 != 0x20 && $0 != 0x09 } == quote
  }

  private func note(backslashesOf cell: RowBatch.Cell, _ scanner: DelimitedRowScanner, in result: inout Scanned) {
    text[cell.range].withUnsafeBufferPointer { bytes in
      if bytes.elementsEqual([DelimitedRowScanner.backslash, UInt8(ascii: "N")]) {
        result.nulls += 1
      } else if scanner.holdsPlainBackslash(bytes) {
        result.plainBackslashes += 1
        if DelimitedRowScanner.holdsDrive(bytes) { result.paths += 1 }
      } else {
        result.escapes += 1
        let marks = bytes.indices.filter { bytes[$0] == DelimitedRowScanner.backslash }.map { bytes[($0 + 1)...].first }
        let doubles = marks.count { $0 == UInt8(ascii: "\"") }
        if doubles > 1 || marks.contains(UInt8(ascii: "'")) { result.certainEscapes += 1 }
      }
    }
  }
}
