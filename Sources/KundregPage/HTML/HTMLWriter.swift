import Texts

/// Writes one page as bytes, in one language. Markup comes from the program's source only; every other text is escaped.
struct HTMLWriter {
  let language: Language
  private(set) var bytes: [UInt8] = []

  init(_ language: Language) {
    self.language = language
    bytes.reserveCapacity(16_384)
  }

  /// Markup that is complete in the source.
  mutating func markup(_ markup: StaticString) { markup.withUTF8Buffer { bytes.append(contentsOf: $0) } }

  /// What the program tells, in the page's language.
  mutating func say(_ text: Text) { HTMLEscape.append(text[language], to: &bytes) }

  /// The same, with what stands between grave accents as what somebody types.
  mutating func sentence(_ text: Text) {
    let parts = text[language].split(separator: "`", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      // One that has no partner stands for itself.
      let isTyped = index % 2 == 1 && index < parts.count - 1
      if isTyped { markup("<code>") } else if index % 2 == 1 { plain("`") }
      plain(String(part))
      if isTyped { markup("</code>") }
    }
  }

  /// What the register, a file or a browser says: shown apart from the text around, so that a right-to-left mark in it turns
  /// nothing else round.
  mutating func foreign(_ text: String) {
    markup("<bdi>")
    HTMLEscape.append(text, to: &bytes)
    markup("</bdi>")
  }

  /// A text where no element may stand: in `title` and `option`.
  mutating func plain(_ text: String) { HTMLEscape.append(text, to: &bytes) }

  /// An element with what it holds.
  mutating func element(
    _ name: StaticString, _ attributes: HTMLAttribute..., content: (inout HTMLWriter) throws -> Void
  ) rethrows {
    open(name, attributes)
    try content(&self)
    markup("</")
    markup(name)
    markup(">")
  }

  /// An element with a text of the program's.
  mutating func element(_ name: StaticString, _ attributes: HTMLAttribute..., text: Text) {
    open(name, attributes)
    say(text)
    markup("</")
    markup(name)
    markup(">")
  }

  /// An element that holds nothing: `input`, `link`.
  mutating func void(_ name: StaticString, _ attributes: HTMLAttribute...) { open(name, attributes) }

  private mutating func open(_ name: StaticString, _ attributes: [HTMLAttribute]) {
    markup("<")
    markup(name)
    for attribute in attributes {
      markup(" ")
      markup(attribute.name)
      guard let value = attribute.value else { continue }
      markup("=\"")
      HTMLEscape.append(value, to: &bytes)
      markup("\"")
    }
    markup(">")
  }
}
