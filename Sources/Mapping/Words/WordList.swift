/// Words and what each stands for. Compared without regard to case and blanks, as ``WordKey`` says.
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
    for pair in pairs {
      let place = places[pair.meaning] ?? UInt32(meanings.count)
      guard add(WordKey.of(pair.word.utf8)[...], meaning: place) else { continue }
      if places.updateValue(place, forKey: pair.meaning) == nil { meanings.append(pair.meaning) }
    }
  }

  /// Each line a meaning and its words, with `|` between. The meaning is a word of its own.
  init(table: String) {
    for line in table.utf8.split(separator: UInt8(ascii: "\n")) {
      let place = UInt32(meanings.count)
      var isNew = false
      for word in line.split(separator: UInt8(ascii: "|")) {
        if add(WordKey.of(word)[...], meaning: place) { isNew = true }
      }
      if isNew { meanings.append(String(Substring(line.prefix { $0 != UInt8(ascii: "|") }))) }
    }
    // Typed without rings and dots, where that is nobody else's name.
    for entry in entries {
      let key = key(of: entry)
      if let plain = WordKey.plain(key) { _ = add(plain[...], meaning: entry.meaning) }
    }
  }

  package func meaning(of word: String) -> String? {
    let key = WordKey.of(word.utf8)
    let slot = slots[seat(of: key[...], hash: WordKey.hash(key))]
    return slot == Self.free ? nil : meanings[Int(entries[Int(slot)].meaning)]
  }

  func key(of entry: Entry) -> ArraySlice<UInt8> {
    keys[Int(entry.keyStart)..<Int(entry.keyStart + entry.keyLength)]
  }

  /// The words, as they are compared, and what each stands for.
  var words: [(word: String, meaning: String)] {
    entries.map { (String(decoding: key(of: $0), as: UTF8.self), meanings[Int($0.meaning)]) }
  }

  /// The first meaning of a word stays: false when the list has the word.
  private mutating func add(_ key: ArraySlice<UInt8>, meaning: UInt32) -> Bool {
    let hash = WordKey.hash(key)
    let seat = seat(of: key, hash: hash)
    guard slots[seat] == Self.free else { return false }
    slots[seat] = UInt32(entries.count)
    entries.append(
      Entry(keyStart: UInt32(keys.count), keyLength: UInt32(key.count), hash: hash, meaning: meaning))
    keys.append(contentsOf: key)
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
