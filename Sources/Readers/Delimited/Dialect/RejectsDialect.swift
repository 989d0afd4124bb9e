import Rows

/// How a file of rejected rows is written: by this program, and so in one way only.
///
/// What stands in it is what the list held. Were its dialect found by its cells, a few rows full of backslashes or apostrophes
/// could look like another one, and come back as other values.
enum RejectsDialect {
  /// The dialect of a text that begins with the headings of a rejects file; nil for any other text. A spreadsheet program that
  /// wrote the file anew may have put another delimiter into it.
  ///
  /// - Parameter delimiter: the delimiter, when it is known.
  static func of(_ text: ArraySlice<UInt8>, delimiter: UInt8?, isWhole: Bool) -> DialectSniffer.Result? {
    let candidates = Set([delimiter].compactMap(\.self) + DelimiterCandidates.all + others(in: text))
    for candidate in candidates.sorted() {
      let header = headings(of: text, by: candidate, isWhole: isWhole)
      if RejectsColumn.row.index(in: header) != nil, RejectsColumn.errors.index(in: header) != nil {
        return DialectSniffer.Result(delimiter: candidate, quote: UInt8(ascii: "\""), width: header.count)
      }
    }
    return nil
  }

  /// The first row, as cells between a delimiter.
  private static func headings(of text: ArraySlice<UInt8>, by delimiter: UInt8, isWhole: Bool) -> [String] {
    var bytes = Array(text.drop { $0 == 0x0A || $0 == 0x0D })
    let scanner = DelimitedRowScanner(delimiter: delimiter, quote: UInt8(ascii: "\""))
    var cells = [RowBatch.Cell](
      repeating: RowBatch.Cell(start: 0, length: 0), count: min(bytes.count + 1, DelimitedLimits.cellsOfRow))
    let breaks = bytes.withUnsafeBufferPointer { BreakBits($0, delimiter: delimiter) }
    defer { breaks.deallocate() }
    return bytes.withUnsafeMutableBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return [] }
      let scan = cells.withUnsafeMutableBufferPointer {
        scanner.scan(base, breaks, from: 0, to: bytes.count, isLast: isWhole, into: $0)
      }
      return scan.outcome == .row
        ? cells[..<scan.cellCount].map { String(decoding: bytes[$0.range], as: UTF8.self) }
        : []
    }
  }

  /// The character before the heading of the reasons, where the list had a delimiter that few have.
  private static func others(in text: ArraySlice<UInt8>) -> [UInt8] {
    RejectsColumn.errors.headings.compactMap { heading in
      guard let place = text.firstRange(of: Array(heading.utf8))?.lowerBound,
        let byte = text[..<place].last(where: { $0 != UInt8(ascii: "\"") })
      else { return nil }
      let isLetter = (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
      return byte > 0x20 && byte < 0x7F && !isLetter ? byte : nil
    }
  }
}
