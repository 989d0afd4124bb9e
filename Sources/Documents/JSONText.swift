/// Texts inside the quotes of a JSON document.
package enum JSONText {
  /// Appends UTF-8 as it stands between quotes. Source: RFC 8259, 7: quote, backslash and control characters are escaped, all
  /// else stands as UTF-8.
  package static func append(_ text: UnsafeRawBufferPointer, to bytes: inout [UInt8]) {
    // What needs no escape is taken along in one piece, and that is nearly always all of it.
    var taken = 0
    for index in text.indices where needsEscape(text[index]) {
      bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[taken..<index]))
      escape(text[index], to: &bytes)
      taken = index + 1
    }
    bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[taken...]))
  }

  /// Appends a text as it stands between quotes.
  package static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { append(UnsafeRawBufferPointer($0), to: &bytes) }
  }

  @inline(__always)
  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func escape(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
    case 0x0A: bytes += "\\n".utf8
    case 0x0D: bytes += "\\r".utf8
    case 0x09: bytes += "\\t".utf8
    default: bytes += "\\u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))".utf8
    }
  }
}
