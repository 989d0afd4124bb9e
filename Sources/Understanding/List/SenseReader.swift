import Mapping

/// Reads the headings of a list, one by one.
struct SenseReader {
  private let words: WordBook

  init(_ words: WordBook) { self.words = words }

  func senses(_ header: [String], _ band: [String], _ sample: [[String?]]) -> [ColumnSense] {
    var tokens = header.map { HeadingTokens($0) }
    dropPrefixes(&tokens)
    let groups = groups(of: band)
    return header.indices.map { index in
      let hints = tokens[index].hints.map { HeadingWords(HeadingTokens($0).tokens, words, mendsSpelling: false) }
      var reading = HeadingReading(HeadingWords(tokens[index].tokens, words), hints: hints)
      if index < band.count, let group = groups[band[index]] { reading.stands(under: group) }
      // What an import passes over, and what interfaces write of a record, says nothing of a customer.
      if HeaderMatch.isIgnored(header[index]) || header[index].trimmingBlanks.hasPrefix("@") { reading.isOther = true }
      return ColumnSense(
        index: index, heading: header[index], reading: reading,
        cells: CellLook(sample.lazy.map { index < $0.count ? $0[index] : nil }))
    }
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
    return groups.values.contains { !$0.blocks.isDisjoint(with: HeadingReading.others) } ? groups : [:]
  }

  /// Words at the start of many headings that nobody knows are the program's: `fr.ftgnamn`, `ADK_CUSTOMER_CITY`.
  private func dropPrefixes(_ tokens: inout [HeadingTokens]) {
    for _ in 0..<2 {
      var counts: [String: Int] = [:]
      for list in tokens where list.tokens.count > 1 { counts[list.tokens[0].key, default: 0] += 1 }
      let limit = max(3, tokens.count / 4)
      let prefixes = counts.filter { key, count in count >= limit && isUnknown(key) }
      guard !prefixes.isEmpty else { return }
      for index in tokens.indices where tokens[index].tokens.first.map({ prefixes[$0.key] != nil }) == true {
        tokens[index].dropFirst()
      }
    }
  }
}
