/// Finds the word that was probably meant.
enum EditDistance {
  /// The known word nearest to a mistyped one; nil when none is near.
  ///
  /// Near is at most a third of the letters, and two in a short word; case does not count.
  static func nearest(to word: String, among known: some Sequence<String>) -> String? {
    let ranked = known.map { (word: $0, distance: distance(word.lowercased(), $0.lowercased())) }
    guard let best = ranked.min(by: { ($0.distance, $0.word) < ($1.distance, $1.word) }) else { return nil }
    return best.distance <= max(2, best.word.count / 3) && best.distance < best.word.count ? best.word : nil
  }

  /// Levenshtein's distance: the fewest letters to insert, delete or replace.
  static func distance(_ a: String, _ b: String) -> Int {
    let a = Array(a), b = Array(b)
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let replaced = diagonal + (a[i] == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
      }
    }
    return row[b.count]
  }
}
