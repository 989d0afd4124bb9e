/// A JSON document on its way out: keys in the order given.
package enum JSONNode: Sendable, Equatable {
  case null
  case text(String)
  /// A number as its digits: decimals never pass through binary floats.
  case number(String)
  case boolean(Bool)
  case array([JSONNode])
  case object([Member])

  /// One key of an object.
  package struct Member: Sendable, Equatable {
    package let key: String
    package let value: JSONNode

    package init(key: String, value: JSONNode) {
      self.key = key
      self.value = value
    }
  }

  /// A parsed value: digits, and keys in their order, as they stood.
  package init(_ value: JSONValue) {
    self =
      switch value.content {
      case .null: .null
      case .boolean(let value): .boolean(value)
      case .number(let digits): .number(digits)
      case .text(let text): .text(text)
      case .array(let items): .array(items.map(JSONNode.init))
      case .object(let members): .object(members.map { Member(key: $0.key, value: JSONNode($0.value)) })
      }
  }

  /// Parses a document.
  package init(parsing bytes: [UInt8]) throws(JSONParser.SyntaxError) { self.init(try JSONParser.parse(bytes)) }

  /// The members of an object, in their order; none for what is no object.
  package var members: [Member] { if case .object(let members) = self { members } else { [] } }

  /// The elements of an array; none for what is no array.
  package var elements: [JSONNode] { if case .array(let items) = self { items } else { [] } }

  /// The value of an object's key, nil when it lacks it. Setting replaces the value in its place or adds it last; setting
  /// nil takes the key away.
  package subscript(key: String) -> JSONNode? {
    get { members.first { $0.key == key }?.value }
    set {
      var members = self.members
      let place = members.firstIndex { $0.key == key }
      switch (place, newValue) {
      case (let place?, let value?): members[place] = Member(key: key, value: value)
      case (let place?, nil): members.remove(at: place)
      case (nil, let value?): members.append(Member(key: key, value: value))
      case (nil, nil): return
      }
      self = .object(members)
    }
  }

  /// A text, or a number's digits; nil for all else.
  package var scalarText: String? {
    switch self {
    case .text(let text), .number(let text): text
    default: nil
    }
  }

  /// The document in UTF-8.
  package func bytes(indent: Int? = nil) -> [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes, indent: indent)
    return bytes
  }

  /// The document on one line.
  package var json: String { String(decoding: bytes(), as: UTF8.self) }

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

  private static func writeText(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    JSONText.append(text, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// True for `-12.50`: what both JSON and a canonical decimal are.
  package static func isNumber(_ text: String) -> Bool {
    var digits = text.utf8[...]
    if digits.first == UInt8(ascii: "-") { digits = digits.dropFirst() }
    let parts = digits.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    let isDigits = { (part: Substring.UTF8View) in !part.isEmpty && part.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
    guard parts.allSatisfy(isDigits), let whole = parts.first else { return false }
    return whole.count == 1 || whole.first != 0x30
  }
}
