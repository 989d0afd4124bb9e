extension MappingPlan {
  /// The place of a text among the literals, which it is added to.
  mutating func literal(_ text: String) -> Piece {
    let start = literals.count
    literals.append(contentsOf: text.utf8)
    return Piece(start: start, length: literals.count - start)
  }

  /// Adds a hash table of words and gives its index.
  mutating func table(_ words: [WordPair]) -> Int {
    var seats = 4
    while seats < words.count * 2 { seats *= 2 }
    let firstSlot = slots.count
    slots.append(contentsOf: repeatElement(.max, count: seats))
    var longest = 0
    var firstBytes: UInt64 = 0
    var meanings: [String: Piece] = [:]
    for word in words {
      let key = WordKey.of(word.word)
      let hash = key.reduce(0x811C_9DC5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
      var seat = Int(hash) & (seats - 1)
      while slots[firstSlot + seat] != .max { seat = (seat + 1) & (seats - 1) }
      slots[firstSlot + seat] = UInt32(entries.count)
      let meaning = meanings[word.meaning] ?? literal(word.meaning)
      meanings[word.meaning] = meaning
      entries.append(
        .init(keyStart: UInt32(wordKeys.count), keyLength: UInt32(key.count), meaning: meaning))
      wordKeys.append(contentsOf: key)
      longest = max(longest, key.count)
      if let first = key.first { firstBytes |= 1 << UInt64(first & 63) }
    }
    tables.append(WordTable(firstSlot: firstSlot, mask: seats - 1, longest: longest, firstBytes: firstBytes))
    return tables.count - 1
  }
}
