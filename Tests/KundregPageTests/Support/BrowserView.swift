/// What a browser makes of a page's bytes: which elements and attributes there are, and which text.
///
/// It reads the bytes as HTML's tokenizer does, as far as our pages go: tags, quoted attributes, comments. It knows nothing of how
/// they were written.
struct BrowserView {
  struct Tag: Equatable {
    let name: String
    let attributes: [String: String]
  }

  private(set) var tags: [Tag] = []
  /// The text between tags, with entities resolved.
  private(set) var text = ""

  init(_ page: String) {
    var rest = Array(page.utf8)[...]
    var text: [UInt8] = []
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "<"), let next = rest.first, Self.beginsTag(next) else {
        text.append(byte)
        continue
      }
      if next == UInt8(ascii: "!") || next == UInt8(ascii: "/") || next == UInt8(ascii: "?") {
        rest = rest.drop { $0 != UInt8(ascii: ">") }.dropFirst()
      } else {
        tags.append(Self.tag(&rest))
      }
    }
    self.text = Self.resolved(text)
  }

  private static func beginsTag(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || [UInt8(ascii: "!"), UInt8(ascii: "/"), UInt8(ascii: "?")].contains(byte)
  }

  private static func tag(_ rest: inout ArraySlice<UInt8>) -> Tag {
    func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0C, 0x0D, UInt8(ascii: "/")].contains(byte) }
    let end = UInt8(ascii: ">")
    let name = rest.prefix { !isBlank($0) && $0 != end }
    rest = rest.dropFirst(name.count)
    var attributes: [String: String] = [:]
    while true {
      rest = rest.drop(while: isBlank)
      guard let first = rest.first, first != end else { break }
      let key = rest.prefix { !isBlank($0) && $0 != end && $0 != UInt8(ascii: "=") }
      rest = rest.dropFirst(max(key.count, 1))
      var value: ArraySlice<UInt8> = []
      if rest.first == UInt8(ascii: "=") {
        rest = rest.dropFirst()
        if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
          value = rest.dropFirst().prefix { $0 != quote }
          rest = rest.dropFirst(value.count + 2)
        } else {
          value = rest.prefix { !isBlank($0) && $0 != end }
          rest = rest.dropFirst(value.count)
        }
      }
      attributes[String(decoding: key, as: UTF8.self).lowercased()] = resolved(Array(value))
    }
    rest = rest.dropFirst()
    return Tag(name: String(decoding: name, as: UTF8.self).lowercased(), attributes: attributes)
  }

  /// By bytes: an entity ends with its semicolon, whatever mark follows.
  private static func resolved(_ bytes: [UInt8]) -> String {
    let entities: [(name: String, sign: String)] = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#96;", "`"), ("&#13;", "\r"), ("&amp;", "&"),
    ]
    var text: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.first {
      if let entity = entities.first(where: { rest.starts(with: $0.name.utf8) }) {
        text += entity.sign.utf8
        rest = rest.dropFirst(entity.name.utf8.count)
      } else {
        text.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  func all(_ name: String) -> [Tag] { tags.filter { $0.name == name } }

  /// Where links and forms lead, and what is loaded.
  var addresses: [String] { tags.flatMap { tag in ["href", "src", "action"].compactMap { tag.attributes[$0] } } }
}
