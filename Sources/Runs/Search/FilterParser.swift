import CustomerModel
import RegisterStore
import Texts

/// Reads conditions as people type them: `type=private and (city~stad or email=)`.
///
///     expression = term { "or" term }
///     term       = factor { "and" factor }
///     factor     = "not" factor | "(" expression ")" | FIELD comparison [VALUE]
///
/// A value ends before `and`, `or` or the parenthesis that closes a group; in quotes, `"` or `'`, it may hold anything, the
/// quote itself doubled. A field's name may stand in quotes, too.
struct FilterParser {
  /// What one comparison said, before its value was read as the field's.
  typealias Making = (FilterTarget, CustomerFilter.Comparison, String) throws -> CustomerFilter

  private let source: String
  private let text: [Character]
  private var place = 0
  private var depth = 0
  private let make: Making

  private init(_ source: String, _ make: @escaping Making) {
    self.source = source
    text = Array(source)
    self.make = make
  }

  /// - Throws: ``KundregError`` with status 64 and the place, and whatever `make` throws.
  static func filter(_ source: String, _ make: @escaping Making) throws -> CustomerFilter {
    var parser = FilterParser(source, make)
    let filter = try parser.expression()
    guard parser.place == parser.text.count else { throw parser.malformed(FilterTexts.strayParenthesis) }
    return filter
  }

  private mutating func expression() throws -> CustomerFilter {
    var parts = [try term()]
    while take(word: "or") { parts.append(try term()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func term() throws -> CustomerFilter {
    var parts = [try factor()]
    while take(word: "and") { parts.append(try factor()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func factor() throws -> CustomerFilter {
    guard depth < 100 else { throw malformed(FilterTexts.tooDeep) }
    skipBlanks()
    if take(word: "not") {
      depth += 1
      defer { depth -= 1 }
      return .not(try factor())
    }
    guard place < text.count, text[place] == "(" else { return try comparison() }
    place += 1
    depth += 1
    groups += 1
    let inner = try expression()
    skipBlanks()
    guard place < text.count, text[place] == ")" else { throw malformed(FilterTexts.openParenthesis) }
    place += 1
    depth -= 1
    groups -= 1
    return inner
  }

  /// How many parentheses are open.
  private var groups = 0

  private mutating func comparison() throws -> CustomerFilter {
    let start = place
    let name = try field()
    guard let comparison = comparisonSign() else {
      place = start
      throw malformed(FilterTexts.noComparison)
    }
    guard !name.isEmpty else {
      place = start
      throw malformed(FilterTexts.noField)
    }
    let group = FilterTarget.group(name)
    let targets = try group ?? FilterTarget.named(name)
    let value = try value()
    if let group, comparison != .contains, !value.isEmpty || comparison.isOrder {
      throw KundregError(.whereGroup, FilterTexts.isGroup(name, of: group.map(\.name)))
    }
    let parts = try targets.map { try make($0, comparison, value) }
    guard parts.count > 1 else { return parts[0] }
    // One of the places is enough, but for what says that something is in none of them.
    return (comparison == .equal) == value.isEmpty && !comparison.isOrder && comparison != .contains
      ? .all(parts) : .any(parts)
  }

  private mutating func field() throws -> String {
    skipBlanks()
    if let quoted = try quoted() {
      skipBlanks()
      return quoted
    }
    var name = ""
    while place < text.count, !["=", "!", "~", ">", "<", "(", ")"].contains(text[place]) {
      name.append(text[place])
      place += 1
    }
    return Self.trimmed(name)
  }

  private mutating func comparisonSign() -> CustomerFilter.Comparison? {
    // The longer sign goes first: `>=` is not `>`.
    for sign in CustomerFilter.Comparison.allCases.sorted(by: { $0.rawValue.count > $1.rawValue.count })
    where text[place...].starts(with: sign.rawValue) {
      place += sign.rawValue.count
      return sign
    }
    return nil
  }

  private mutating func value() throws -> String {
    // `email= and …` asks for no value: what follows the blank is the next word, not the value.
    if place < text.count, text[place].isWhitespace, isWord("and") || isWord("or") { return "" }
    skipBlanks()
    if let quoted = try quoted() {
      skipBlanks()
      guard place == text.count || text[place] == ")" || isWord("and") || isWord("or") else {
        throw malformed(FilterTexts.afterQuotes)
      }
      return quoted
    }
    var value = ""
    var open = 0
    while place < text.count {
      let character = text[place]
      if character == "(" { open += 1 }
      if character == ")" {
        if open == 0, groups > 0 { break }
        open -= 1
      }
      if character.isWhitespace, isWord("and") || isWord("or") { break }
      value.append(character)
      place += 1
    }
    return Self.trimmed(value)
  }

  /// A text in quotes; nil when there is none here.
  private mutating func quoted() throws -> String? {
    guard place < text.count, text[place] == "\"" || text[place] == "'" else { return nil }
    let quote = text[place]
    let start = place
    var result = ""
    place += 1
    while place < text.count {
      if text[place] == quote {
        guard place + 1 < text.count, text[place + 1] == quote else {
          place += 1
          return result
        }
        place += 1
      }
      result.append(text[place])
      place += 1
    }
    place = start
    throw malformed(FilterTexts.openQuote)
  }

  private mutating func take(word: String) -> Bool {
    guard isWord(word) else { return false }
    skipBlanks()
    place += word.count
    return true
  }

  /// True when a word of its own stands after the blanks here.
  private func isWord(_ word: String) -> Bool {
    var start = place
    while start < text.count, text[start].isWhitespace { start += 1 }
    let end = start + word.count
    guard end <= text.count, String(text[start..<end]).lowercased() == word else { return false }
    return end == text.count || text[end].isWhitespace || text[end] == "("
  }

  private mutating func skipBlanks() {
    while place < text.count, text[place].isWhitespace { place += 1 }
  }

  private static func trimmed(_ text: String) -> String {
    let rest = text.drop(while: \.isWhitespace)
    let end = rest.lastIndex { !$0.isWhitespace }
    return end.map { String(rest[...$0]) } ?? ""
  }

  private func malformed(_ mistake: Text) -> KundregError {
    KundregError(.whereMalformed, FilterTexts.malformed(IdentityMask.masked(source), at: place + 1, mistake))
  }
}
