/// Finds the name that was probably meant by a mistyped one.
package enum NearestName {
  /// The candidate with the smallest ``distance(_:_:)`` to `text`, without regard to case; the first of several.
  ///
  /// Nil when none is near: at most a third of the typed letters may differ and at least one may, but never all letters
  /// of the candidate.
  package static func find(_ text: String, among candidates: some Sequence<String>) -> String? {
    let wanted = letters(text.lowercased())
    let limit = max(1, wanted.count / 3)
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let name = letters(candidate.lowercased())
      // So many letters are inserted or deleted in any case.
      guard abs(name.count - wanted.count) <= limit else { continue }
      let distance = distance(wanted, name)
      if distance <= limit, distance < name.count, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// The optimal string alignment distance: the fewest letters (Unicode scalars) to insert, delete or replace, or
  /// neighbours to swap, where no letter is changed twice.
  package static func distance(_ a: String, _ b: String) -> Int { distance(letters(a), letters(b)) }

  private static func letters(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }

  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
      var current = [i] + [Int](repeating: 0, count: b.count)
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        current[j] = min(last[j] + 1, current[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          current[j] = min(current[j], beforeLast[j - 2] + 1)
        }
      }
      beforeLast = last
      last = current
    }
    return last[b.count]
  }
}
