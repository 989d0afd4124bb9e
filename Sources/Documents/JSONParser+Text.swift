extension JSONParser {
  /// The text in double quotes that begins here.
  mutating func text() throws(SyntaxError) -> String {
    let start = position()
    advance()
    let first = index
    skipPlainText()
    if current == UInt8(ascii: "\"") {
      defer { advance() }
      return String(decoding: bytes[first..<index], as: UTF8.self)
    }
    var result = Array(bytes[first..<index])
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        advance()
        return String(decoding: result, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &result)
      case ..<0x20:
        throw error(JSONSyntaxTexts.controlCharacter)
      default:
        let first = index
        skipPlainText()
        result += bytes[first..<index]
      }
    }
    throw SyntaxError(position: start, message: JSONSyntaxTexts.textHasNoEnd)
  }

  private mutating func escape(into result: inout [UInt8]) throws(SyntaxError) {
    let start = position()
    advance()
    guard let letter = current else { throw error(JSONSyntaxTexts.endsInEscape) }
    if let meant = Self.meaning(ofEscaped: letter) {
      advance()
      result.append(meant)
      return
    }
    guard take("u") else {
      // A control character would tear the message apart.
      let shown = letter < 0x20 ? "" : String(decoding: bytes[index...].prefix(4), as: UTF8.self).prefix(1)
      throw SyntaxError(
        position: start, message: JSONSyntaxTexts.noEscape(String(shown)))
    }
    var units = [try unit()]
    if UTF16.isLeadSurrogate(units[0]), current == UInt8(ascii: "\\") {
      advance()
      guard take("u") else { throw SyntaxError(position: start, message: JSONSyntaxTexts.halfSurrogatePair) }
      units.append(try unit())
    }
    guard let character = String(validating: units, as: UTF16.self) else {
      throw SyntaxError(position: start, message: JSONSyntaxTexts.halfSurrogatePair)
    }
    result += character.utf8
  }

  /// What a backslash and one letter stand for; nil for `u` and for what is no escape.
  private static func meaning(ofEscaped letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }

  /// The four hexadecimal digits after `\u`.
  private mutating func unit() throws(SyntaxError) -> UInt16 {
    var value: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw error(JSONSyntaxTexts.hexadecimalDigitsExpected)
      }
      value = value << 4 | UInt16(digit)
      advance()
    }
    return value
  }
}
