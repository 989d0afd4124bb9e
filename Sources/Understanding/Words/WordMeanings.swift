/// What words mean, and which languages have them.
struct WordMeanings: Sendable {
  private struct Entry: Sendable {
    var meanings: [Meaning]
    var languages: WordLanguages
  }

  private var all: [String: Entry] = [:]
  /// Of these a short word must be to count.
  var counted: WordLanguages?

  var isEmpty: Bool { all.isEmpty }

  /// By ``HeaderKey``; nil for a word that nobody knows.
  subscript(key: String) -> [Meaning]? {
    guard let entry = all[key] else { return nil }
    if let counted, key.utf8.count <= 4, counted.isDisjoint(with: entry.languages) { return nil }
    return entry.meanings
  }

  func languages(of key: String) -> WordLanguages? { all[key]?.languages }

  mutating func reserve(_ count: Int) { all.reserveCapacity(count) }

  /// - Parameter only: the meaning alone, for all words that have no other.
  /// - Returns: false for a word that had meanings already.
  mutating func add(_ meaning: Meaning, _ only: [Meaning], _ languages: WordLanguages, to key: String) -> Bool {
    Self.add(meaning, only, languages, to: &all[key])
  }

  private static func add(
    _ meaning: Meaning, _ only: [Meaning], _ languages: WordLanguages, to entry: inout Entry?
  ) -> Bool {
    guard entry != nil else {
      entry = Entry(meanings: only, languages: languages)
      return true
    }
    entry!.languages.formUnion(languages)
    if !entry!.meanings.contains(meaning) { entry!.meanings.append(meaning) }
    return false
  }

  /// These, and of others those that are not known.
  func merged(with others: WordMeanings) -> WordMeanings {
    var merged = self
    merged.all.merge(others.all) { first, _ in first }
    return merged
  }
}
