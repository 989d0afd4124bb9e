package import Texts

/// Reads JSON strictly: RFC 8259, no comments, no trailing commas, no key twice in an object. A byte order mark is let by,
/// because Windows editors write one.
///
/// Foundation's parsers tell neither where a value stands nor which key comes twice, and an error in a file that people
/// write by hand must.
package struct JSONParser {
  /// What is wrong with the text, and where.
  package struct SyntaxError: Error, Sendable, Equatable {
    package let position: TextPosition
    /// The end of a sentence, without its full stop.
    package let message: Text
  }

  let bytes: [UInt8]
  private(set) var index = 0
  /// How far lines and columns are counted, and what stands there: most bytes are passed over without.
  private var counted = (index: 0, position: TextPosition())
  private var depth = 0
  private var values = 0

  private static let fewKeys = 16

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      index = 3
      counted.index = 3
    }
  }

  /// Reads a whole document.
  ///
  /// - Throws: ``SyntaxError`` at the first place that is not JSON, or not UTF-8.
  package static func parse(_ bytes: [UInt8]) throws(SyntaxError) -> JSONValue {
    var parser = JSONParser(bytes)
    if let end = UTF8Prefix.end(of: bytes) {
      parser.index = end
      throw parser.error(JSONSyntaxTexts.isNotUTF8)
    }
    parser.skipBlanks()
    let value = try parser.value()
    parser.skipBlanks()
    guard parser.current == nil else { throw parser.error(JSONSyntaxTexts.goesOn) }
    return value
  }

  var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  mutating func error(_ message: Text) -> SyntaxError { SyntaxError(position: position(), message: message) }

  mutating func advance() { index += 1 }

  /// Where the next byte stands.
  mutating func position() -> TextPosition {
    var (place, position) = counted
    while place < index {
      let byte = bytes[place]
      place += 1
      if byte == 0x0A {
        position.line += 1
        position.column = 1
      } else if place >= bytes.count || bytes[place] & 0xC0 != 0x80 {
        position.column += 1
      }
    }
    counted = (place, position)
    return position
  }

  /// Passes over the bytes of a text that stand for themselves.
  mutating func skipPlainText() {
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { return }
      index += 1
    }
  }

  private mutating func skipBlanks() {
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      index += 1
    }
  }

  mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: byte) else { return false }
    advance()
    return true
  }

  private mutating func value() throws(SyntaxError) -> JSONValue {
    let start = position()
    depth += 1
    defer { depth -= 1 }
    values += 1
    guard values <= JSONFileLimits.values else {
      throw error(JSONSyntaxTexts.tooManyValues(limit: JSONFileLimits.values))
    }
    guard depth <= JSONFileLimits.depth else { throw error(JSONSyntaxTexts.isTooDeep(limit: JSONFileLimits.depth)) }
    let content: JSONValue.Content
    switch current {
    case UInt8(ascii: "{"): content = .object(try members())
    case UInt8(ascii: "["): content = .array(try items())
    case UInt8(ascii: "\""): content = .text(try text())
    case let byte? where byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte): content = .number(try number())
    case nil: throw error(JSONSyntaxTexts.endsBeforeValue)
    default: content = try word()
    }
    return JSONValue(content: content, position: start)
  }

  private mutating func members() throws(SyntaxError) -> [JSONValue.Member] {
    advance()
    var members: [JSONValue.Member] = []
    var keys: Set<String> = []
    func isNew(_ key: String) -> Bool {
      // Most objects have so few keys that comparing takes less than hashing.
      if members.count < Self.fewKeys { return !members.contains { $0.key == key } }
      if keys.isEmpty { keys = Set(members.lazy.map(\.key)) }
      return keys.insert(key).inserted
    }
    skipBlanks()
    if take("}") { return members }
    while true {
      skipBlanks()
      let start = position()
      guard current == UInt8(ascii: "\"") else {
        throw error(JSONSyntaxTexts.keyExpected(isAfterComma: current == UInt8(ascii: "}")))
      }
      let key = try text()
      guard isNew(key) else {
        throw SyntaxError(position: start, message: JSONSyntaxTexts.keyStandsTwice(key))
      }
      skipBlanks()
      guard take(":") else { throw error(JSONSyntaxTexts.colonExpected(after: key)) }
      skipBlanks()
      members.append(JSONValue.Member(key: key, keyPosition: start, value: try value()))
      skipBlanks()
      if take("}") { return members }
      guard take(",") else { throw error(JSONSyntaxTexts.commaOrBraceExpected) }
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
      guard take(",") else { throw error(JSONSyntaxTexts.commaOrBracketExpected) }
    }
  }

  private mutating func word() throws(SyntaxError) -> JSONValue.Content {
    let words: [(String, JSONValue.Content)] = [("true", .boolean(true)), ("false", .boolean(false)), ("null", .null)]
    for (word, content) in words where bytes[index...].starts(with: word.utf8) {
      for _ in word.utf8 { advance() }
      return content
    }
    throw error(JSONSyntaxTexts.valueExpected(isAfterComma: current == UInt8(ascii: "]")))
  }

  private mutating func number() throws(SyntaxError) -> String {
    let start = index
    _ = take("-")
    if !take("0") { try digits(since: start) }
    if take(".") { try digits(since: start) }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      advance()
      if !take("+") { _ = take("-") }
      try digits(since: start)
    }
    if let byte = current, byte >= 0x30 && byte <= 0x39 { throw error(JSONSyntaxTexts.leadingZero) }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func digits(since start: Int) throws(SyntaxError) {
    guard let first = current, first >= 0x30, first <= 0x39 else {
      throw error(JSONSyntaxTexts.digitExpected(in: String(decoding: bytes[start..<index], as: UTF8.self)))
    }
    while let byte = current, byte >= 0x30, byte <= 0x39 { advance() }
  }
}
