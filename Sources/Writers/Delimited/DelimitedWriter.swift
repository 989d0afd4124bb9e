import CustomerModel

/// Writes a delimited text in UTF-8 that Excel and every CSV reader opens: RFC 4180, rows ended by CRLF.
///
/// A cell is quoted when it holds the delimiter, a quote, CR or LF, or begins or ends with a blank, so that it reads back
/// byte for byte. A row of one empty cell is written as `""`, because a blank line is no row.
package final class DelimitedWriter {
  private let file: ReplacementFile
  private var cells: DelimitedCells

  private static let flushSize = 1 << 16

  /// - Parameters:
  ///   - delimiter: The byte between cells.
  ///   - byteOrderMark: True to begin with the mark by which Excel knows UTF-8.
  ///   - isPrivate: True for a file that only its owner may read.
  /// - Throws: ``KundregError`` with status 1 when the file cannot be created.
  package init(
    path: String, delimiter: UInt8 = UInt8(ascii: ";"), byteOrderMark: Bool = true, isPrivate: Bool = false
  ) throws {
    file = try ReplacementFile(path: path, isPrivate: isPrivate)
    cells = DelimitedCells(delimiter: delimiter, byteOrderMark: byteOrderMark, capacity: Self.flushSize * 2)
  }

  /// Appends a row of the cells that `body` appends.
  func appendRow(_ body: (inout DelimitedCells) -> Void) throws {
    body(&cells)
    cells.endRow()
    if cells.bytes.count >= Self.flushSize { try flush() }
  }

  /// Appends a row; nil is an empty cell.
  package func append(_ row: some Sequence<String?>) throws {
    try appendRow { cells in
      for text in row {
        var text = text ?? ""
        text.withUTF8 { cells.append(UnsafeRawBufferPointer($0)) }
      }
    }
  }

  /// Puts the file in its place; see ``ReplacementFile/finish(keepingPreviousAt:)``.
  package func finish(keepingPreviousAt previous: String? = nil) throws {
    try flush()
    try file.finish(keepingPreviousAt: previous)
  }

  /// Drops what was written.
  package func discard() { file.discard() }

  private func flush() throws {
    try cells.bytes.withUnsafeBytes { try file.write($0) }
    cells.removeAll()
  }
}
