import Documents

/// What was probably meant by a word that is not in the book.
extension WordBook {
  /// The word that was meant by a mistyped one: one letter off, or two where there are many. Nil where it may be words of
  /// different meanings.
  func nearest(to key: String) -> String? {
    let length = key.utf8.count
    guard length >= 5 else { return nil }
    let limit = length >= 10 ? 2 : 1
    let text = Array(key.utf8)
    var best: (keys: [String], distance: Int) = ([], limit + 1)
    for candidate in words(startingWith: text[0])
    where candidate.utf8.count >= 4 && abs(candidate.utf8.count - length) <= limit {
      let distance = NearestName.distance(key, candidate)
      if distance < best.distance {
        best = ([candidate], distance)
      } else if distance == best.distance, distance <= limit {
        best.keys.append(candidate)
      }
    }
    // The cells must confirm what is mended: what the card has no place for is meant only where nothing else may be. A letter too
    // many or too few is likelier than another.
    best.keys.sort()
    let placed = best.keys.filter { meanings[$0] != [.none] }
    let keys = placed.isEmpty ? best.keys : placed
    return only(keys) ?? only(keys.filter { $0.utf8.count != length || $0.utf8.sorted() == text.sorted() })
  }

  /// The word that was cut short, `telef`, `anteckn`: of those that begin so, all mean the same.
  func completed(_ key: String) -> String? {
    guard key.utf8.count >= 4 else { return nil }
    // Of a phrase nobody writes the beginning of its first word alone.
    let keys = words(startingWith: key.utf8.first!).filter {
      $0.hasPrefix(key) && $0.utf8.count <= key.utf8.count * 3 && meanings[$0] != nil
    }
    return only(keys.sorted())
  }

  /// The first of some words, where all mean the same.
  private func only(_ keys: [String]) -> String? {
    guard let first = keys.first, let meaning = meanings[first] else { return nil }
    let kinds = Set(meaning)
    return keys.dropFirst().allSatisfy { Set(meanings[$0] ?? []) == kinds } ? first : nil
  }
}
