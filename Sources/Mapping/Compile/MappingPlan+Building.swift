extension MappingPlan {
  /// The place of a text among the literals, which it is added to.
  mutating func literal(_ text: String) -> Piece {
    let start = literals.count
    literals.append(contentsOf: text.utf8)
    return Piece(start: start, length: literals.count - start)
  }

  /// Moves what is read and what is filled to other columns, given for each column so far.
  mutating func place(sources places: [Int], columns: [Int]) {
    for index in sources.indices { sources[index] = places[sources[index]] }
    for index in outputs.indices where outputs[index].column >= 0 {
      outputs[index].column = columns[outputs[index].column]
    }
    foreignRows.columns = foreignRows.columns.map { $0 < 0 ? $0 : columns[$0] }
    typeDerivation = typeDerivation?.placed(columns)
  }

  /// The start of 256 limits among those of the plan, which they are added to.
  mutating func careLimits(_ limits: [UInt32]) -> Int {
    for start in stride(from: 0, to: careLimits.count, by: 256) where Array(careLimits[start..<start + 256]) == limits {
      return start
    }
    careLimits += limits
    return careLimits.count - 256
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
