import CustomerModel
import Documents
import Mapping

/// The words of headings and what they mean, from the files of words in the mapping folders.
package struct WordBook: Sendable {
  /// By ``HeaderKey``.
  private(set) var meanings: [String: [Meaning]] = [:]
  /// The length of the longest key.
  private(set) var longest = 0
  /// The keys in their order.
  private(set) var sorted: [String] = []

  package init() {}

  /// Reads files of words in their order: what a word means in an earlier one hides what it means in later ones.
  ///
  /// - Throws: ``KundregError`` with status 78 for the first file that is wrong.
  package init(files: [String]) throws {
    for path in files { add(try WordFile(path: path)) }
  }

  /// Adds a file's words, but for those that are known.
  package mutating func add(_ file: WordFile) {
    var new: [String: [Meaning]] = [:]
    for (word, meaning) in file.words {
      let key = HeaderKey.of(word)
      guard !key.isEmpty, meanings[key] == nil else { continue }
      if new[key]?.contains(meaning) != true { new[key, default: []].append(meaning) }
      longest = max(longest, key.utf8.count)
    }
    meanings.merge(new) { first, _ in first }
    sorted = meanings.keys.sorted()
  }
}
