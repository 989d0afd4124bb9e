/// Texts that a spreadsheet shows where a formula has no value, in English and Swedish, and number signs where a column is too
/// narrow for its value: so they come into text files.
///
/// `#N/A` and `#SAKNAS!` are not among them: they stand for no value, see ``BlankWords``. Sources: the error values of Excel and of
/// LibreOffice.
package enum SpreadsheetErrors {
  private static let texts: Set<String> = [
    "#REF!", "#REFERENS!", "#VALUE!", "#VÄRDEFEL!", "#VÄRDE!", "#NAME?", "#NAMN?", "#DIV/0!", "#DIVISION/0!", "#NUM!",
    "#OGILTIGT!", "#NULL!", "#SKÄRNING!", "#SPILL!", "#CALC!",
  ]
  private static let longest = texts.map(\.utf8.count).max() ?? 0

  /// True for a cell of one line that holds such a text.
  package static func isOne(_ text: String) -> Bool {
    text.utf8.first == UInt8(ascii: "#")
      && Array(text.utf8).withUnsafeBufferPointer { contain($0, asText: false) }
  }

  /// - Parameter asText: true where number signs may be a line that somebody drew.
  static func contain(_ bytes: UnsafeBufferPointer<UInt8>, asText: Bool) -> Bool {
    if bytes.count >= 3, bytes.allSatisfy({ $0 == UInt8(ascii: "#") }) { return !asText }
    return bytes.count <= longest && texts.contains(String(decoding: bytes, as: UTF8.self))
  }
}
