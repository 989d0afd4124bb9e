/// How a row reads that is not written in the encoding of its file, or in which quotes leave it open where a cell ends. Its cells
/// hold the text in that reading.
package struct RowReading: Sendable, Hashable {
  /// The row's position in the source.
  package let position: UInt32
  /// The encoding in which the row makes sense; nil when only its quotes were read in another way.
  package let encoding: TextEncoding?
  /// The first cell that is not in the file's encoding, or whose quotes are not doubled, from 0.
  package let column: Int
  /// The text of that cell in this reading.
  package let text: String

  /// A reading of the row at a position.
  package init(position: UInt32, encoding: TextEncoding?, column: Int, text: String) {
    self.position = position
    self.encoding = encoding
    self.column = column
    self.text = text
  }
}

extension RowBatch {
  /// The reading of a row by its position; nil for a row that is what its file says, or that makes sense in no encoding.
  package func reading(at position: UInt32) -> RowReading? { readings.first { $0.position == position } }
}

extension TextEncoding {
  /// The name that people know.
  package var label: String {
    switch self {
    case .windows1252: "Windows-1252"
    case .macRoman: "MacRoman"
    default: rawValue
    }
  }
}
