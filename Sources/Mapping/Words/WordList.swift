/// Words and what each stands for. Compared without regard to case and blanks, as ``ValueWordKey`` says.
///
/// A hash table in flat arrays: every run makes the lists of some hundred countries and languages, and a
/// ``MappingPlan`` takes them over as they are.
package struct WordList: Sendable, Equatable {
  /// One word.
  package struct Entry: Sendable, Equatable {
    /// In ``keys``.
    let keyStart: UInt32, keyLength: UInt32
    let hash: UInt32
    /// In ``meanings``.
    let meaning: UInt32
  }

  /// The different meanings, in the order of their first word.
  private(set) var meanings: [String] = []
  private(set) var entries: [Entry] = []
  private(set) var keys: [UInt8] = []
  /// Indices of entries, ``free`` where there is none: linear probing, at most half full, a power of two.
  private(set) var slots: [UInt32] = Array(repeating: free, count: 4)
  static let free = UInt32.max

  init(_ pairs: some Sequence<WordPair>) {
    var places: [String: UInt32] = [:]
    func place(of meaning: String) -> UInt32? {
      // Most lists have so few meanings that comparing takes less than hashing.
      if meanings.count <= Self.fewMeanings { return meanings.firstIndex(of: meaning).map { UInt32($0) } }
      if places.isEmpty { for (place, meaning) in meanings.enumerated() { places[meaning] = UInt32(place) } }
      return places[meaning]
    }
    for pair in pairs {
      let known = place(of: pair.meaning)
      let place = known ?? UInt32(meanings.count)
      guard add(pair.word, meaning: place), known == nil else { continue }
      if !places.isEmpty { places[pair.meaning] = place }
      meanings.append(pair.meaning)
    }
  }

  private static let fewMeanings = 8

  /// Each line a meaning and its words, with `|` between. The meaning is a word of its own.
  init(table: String) {
    var table = table
    table.withUTF8 { table in
      var rest = table[...]
      while !rest.isEmpty {
        var words = Self.take(from: &rest, before: UInt8(ascii: "\n"))
        let place = UInt32(meanings.count)
        var meaning: Slice<UnsafeBufferPointer<UInt8>>?
        var isNew = false
        while !words.isEmpty {
          let word = Self.take(from: &words, before: UInt8(ascii: "|"))
          meaning = meaning ?? word
          if !word.isEmpty, add(UnsafeBufferPointer(rebasing: word), meaning: place) { isNew = true }
        }
        if isNew, let meaning { meanings.append(String(decoding: meaning, as: UTF8.self)) }
      }
    }
    // Typed without rings and dots, where that is nobody else's name.
    for entry in entries {
      let key = key(of: entry)
      if let plain = ValueWordKey.plain(key) {
        plain.withUnsafeBufferPointer { _ = add($0, meaning: entry.meaning) }
      }
    }
  }

  /// What stands before a separator, which is taken off with it.
  private static func take(
    from rest: inout Slice<UnsafeBufferPointer<UInt8>>, before separator: UInt8
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    let end = rest.firstIndex(of: separator) ?? rest.endIndex
    defer { rest = end < rest.endIndex ? rest[(end + 1)...] : rest[end...] }
    return rest[..<end]
  }

  package func meaning(of word: String) -> String? {
    let key = ValueWordKey.of(word.utf8)
    let slot = slots[seat(of: key[...], hash: ValueWordKey.hash(key))]
    return slot == Self.free ? nil : meanings[Int(entries[Int(slot)].meaning)]
  }

  func key(of entry: Entry) -> ArraySlice<UInt8> {
    keys[Int(entry.keyStart)..<Int(entry.keyStart + entry.keyLength)]
  }

  /// The words, as they are compared, and what each stands for.
  var words: [(word: String, meaning: String)] {
    entries.map { (String(decoding: key(of: $0), as: UTF8.self), meanings[Int($0.meaning)]) }
  }

  private mutating func add(_ word: String, meaning: UInt32) -> Bool {
    var word = word
    return word.withUTF8 { add($0, meaning: meaning) }
  }

  /// The first meaning of a word stays: false when the list has the word.
  private mutating func add(_ word: UnsafeBufferPointer<UInt8>, meaning: UInt32) -> Bool {
    // The key is made where it stays.
    let start = keys.count
    keys.append(contentsOf: word)
    let (length, hash) = keys.withUnsafeMutableBufferPointer { keys in
      guard let base = keys.baseAddress else { return (length: 0, hash: ValueWordKey.hash([])) }
      return ValueWordKey.fold(base + start, count: word.count, into: base + start)
    }
    keys.removeLast(word.count - length)
    let seat = seat(of: keys[start...], hash: hash)
    guard slots[seat] == Self.free else {
      keys.removeLast(length)
      return false
    }
    slots[seat] = UInt32(entries.count)
    entries.append(Entry(keyStart: UInt32(start), keyLength: UInt32(length), hash: hash, meaning: meaning))
    if entries.count * 2 > slots.count { grow() }
    return true
  }

  /// Where a key stands, or would stand.
  private func seat(of key: ArraySlice<UInt8>, hash: UInt32) -> Int {
    var seat = Int(hash) & (slots.count - 1)
    while slots[seat] != Self.free {
      let entry = entries[Int(slots[seat])]
      if entry.hash == hash, self.key(of: entry) == key { break }
      seat = (seat + 1) & (slots.count - 1)
    }
    return seat
  }

  private mutating func grow() {
    slots = Array(repeating: Self.free, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      var seat = Int(entry.hash) & (slots.count - 1)
      while slots[seat] != Self.free { seat = (seat + 1) & (slots.count - 1) }
      slots[seat] = UInt32(index)
    }
  }
}
