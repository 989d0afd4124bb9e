import CustomerModel

/// Writes a delimited text in UTF-8 that Excel and every CSV reader opens: RFC 4180, rows ended by CRLF.
///
/// A cell is quoted when it holds the delimiter, a quote, CR or LF, or begins or ends with a blank, so that it reads back
/// byte for byte. A row of one empty cell is written as `""`, because a blank line is no row.
package final class DelimitedWriter {
  private let file: ReplacementFile
  private let delimiter: UInt8
  private var buffer: [UInt8] = []
  private var rowStart = 0
  private var cellsInRow = 0

  private static let flushSize = 1 << 16
  private static let quote = UInt8(ascii: "\"")

  /// - Parameters:
  ///   - delimiter: The byte between cells.
  ///   - byteOrderMark: True to begin with the mark by which Excel knows UTF-8.
  /// - Throws: ``KundregError`` with status 1 when the file cannot be created.
  package init(path: String, delimiter: UInt8 = UInt8(ascii: ";"), byteOrderMark: Bool = true) throws {
    file = try ReplacementFile(path: path)
    self.delimiter = delimiter
    buffer.reserveCapacity(Self.flushSize * 2)
    if byteOrderMark { buffer += [0xEF, 0xBB, 0xBF] }
    rowStart = buffer.count
  }

  /// Appends one cell of UTF-8 to the row.
  package func cell(_ bytes: UnsafeRawBufferPointer) {
    if cellsInRow > 0 { buffer.append(delimiter) }
    cellsInRow += 1
    guard needsQuotes(bytes) else {
      buffer.append(contentsOf: bytes)
      return
    }
    buffer.append(Self.quote)
    for byte in bytes {
      if byte == Self.quote { buffer.append(Self.quote) }
      buffer.append(byte)
    }
    buffer.append(Self.quote)
  }

  /// Appends one cell to the row; nil is an empty one.
  package func cell(_ text: String?) {
    var text = text ?? ""
    text.withUTF8 { cell(UnsafeRawBufferPointer($0)) }
  }

  /// Ends the row.
  package func endRow() throws {
    if cellsInRow == 1, buffer.count == rowStart { buffer += [Self.quote, Self.quote] }
    buffer += [0x0D, 0x0A]
    cellsInRow = 0
    if buffer.count >= Self.flushSize { try flush() }
    rowStart = buffer.count
  }

  /// Appends a whole row.
  package func append(_ cells: some Sequence<String?>) throws {
    for text in cells { cell(text) }
    try endRow()
  }

  /// Puts the file in its place; see ``ReplacementFile/finish(keepingPreviousAt:)``.
  package func finish(keepingPreviousAt previous: String? = nil) throws {
    try flush()
    try file.finish(keepingPreviousAt: previous)
  }

  /// Drops what was written.
  package func discard() { file.discard() }

  private func flush() throws {
    try buffer.withUnsafeBytes { try file.write($0) }
    buffer.removeAll(keepingCapacity: true)
  }

  private func needsQuotes(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return false }
    if first == 0x20 || first == 0x09 || last == 0x20 || last == 0x09 { return true }
    let delimiter = delimiter
    return bytes.contains { $0 == delimiter || $0 == Self.quote || $0 == 0x0D || $0 == 0x0A }
  }
}
