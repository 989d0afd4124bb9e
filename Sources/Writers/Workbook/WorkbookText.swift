/// What a cell's text becomes in a workbook's XML.
enum WorkbookText {
  /// Writes what XML cannot hold as `_xHHHH_`, and a text that merely looks so as `_x005F_xHHHH_`.
  ///
  /// Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring). The library escapes control characters in cells but neither NUL,
  /// where a C string ends, nor U+FFFE and U+FFFF, nor text that looks like an escape; so all is done here.
  static func escaped(_ text: String) -> String {
    var text = text
    let escaped: [UInt8]? = text.withUTF8 { bytes in
      guard bytes.contains(where: isSuspect) else { return nil }
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count + 16)
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x20, byte != 0x09, byte != 0x0A {
          result += escape(UInt16(byte))
        } else if byte == underscore, looksLikeEscape(bytes, at: index) {
          result += escape(UInt16(underscore))
        } else if byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE {
          result += escape(bytes[index + 2] == 0xBE ? 0xFFFE : 0xFFFF)
          index += 2
        } else {
          result.append(byte)
        }
        index += 1
      }
      return result
    }
    return escaped.map { String(decoding: $0, as: UTF8.self) } ?? text
  }

  /// The text of a comment, which has no escapes: what XML cannot hold becomes a blank. Cut at `limit` characters.
  static func comment(_ text: String, limit: Int = ExcelLimits.commentCharacters) -> String {
    let scalars = text.unicodeScalars.prefix(limit).map { scalar -> Unicode.Scalar in
      let isForbidden = scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || scalar.value & 0xFFFE == 0xFFFE
      return isForbidden ? " " : scalar
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }

  /// The beginning of a text that is too long for a cell, with an ellipsis.
  static func shortened(_ text: String) -> String {
    guard text.utf16.count > ExcelLimits.cellCharacters else { return text }
    var units = Array(text.utf16.prefix(ExcelLimits.cellCharacters - 1))
    if let last = units.last, UTF16.isLeadSurrogate(last) { units.removeLast() }
    return String(decoding: units, as: UTF16.self) + "…"
  }

  /// True for UTF-8 that stands in a cell as it is, and surely fits.
  static func isPlain(_ text: UnsafeRawBufferPointer) -> Bool {
    text.count <= ExcelLimits.cellCharacters && !text.contains(where: isSuspect)
  }

  static func isTooLong(_ text: String) -> Bool {
    text.utf8.count > ExcelLimits.cellCharacters && text.utf16.count > ExcelLimits.cellCharacters
  }

  private static let underscore = UInt8(ascii: "_")

  private static func isSuspect(_ byte: UInt8) -> Bool { byte < 0x20 || byte == underscore || byte == 0xEF }

  private static func looksLikeEscape(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 6 < bytes.count, bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == underscore else {
      return false
    }
    return bytes[index + 2..<index + 6].allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }

  private static func escape(_ unit: UInt16) -> [UInt8] {
    let digits = String(unit, radix: 16, uppercase: true)
    return Array("_x\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)_".utf8)
  }
}
