import Foundation

/// Words and what each stands for. Compared without regard to case and blanks.
struct WordList: Sendable {
  private(set) var pairs: [WordPair] = []
  /// The different meanings, in the order of their first word.
  private(set) var meanings: [String] = []
  private var byKey: [[UInt8]: String] = [:]
  private var known: Set<String> = []

  init(_ pairs: some Sequence<WordPair>) {
    for pair in pairs { add(pair) }
  }

  /// Each line a meaning and its words, with `|` between. The meaning is a word of its own.
  init(table: String) {
    for line in table.utf8.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: "|")).map { String(Substring($0)) }
      for word in words { add(WordPair(word, words[0])) }
    }
    // Typed without rings and dots, where that is nobody else's name.
    for pair in pairs where !pair.word.utf8.allSatisfy({ $0 < 0x80 }) {
      add(WordPair(pair.word.folding(options: .diacriticInsensitive, locale: nil), pair.meaning))
    }
  }

  /// The first meaning of a word stays.
  private mutating func add(_ pair: WordPair) {
    let key = WordKey.of(pair.word)
    guard byKey[key] == nil else { return }
    byKey[key] = pair.meaning
    pairs.append(pair)
    if known.insert(pair.meaning).inserted { meanings.append(pair.meaning) }
  }

  func meaning(of word: String) -> String? { byKey[WordKey.of(word)] }
}
