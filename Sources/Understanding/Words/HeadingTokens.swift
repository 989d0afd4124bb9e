import Mapping

/// A heading cut into words as they are written: at blanks and marks, before capitals, between letters and digits. What stands
/// in parentheses is kept apart.
struct HeadingTokens: Sendable {
  struct Token: Sendable, Equatable {
    let text: String
    /// By which words are compared.
    let key: String
    var isNumber: Bool { key.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }

  private(set) var tokens: [Token]
  /// The texts in parentheses.
  private(set) var hints: [String]
  /// The token behind the mark that says what follows is said of what stands before it: `Plats: Gata`, `Plats - Gata`.
  private(set) var said: Int?

  /// Those of a text that is too long for a heading are none.
  init(_ heading: String) {
    guard UnderstandingLimits.isHeading(heading) else {
      (tokens, hints, said) = ([], [], nil)
      return
    }
    var plain = ""
    var hints: [String] = []
    var depth = 0
    for character in heading {
      switch character {
      case "(", "[":
        depth += 1
        if depth == 1 { hints.append("") } else { hints[hints.count - 1].append(" ") }
        plain.append(" ")
      default:
        if depth > 0, character == ")" || character == "]" {
          depth -= 1
        } else if depth > 0 {
          hints[hints.count - 1].append(character)
        } else {
          plain.append(character)
        }
      }
    }
    self.hints = hints
    tokens = Self.tokens(of: plain)
    said = Self.tokenBehindMark(plain, of: tokens.count)
    // A heading in parentheses is a heading.
    if tokens.isEmpty, let first = hints.first {
      tokens = Self.tokens(of: first)
    }
  }

  /// A number sign is the word for it.
  private static func tokens(of text: String) -> [Token] {
    // `Mother's name` is no `s name`.
    let text = text.replacing("'s ", with: " ").replacing("’s ", with: " ").replacing(":s ", with: " ")
    return words(of: text).map { Token(text: $0, key: $0 == "#" ? "nr" : HeaderKey.of($0)) }.filter { !$0.key.isEmpty }
  }

  /// How many tokens stand before the last mark between words, where some stand on both of its sides.
  private static func tokenBehindMark(_ text: String, of count: Int) -> Int? {
    let marks = [": ", " - ", " – ", " > "].compactMap { text.ranges(of: $0).last }
    guard let mark = marks.max(by: { $0.lowerBound < $1.lowerBound }) else { return nil }
    let before = tokens(of: String(text[..<mark.lowerBound])).count
    return before > 0 && before < count ? before : nil
  }

  /// Takes the first token away; the last stays.
  mutating func dropFirst() {
    guard tokens.count > 1 else { return }
    tokens.removeFirst()
    said = said.flatMap { $0 > 1 ? $0 - 1 : nil }
  }

  /// Takes the first token for what the others are said of.
  mutating func sayOfFirst() { if tokens.count > 1 { said = said ?? 1 } }

  private enum Kind { case small, capital, digit, mark }

  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var kinds: [Kind] = []
    func kind(_ character: Character) -> Kind {
      if character == "#" { return .small }
      if character.isNumber { return .digit }
      guard character.isLetter else { return .mark }
      return character.isUppercase ? .capital : .small
    }
    func end() {
      if !word.isEmpty { words.append(word) }
      word = ""
      kinds = []
    }
    for character in text {
      let next = kind(character)
      if next == .mark {
        end()
        continue
      }
      if let last = kinds.last {
        switch (last, next) {
        case (.small, .capital), (.digit, .small), (.digit, .capital), (.small, .digit), (.capital, .digit): end()
        case (.capital, .small) where kinds.count > 1:
          // The last capital begins the next word: `POCity`.
          let start = word.removeLast()
          end()
          word = String(start)
          kinds = [.capital]
        default: break
        }
      }
      word.append(character)
      kinds.append(next)
    }
    end()
    return words
  }
}
