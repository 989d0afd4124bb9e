import Texts

/// What a browser says of the languages of who uses it.
enum AcceptedLanguage {
  /// The first of our languages by its weight (RFC 9110, 12.5.4); nil where none is asked for.
  static func best(of header: String?) -> Language? {
    let wishes = (header ?? "").split(separator: ",").prefix(20).compactMap { part -> (Language, Double)? in
      let pieces = part.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
      guard let tag = pieces.first, let language = Language(rawValue: String(tag.prefix { $0 != "-" })) else {
        return nil
      }
      let weight = pieces.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
      return weight > 0 ? (language, weight) : nil
    }
    // Of the same weight, the one that was named first.
    return wishes.enumerated().max { a, b in (a.element.1, -a.offset) < (b.element.1, -b.offset) }?.element.0
  }
}
