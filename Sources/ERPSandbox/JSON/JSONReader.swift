/// Reads JSON texts (RFC 8259). Strict: no comments, no trailing commas, nothing after the value.
package struct JSONReader {
  /// A text is no JSON; `offset` is the byte at which reading stopped.
  package struct Failure: Error, Equatable {
    package let offset: Int
  }

  private let bytes: [UInt8]
  private var offset = 0
  private static let deepest = 100

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Throws `Failure`.
  package static func read(_ bytes: [UInt8]) throws -> JSON {
    var reader = JSONReader(bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.offset = 3 }
    let value = try reader.value(depth: 0)
    reader.skipBlanks()
    guard reader.offset == bytes.count else { throw Failure(offset: reader.offset) }
    return value
  }

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private var failure: Failure { Failure(offset: offset) }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
  }

  private mutating func take(_ byte: UInt8) throws {
    guard next == byte else { throw failure }
    offset += 1
  }

  private mutating func value(depth: Int) throws -> JSON {
    guard depth < Self.deepest else { throw failure }
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ word: String, _ value: JSON) throws -> JSON {
    for byte in word.utf8 { try take(byte) }
    return value
  }

  private mutating func object(depth: Int) throws -> JSON {
    try take(UInt8(ascii: "{"))
    var members: [String: JSON] = [:]
    skipBlanks()
    if next == UInt8(ascii: "}") {
      offset += 1
      return .object(members)
    }
    while true {
      skipBlanks()
      let key = try string()
      skipBlanks()
      try take(UInt8(ascii: ":"))
      members[key] = try value(depth: depth + 1)
      skipBlanks()
      if next == UInt8(ascii: ",") {
        offset += 1
      } else {
        try take(UInt8(ascii: "}"))
        return .object(members)
      }
    }
  }

  private mutating func array(depth: Int) throws -> JSON {
    try take(UInt8(ascii: "["))
    var elements: [JSON] = []
    skipBlanks()
    if next == UInt8(ascii: "]") {
      offset += 1
      return .array(elements)
    }
    while true {
      elements.append(try value(depth: depth + 1))
      skipBlanks()
      if next == UInt8(ascii: ",") {
        offset += 1
      } else {
        try take(UInt8(ascii: "]"))
        return .array(elements)
      }
    }
  }

  private mutating func number() throws -> JSON {
    let start = offset
    while let byte = next, "+-.eE0123456789".utf8.contains(byte) { offset += 1 }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    guard let first = text.utf8.first, first != UInt8(ascii: "+"), Double(text) != nil else { throw failure }
    return .number(text)
  }

  private mutating func string() throws -> String {
    try take(UInt8(ascii: "\""))
    var units: [UInt8] = []
    while let byte = next {
      offset += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: units, as: UTF8.self) else { throw failure }
        return text
      case UInt8(ascii: "\\"): units.append(contentsOf: try escaped())
      case 0..<0x20: throw failure
      default: units.append(byte)
      }
    }
    throw failure
  }

  private mutating func escaped() throws -> [UInt8] {
    guard let byte = next else { throw failure }
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"):
      var units = [try hexadecimal()]
      if UTF16.isLeadSurrogate(units[0]) {
        try take(UInt8(ascii: "\\"))
        try take(UInt8(ascii: "u"))
        units.append(try hexadecimal())
      }
      guard let text = String(validating: units, as: UTF16.self) else { throw failure }
      return Array(text.utf8)
    default: throw failure
    }
  }

  private mutating func hexadecimal() throws -> UInt16 {
    guard offset + 4 <= bytes.count,
      let unit = UInt16(String(decoding: bytes[offset..<offset + 4], as: UTF8.self), radix: 16)
    else { throw failure }
    offset += 4
    return unit
  }
}
