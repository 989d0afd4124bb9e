/// Reads JSON after RFC 8259 into ``JSONNode``.
///
/// Foundation's parsers tell neither where a value stood nor which key came twice, and an error in a mapping must.
struct JSONParser {
  private let bytes: [UInt8]
  private var place = 0
  private var depth = 0
  /// Deeper nesting than any mapping has; keeps a hostile file from exhausting the stack.
  private static let maximumDepth = 64

  /// - Throws: ``JSONSyntaxError`` with the offset of the fault.
  static func parse(_ bytes: [UInt8]) throws -> JSONNode {
    var parser = JSONParser(bytes: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.place = 3 }
    let node = try parser.value()
    parser.skipBlanks()
    if parser.place < bytes.count { throw parser.fault("there is more text after the end of the JSON") }
    return node
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private func fault(_ message: String, at offset: Int? = nil) -> JSONSyntaxError {
    JSONSyntaxError(offset: offset ?? place, message: message)
  }

  private mutating func skipBlanks() {
    while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
  }

  private mutating func take(_ byte: Character) -> Bool {
    skipBlanks()
    guard place < bytes.count, bytes[place] == byte.asciiValue else { return false }
    place += 1
    return true
  }

  private mutating func value() throws -> JSONNode {
    skipBlanks()
    guard place < bytes.count else { throw fault("the text ends where a value is expected") }
    guard depth < Self.maximumDepth else { throw fault("the nesting is deeper than \(Self.maximumDepth)") }
    depth += 1
    defer { depth -= 1 }
    let start = place
    switch bytes[place] {
    case UInt8(ascii: "{"): return JSONNode(value: .object(try members()), offset: start)
    case UInt8(ascii: "["): return JSONNode(value: .array(try elements()), offset: start)
    case UInt8(ascii: "\""): return JSONNode(value: .string(try string()), offset: start)
    case UInt8(ascii: "-"), 0x30...0x39: return JSONNode(value: .number(try number()), offset: start)
    default:
      for (word, value) in [("true", .boolean(true)), ("false", .boolean(false)), ("null", JSONNode.Value.null)]
      where bytes[place...].starts(with: word.utf8) {
        place += word.utf8.count
        return JSONNode(value: value, offset: start)
      }
      throw fault("a value is expected: a text in double quotes, a number, true, false, null, a list or an object")
    }
  }

  private mutating func members() throws -> [JSONNode.Member] {
    place += 1
    var members: [JSONNode.Member] = []
    if take("}") { return members }
    repeat {
      skipBlanks()
      let offset = place
      guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
        throw fault("a key in double quotes is expected\(members.isEmpty ? "" : "; a comma must not stand before }")")
      }
      let key = try string()
      if members.contains(where: { $0.key == key }) { throw fault("the key \"\(key)\" stands twice", at: offset) }
      guard take(":") else { throw fault("a colon is expected after the key \"\(key)\"") }
      members.append(.init(key: key, offset: offset, node: try value()))
    } while take(",")
    guard take("}") else { throw fault("a comma or } is expected") }
    return members
  }

  private mutating func elements() throws -> [JSONNode] {
    place += 1
    var elements: [JSONNode] = []
    if take("]") { return elements }
    repeat { elements.append(try value()) } while take(",")
    guard take("]") else { throw fault("a comma or ] is expected") }
    return elements
  }

  private mutating func number() throws -> String {
    let start = place
    func isPart(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
    }
    while place < bytes.count, isPart(bytes[place]) { place += 1 }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    guard Double(text) != nil, bytes[place - 1] != UInt8(ascii: ".") else {
      throw fault("\(text) is no number", at: start)
    }
    return text
  }

  private mutating func string() throws -> String {
    let start = place
    place += 1
    var text: [UInt8] = []
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else {
          throw fault("the text is not UTF-8; save the file as UTF-8", at: start)
        }
        return string
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw fault("a line break or other control character must be escaped in a text", at: place - 1)
      default: text.append(byte)
      }
    }
    throw fault("the text that begins here has no closing quote", at: start)
  }

  private mutating func escape(into text: inout [UInt8]) throws {
    guard place < bytes.count else { throw fault("the text ends in the middle of an escape") }
    let byte = bytes[place]
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      let start = place - 2
      var code = try hexadecimal()
      if (0xD800..<0xDC00).contains(code), bytes[place...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) {
        place += 2
        let low = try hexadecimal()
        guard (0xDC00..<0xE000).contains(low) else { throw fault("half a surrogate pair", at: start) }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw fault("half a surrogate pair", at: start) }
      text.append(contentsOf: String(scalar).utf8)
    default: throw fault("\\\(Unicode.Scalar(byte)) is no escape; a backslash itself is written \\\\", at: place - 2)
    }
  }

  private mutating func hexadecimal() throws -> UInt32 {
    guard place + 4 <= bytes.count,
      let code = UInt32(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
    else { throw fault("\\u is followed by four hexadecimal digits") }
    place += 4
    return code
  }
}
