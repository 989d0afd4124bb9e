extension MappingPlan {
  /// The place of a text among the literals, which it is added to.
  mutating func literal(_ text: String) -> Piece {
    let start = literals.count
    literals.append(contentsOf: text.utf8)
    return Piece(start: start, length: literals.count - start)
  }

  /// Adds a list of words and gives the index of its table.
  mutating func table(_ words: WordList) -> Int {
    let firstEntry = UInt32(entries.count)
    let meanings = words.meanings.map { literal($0) }
    let firstKey = UInt32(wordKeys.count)
    var longest = 0
    var firstBytes: UInt64 = 0
    for entry in words.entries {
      entries.append(
        .init(
          keyStart: firstKey + entry.keyStart, keyLength: entry.keyLength, meaning: meanings[Int(entry.meaning)]))
      longest = max(longest, Int(entry.keyLength))
      if let first = words.key(of: entry).first { firstBytes |= 1 << UInt64(first & 63) }
    }
    wordKeys += words.keys
    let firstSlot = slots.count
    slots += words.slots.map { $0 == WordList.free ? WordTable.free : firstEntry + $0 }
    tables.append(
      WordTable(firstSlot: firstSlot, mask: words.slots.count - 1, longest: longest, firstBytes: firstBytes))
    return tables.count - 1
  }
}
