/// A JSON document on its way out: keys in the order given.
package enum JSONNode: Sendable {
  case null
  case text(String)
  /// A number as its digits: decimals never pass through binary floats.
  case number(String)
  case boolean(Bool)
  case array([JSONNode])
  case object([Member])

  /// One key of an object.
  package struct Member: Sendable {
    package let key: String
    package let value: JSONNode

    package init(key: String, value: JSONNode) {
      self.key = key
      self.value = value
    }
  }

  /// Appends the document in UTF-8.
  ///
  /// - Parameter indent: The depth from which lines are indented by two blanks a level; nil for all on one line.
  package func write(to bytes: inout [UInt8], indent: Int?) {
    switch self {
    case .null: bytes += "null".utf8
    case .text(let text): Self.writeText(text, to: &bytes)
    case .number(let digits): bytes += digits.utf8
    case .boolean(let value): bytes += (value ? "true" : "false").utf8
    case .array(let items):
      Self.writeList(items, "[", "]", to: &bytes, indent: indent) { item, bytes, indent in
        item.write(to: &bytes, indent: indent)
      }
    case .object(let members):
      Self.writeList(members, "{", "}", to: &bytes, indent: indent) { member, bytes, indent in
        Self.writeText(member.key, to: &bytes)
        bytes += indent == nil ? [UInt8(ascii: ":")] : [UInt8(ascii: ":"), UInt8(ascii: " ")]
        member.value.write(to: &bytes, indent: indent)
      }
    }
  }

  private static func writeList<Item>(
    _ items: [Item], _ open: Unicode.Scalar, _ close: Unicode.Scalar, to bytes: inout [UInt8], indent: Int?,
    item write: (Item, inout [UInt8], Int?) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      newLine(indent.map { $0 + 1 }, to: &bytes)
      write(item, &bytes, indent.map { $0 + 1 })
    }
    if !items.isEmpty { newLine(indent, to: &bytes) }
    bytes.append(UInt8(ascii: close))
  }

  private static func newLine(_ indent: Int?, to bytes: inout [UInt8]) {
    guard let indent else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes += repeatElement(UInt8(ascii: " "), count: indent * 2)
  }

  /// Source: RFC 8259, 7: quote, backslash and control characters are escaped, all else stands as UTF-8.
  private static func writeText(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: bytes += "\\n".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0x09: bytes += "\\t".utf8
      case ..<0x20: bytes += "\\u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))".utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// True for `-12.50`: what both JSON and a canonical decimal are.
  static func isNumber(_ text: String) -> Bool {
    var digits = text.utf8[...]
    if digits.first == UInt8(ascii: "-") { digits = digits.dropFirst() }
    let parts = digits.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    let isDigits = { (part: Substring.UTF8View) in !part.isEmpty && part.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
    guard parts.allSatisfy(isDigits), let whole = parts.first else { return false }
    return whole.count == 1 || whole.first != 0x30
  }
}
