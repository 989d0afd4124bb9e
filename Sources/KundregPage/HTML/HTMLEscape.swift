/// The one place where foreign text becomes HTML.
///
/// It works on UTF-8 bytes. By characters, a quotation mark that a combining mark follows is another character than a quotation
/// mark, and would stay: an attribute would end there, since browsers see the bytes.
enum HTMLEscape {
  /// Appends a text so that it stands for itself between tags and in quoted attributes.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { utf8 in
      for byte in utf8 {
        switch byte {
        case UInt8(ascii: "&"): bytes += "&amp;".utf8
        case UInt8(ascii: "<"): bytes += "&lt;".utf8
        case UInt8(ascii: ">"): bytes += "&gt;".utf8
        case UInt8(ascii: "\""): bytes += "&quot;".utf8
        case UInt8(ascii: "'"): bytes += "&#39;".utf8
        case UInt8(ascii: "`"): bytes += "&#96;".utf8
        // A bare one would be read as a line end.
        case 0x0D: bytes += "&#13;".utf8
        case 0x09, 0x0A: bytes.append(byte)
        // HTML has no way to write the other control characters.
        case 0..<0x20, 0x7F: bytes += "\u{FFFD}".utf8
        default: bytes.append(byte)
        }
      }
    }
  }
}
