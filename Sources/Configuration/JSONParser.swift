/// Reads JSON strictly: RFC 8259, no comments, no trailing commas, no key twice in an object. A byte order mark is let by,
/// because Windows editors write one.
package struct JSONParser {
  /// What is wrong with the text, and where.
  package struct SyntaxError: Error, Sendable, Equatable {
    package let position: TextPosition
    package let message: String
  }

  private let bytes: [UInt8]
  private var index = 0
  private var position = TextPosition()
  private var depth = 0
  private static let maximumDepth = 100

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  /// Reads a whole document.
  ///
  /// - Throws: ``SyntaxError`` at the first place that is not JSON.
  package static func parse(_ bytes: [UInt8]) throws(SyntaxError) -> JSONValue {
    var parser = JSONParser(bytes)
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw SyntaxError(position: parser.position, message: "the file is not UTF-8")
    }
    parser.skipBlanks()
    let value = try parser.value()
    parser.skipBlanks()
    guard parser.current == nil else { throw parser.error("nothing may follow the document's end") }
    return value
  }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func error(_ message: String) -> SyntaxError { SyntaxError(position: position, message: message) }

  private mutating func advance() {
    let byte = bytes[index]
    index += 1
    if byte == 0x0A {
      position.line += 1
      position.column = 1
    } else if index >= bytes.count || bytes[index] & 0xC0 != 0x80 {
      position.column += 1
    }
  }

  private mutating func skipBlanks() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { advance() }
  }

  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: byte) else { return false }
    advance()
    return true
  }

  private mutating func value() throws(SyntaxError) -> JSONValue {
    let start = position
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw error("more than \(Self.maximumDepth) levels within one another") }
    let content: JSONValue.Content
    switch current {
    case UInt8(ascii: "{"): content = .object(try members())
    case UInt8(ascii: "["): content = .array(try items())
    case UInt8(ascii: "\""): content = .text(try text())
    case let byte? where byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte): content = .number(try number())
    case nil: throw error("the document ends where a value is expected")
    default: content = try word()
    }
    return JSONValue(content: content, position: start)
  }

  private mutating func members() throws(SyntaxError) -> [JSONValue.Member] {
    advance()
    var members: [JSONValue.Member] = []
    skipBlanks()
    if take("}") { return members }
    while true {
      skipBlanks()
      let start = position
      guard current == UInt8(ascii: "\"") else { throw error("a key in double quotes is expected") }
      let key = try text()
      guard !members.contains(where: { $0.key == key }) else {
        throw SyntaxError(position: start, message: "the key “\(key)” stands twice in the same object")
      }
      skipBlanks()
      guard take(":") else { throw error("a colon is expected after the key “\(key)”") }
      skipBlanks()
      members.append(JSONValue.Member(key: key, keyPosition: start, value: try value()))
      skipBlanks()
      if take("}") { return members }
      guard take(",") else { throw error("a comma or } is expected") }
    }
  }

  private mutating func items() throws(SyntaxError) -> [JSONValue] {
    advance()
    var items: [JSONValue] = []
    skipBlanks()
    if take("]") { return items }
    while true {
      skipBlanks()
      items.append(try value())
      skipBlanks()
      if take("]") { return items }
      guard take(",") else { throw error("a comma or ] is expected") }
    }
  }

  private mutating func word() throws(SyntaxError) -> JSONValue.Content {
    let words: [(String, JSONValue.Content)] = [("true", .boolean(true)), ("false", .boolean(false)), ("null", .null)]
    for (word, content) in words where bytes[index...].starts(with: word.utf8) {
      for _ in word.utf8 { advance() }
      return content
    }
    throw error("a value is expected: a text in double quotes, a number, true, false, null, [ or {")
  }

  private mutating func number() throws(SyntaxError) -> String {
    let start = index
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      advance()
      if !take("+") { _ = take("-") }
      try digits()
    }
    if let byte = current, byte >= 0x30 && byte <= 0x39 { throw error("a number does not begin with 0") }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func digits() throws(SyntaxError) {
    guard let first = current, first >= 0x30, first <= 0x39 else { throw error("a digit is expected") }
    while let byte = current, byte >= 0x30, byte <= 0x39 { advance() }
  }

  private mutating func text() throws(SyntaxError) -> String {
    let start = position
    advance()
    var result: [UInt8] = []
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        advance()
        return String(decoding: result, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &result)
      case ..<0x20:
        throw error("a line break or control character stands within a text: write it as an escape such as \\n")
      default:
        result.append(byte)
        advance()
      }
    }
    throw SyntaxError(position: start, message: "the text that begins here has no closing quote")
  }

  private mutating func escape(into result: inout [UInt8]) throws(SyntaxError) {
    let simple: [UInt8: UInt8] = [
      UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F, UInt8(ascii: "b"): 0x08,
      UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    ]
    let start = position
    advance()
    if let byte = current, let meant = simple[byte] {
      advance()
      result.append(meant)
      return
    }
    guard take("u") else {
      throw SyntaxError(position: start, message: "unknown escape: a backslash in a text is written \\\\")
    }
    var units = [try unit()]
    if UTF16.isLeadSurrogate(units[0]), current == UInt8(ascii: "\\") {
      advance()
      guard take("u") else { throw SyntaxError(position: start, message: "half of a surrogate pair") }
      units.append(try unit())
    }
    guard let character = String(validating: units, as: UTF16.self) else {
      throw SyntaxError(position: start, message: "half of a surrogate pair")
    }
    result += character.utf8
  }

  private mutating func unit() throws(SyntaxError) -> UInt16 {
    var value: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw error("\\u needs four hexadecimal digits")
      }
      value = value << 4 | UInt16(digit)
      advance()
    }
    return value
  }
}
