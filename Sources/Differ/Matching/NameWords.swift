import Foundation

/// The words that tell one name from another: without case, accents, punctuation, and the words for the form of a
/// business, which one system has and the other leaves out.
struct NameWords: Equatable {
  let words: [String]

  init(_ name: String) {
    let folded = name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    let all = folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    var told: [String] = []
    var rest = all[...]
    while let word = rest.first {
      if let form = LeftOutWords.all.first(where: { rest.starts(with: $0) }) {
        rest = rest.dropFirst(form.count)
      } else {
        told.append(Self.longForms[word] ?? word)
        rest = rest.dropFirst()
      }
    }
    words = told.isEmpty ? all : told
  }

  /// True when the two are likely of one customer: the same words in any order or written together, all words of the one
  /// in the other, or at least half of all their words in both.
  func fits(_ other: NameWords) -> Bool {
    let here = Set(words)
    let there = Set(other.words)
    guard !here.isEmpty, !there.isEmpty else { return false }
    return words.joined() == other.words.joined() || here.isSubset(of: there) || there.isSubset(of: here)
      || here.intersection(there).count * 2 >= here.union(there).count
  }

  private static let longForms = ["bostadsrattsforening": "brf", "bostadsrattsforeningen": "brf"]
}
