import CustomerModel
import Documents
import Mapping

/// The words of headings and what they mean, from the files of words in the mapping folders.
package struct WordBook: Sendable {
  /// What each word means, as far as it counts in the list that is read.
  private(set) var meanings = WordMeanings()
  /// The length of the longest key.
  private(set) var longest = 0
  /// The keys by their first byte.
  private var keys: [UInt8: [String]] = [:]

  package init() {}

  /// Reads files of words in their order: what a word means in an earlier one hides what it means in later ones.
  ///
  /// - Throws: ``KundregError`` with status 78 for the first file that is wrong.
  package init(files: [String]) throws {
    for path in files { add(try WordFile(path: path)) }
  }

  /// Adds a file's words, but for those that are known.
  package mutating func add(_ file: WordFile) {
    var new = WordMeanings()
    let isFirst = meanings.isEmpty
    new.reserve(file.count)
    for group in file.groups {
      // One array for all words that mean nothing else.
      let only = [group.meaning]
      for word in group.words {
        let key = HeaderKey.of(word)
        guard !key.isEmpty, isFirst || meanings[key] == nil else { continue }
        if new.add(group.meaning, only, group.languages, to: key) {
          longest = max(longest, key.utf8.count)
          keys[key.utf8.first!, default: []].append(key)
        }
      }
    }
    meanings = isFirst ? new : meanings.merged(with: new)
  }

  /// The known words that begin with a byte, in no order.
  func words(startingWith byte: UInt8) -> [String] { keys[byte] ?? [] }

  /// The words as a list counts them: a short word of another language than the headings' is there by chance.
  func reading(_ headings: [HeadingTokens]) -> WordBook {
    var english = 0
    var nordic = 0
    var finnish = 0
    for key in headings.lazy.flatMap(\.tokens).map(\.key) where key.utf8.count > 4 {
      guard let own = meanings.languages(of: key) else { continue }
      if own == .english { english += 1 }
      if !own.isDisjoint(with: .scandinavian), !own.contains(.english) { nordic += 1 }
      if own == .finnish { finnish += 1 }
    }
    let allowed: WordLanguages
    switch (english, nordic, finnish) {
    case (3..., 0, 0): allowed = [.english, .other]
    case (_, 3..., 0): allowed = [.scandinavian, .english, .other]
    default: return self
    }
    var book = self
    book.meanings.counted = allowed
    return book
  }
}
