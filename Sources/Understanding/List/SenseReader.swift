import Mapping

/// Reads the headings of a list, one by one.
struct SenseReader {
  private let words: WordBook

  init(_ words: WordBook) { self.words = words }

  /// - Returns: one for each heading; beyond ``UnderstandingLimits`` all of something else than the customer.
  func senses(_ header: [String], _ band: [String], _ sample: [[String?]]) -> [ColumnSense] {
    guard header.count <= UnderstandingLimits.headings else { return header.indices.map { other($0, header[$0]) } }
    var tokens = header.map { HeadingTokens($0) }
    dropPrefixes(&tokens)
    let initials = initials(of: tokens)
    let groups = groups(of: band)
    return header.indices.map { index in
      let hints = tokens[index].hints.map { HeadingWords(HeadingTokens($0).tokens, words, mendsSpelling: false) }
      var reading = HeadingReading(HeadingWords(tokens[index].tokens, words), hints: hints)
      if reading.isEmpty || !reading.unknown.isEmpty, !reading.isOther,
        let rest = withoutInitials(tokens[index], initials)
      {
        reading = rest
      }
      if index < band.count, let group = groups[band[index]] { reading.stands(under: group) }
      // What an import passes over, and what interfaces write of a record, says nothing of a customer.
      if HeaderMatch.isIgnored(header[index]) || header[index].trimmingBlanks.hasPrefix("@") { reading.isOther = true }
      if !UnderstandingLimits.isHeading(header[index]) { reading.isOther = true }
      return ColumnSense(
        index: index, heading: header[index], reading: reading,
        cells: CellLook(sample.lazy.map { index < $0.count ? $0[index] : nil }))
    }
  }

  /// A column of which nothing is read.
  private func other(_ index: Int, _ heading: String) -> ColumnSense {
    var reading = HeadingReading(HeadingWords([], words))
    reading.isOther = true
    return ColumnSense(index: index, heading: heading, reading: reading, cells: CellLook([String?]()))
  }

  /// What programmers write before names: kinds of values, and tables.
  private static let technical: Set<String> = [
    "str", "txt", "bol", "bln", "int", "lng", "dtm", "dbl", "cur", "tbl", "fld", "sz", "vc", "nvc",
  ]

  /// False for a word that means something with the word behind it: `Yht.hlö`.
  private func saysNothing(_ key: String, _ tokens: [HeadingTokens]) -> Bool {
    !tokens.contains { list in
      list.tokens.count > 1 && list.tokens[0].key == key && words.meanings[key + list.tokens[1].key] != nil
    }
  }

  /// What is left of a heading without two to four letters with which others begin as well: `syland`, `KUADR`.
  ///
  /// - Parameter initials: how many headings begin with some letters.
  private func withoutInitials(_ heading: HeadingTokens, _ initials: [String: Int]) -> HeadingReading? {
    guard heading.tokens.count == 1 || heading.tokens.count == 2 && heading.tokens[1].isNumber,
      let word = heading.tokens.first?.key
    else { return nil }
    for length in 2...4 where word.utf8.count >= length + 3 {
      guard initials[String(word.prefix(length)), default: 0] >= 3 else { continue }
      let rest = String(word.dropFirst(length))
      guard words.meanings[rest] != nil else { continue }
      return HeadingReading(HeadingWords([.init(text: rest, key: rest)] + heading.tokens.dropFirst(), words))
    }
    return nil
  }

  /// How many headings begin with two, three and four letters.
  private func initials(of headings: [HeadingTokens]) -> [String: Int] {
    var counts: [String: Int] = [:]
    for word in headings.lazy.compactMap(\.tokens.first?.key) {
      for length in 2...4 where word.count >= length { counts[String(word.prefix(length)), default: 0] += 1 }
    }
    return counts
  }

  /// True for a word that says whom columns are about, and nothing else.
  private func isOnlyBlock(_ key: String) -> Bool {
    guard let meanings = words.meanings[key] else { return true }
    return meanings.allSatisfy { if case .block = $0 { true } else { false } }
  }

  private func isUnknown(_ key: String) -> Bool {
    HeadingWords([.init(text: key, key: key)], words, mendsSpelling: false).pieces.contains { $0.meanings.isEmpty }
  }

  /// What the words over columns say; nothing where none of them says that its columns are another's than the customer's own:
  /// then they are a title.
  private func groups(of band: [String]) -> [String: HeadingReading] {
    var groups: [String: HeadingReading] = [:]
    for word in Set(band) where !HeaderKey.of(word).isEmpty {
      groups[word] = HeadingReading(HeadingWords(HeadingTokens(word).tokens, words))
    }
    // The word over the first columns is the customer's own.
    if let first = band.first(where: { !HeaderKey.of($0).isEmpty }), groups[first]?.blocks == [.association] {
      groups[first]?.blocks = []
      groups[first]?.parts = [.name]
    }
    return groups.values.contains { !$0.blocks.isDisjoint(with: HeadingReading.others) } ? groups : [:]
  }

  /// Words at the start of many headings that nobody knows are the program's: `fr.ftgnamn`, `ADK_CUSTOMER_CITY`.
  private func dropPrefixes(_ tokens: inout [HeadingTokens]) {
    for _ in 0..<2 {
      var counts: [String: Int] = [:]
      for list in tokens where list.tokens.count > 1 { counts[list.tokens[0].key, default: 0] += 1 }
      let technical = counts.reduce(0) { $0 + (Self.technical.contains($1.key) ? $1.value : 0) }
      let limit = max(3, tokens.count / 4)
      let prefixes = counts.filter { key, count in
        count * 10 >= tokens.count * 8 && tokens.count > 4 && isOnlyBlock(key)
          || technical >= limit && Self.technical.contains(key)
          || count >= limit && isUnknown(key) && saysNothing(key, tokens)
      }
      guard !prefixes.isEmpty else { return }
      for index in tokens.indices where tokens[index].tokens.first.map({ prefixes[$0.key] != nil }) == true {
        tokens[index].dropFirst()
      }
    }
  }
}
