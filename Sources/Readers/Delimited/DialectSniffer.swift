import Rows

/// Finds the delimiter and the quoting of a text: those by which most rows get the same number of cells.
struct DialectSniffer {
  /// The delimiters that exports use; the first one is taken for a text of one column.
  static let delimiters: [UInt8] = [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: "|")]
  private static let maximumRows = 500

  private let text: [UInt8]
  private let isWhole: Bool

  /// - Parameters:
  ///   - text: the start of the text in UTF-8.
  ///   - isWhole: true when that is all of it; else its last row may be cut off and is left out.
  init(_ text: ArraySlice<UInt8>, isWhole: Bool) {
    self.text = Array(text.drop { $0 == 0x0A || $0 == 0x0D })
    self.isWhole = isWhole
  }

  /// - Parameter delimiter: the delimiter, when it is known.
  func dialect(delimiter: UInt8?) -> (delimiter: UInt8, quote: UInt8?) {
    let candidates = delimiter.map { [$0] } ?? DialectSniffer.delimiters
    var best = (delimiter: candidates[0], quote: UInt8(ascii: "\"") as UInt8?, score: 0.0)
    for candidate in candidates {
      let quote = quote(delimiter: candidate)
      let score = score(scan(candidate, quote).cellCounts, delimiter: candidate)
      if score > best.score || (candidates.count == 1) { best = (candidate, quote, score) }
    }
    return (best.delimiter, best.quote)
  }

  /// The quote of a text with that delimiter: `"`, unless nearly all cells stand between `'`, or rows are alike without any
  /// quoting and most quotes do not end with their cell.
  private func quote(delimiter: UInt8) -> UInt8? {
    let double = UInt8(ascii: "\"")
    let single = UInt8(ascii: "'")
    let borders = cellBorders(delimiter)
    if borders.doubles == 0 { return borders.singles * 10 >= borders.cells * 7 && borders.cells > 2 ? single : double }
    let plain = scan(delimiter, nil).cellCounts
    let quoted = scan(delimiter, double)
    guard plain.count > 4, Set(plain).count == 1, plain[0] > 1, quoted.oddQuotes * 2 > quoted.quotes else {
      return double
    }
    return nil
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

  /// The number of cells of each whole row; how many cells are quoted, and of how many something follows the quote.
  private func scan(_ delimiter: UInt8, _ quote: UInt8?) -> (cellCounts: [Int], quotes: Int, oddQuotes: Int) {
    let scanner = DelimitedRowScanner(delimiter: delimiter, quote: quote)
    let capacity = min(text.count + 1, DelimitedReader.maximumCellCount)
    var cells = [RowBatch.Cell](repeating: RowBatch.Cell(start: 0, length: 0), count: capacity)
    var result = (cellCounts: [Int](), quotes: 0, oddQuotes: 0)
    var position = 0
    let breaks = text.withUnsafeBufferPointer { BreakBits($0, delimiter: delimiter) }
    defer { breaks.deallocate() }
    while position < text.count, result.cellCounts.count < DialectSniffer.maximumRows {
      if text[position] == 0x0A || text[position] == 0x0D {
        position += 1
        continue
      }
      let scan = text.withUnsafeBufferPointer { text in
        cells.withUnsafeMutableBufferPointer {
          scanner.scan(text.baseAddress!, breaks, from: position, to: text.count, isLast: isWhole, into: $0)
        }
      }
      // A first row that goes on after the sample says something all the same.
      if scan.outcome == .row || result.cellCounts.isEmpty { result.cellCounts.append(scan.cellCount) }
      for cell in cells[..<scan.cellCount] where cell.start > position && text[Int(cell.start) - 1] == quote {
        result.quotes += 1
        if cell.range.upperBound == text.count || text[cell.range.upperBound] != quote { result.oddQuotes += 1 }
      }
      guard scan.outcome == .row else { break }
      position = scan.end
    }
    return result
  }
}
