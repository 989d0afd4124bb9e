import CustomerModel
import Documents
import Mapping

/// The words of headings and what they mean, from the files of words in the mapping folders.
package struct WordBook: Sendable {
  /// By ``HeaderKey``.
  private(set) var meanings: [String: [Meaning]] = [:]
  /// The length of the longest key.
  private(set) var longest = 0

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
  }

  /// The word that was probably meant by a mistyped one: one letter off, or two where there are many.
  func nearest(to key: String) -> String? {
    let length = key.utf8.count
    guard length >= 5 else { return nil }
    let limit = length >= 9 ? 2 : 1
    var best: (key: String, distance: Int)?
    for candidate in meanings.keys
    where candidate.utf8.first == key.utf8.first && candidate.utf8.count >= 4
      && abs(candidate.utf8.count - length) <= limit
    {
      let distance = NearestName.distance(key, candidate)
      guard distance <= limit else { continue }
      if let known = best, (known.distance, known.key) <= (distance, candidate) { continue }
      best = (candidate, distance)
    }
    return best?.key
  }
}
