import Mapping

/// Reads the headings of a list, one by one.
struct SenseReader {
  private let words: WordBook

  init(_ words: WordBook) { self.words = words }

  /// - Returns: one for each heading; beyond ``UnderstandingLimits`` all of something else than the customer.
  func senses(_ header: [String], _ band: [String], _ sample: [[String?]]) -> [ColumnSense] {
    guard header.count <= UnderstandingLimits.headings else { return header.indices.map { other($0, header[$0]) } }
    var tokens = header.map { HeadingTokens($0) }
    let own = SenseReader(words.reading(tokens))
    return own.senses(header, &tokens, band, sample)
  }

  private func senses(
    _ header: [String], _ tokens: inout [HeadingTokens], _ band: [String], _ sample: [[String?]]
  ) -> [ColumnSense] {
    dropPrefixes(&tokens)
    markSubjects(&tokens)
    let initials = initials(of: tokens)
    let groups = groups(of: band)
    let readings = withShortWords(
      header.indices.map { index in
        let hints = tokens[index].hints.map {
          HeadingWords(HeadingTokens($0).tokens, words, mendsSpelling: false, completes: true)
        }
        var reading = HeadingReading(HeadingWords(tokens[index].tokens, words), hints: hints)
        if let place = tokens[index].said {
          reading.isSaid(
            HeadingReading(HeadingWords(Array(tokens[index].tokens[place...]), words)),
            of: HeadingReading(HeadingWords(Array(tokens[index].tokens[..<place]), words)))
        }
        if reading.isEmpty || !reading.unknown.isEmpty, !reading.isOther,
          let rest = withoutInitials(tokens[index], initials)
        {
          reading = rest
        }
        if index < band.count, let group = groups[band[index]] { reading.stands(under: group) }
        // What an import passes over, and what interfaces write of a record, says nothing of a customer.
        if HeaderMatch.isIgnored(header[index]) || header[index].trimmingBlanks.hasPrefix("@") {
          reading.isOther = true
        }
        if !UnderstandingLimits.isHeading(header[index]) { reading.isOther = true }
        return reading
      })
    return header.indices.map { index in
      ColumnSense(
        index: index, heading: header[index], reading: readings[index],
        cells: CellLook(sample.lazy.map { index < $0.count ? $0[index] : nil }))
    }
  }

  /// `Folkbokf. ort` beside `Folkbokföringsadress`: a word is cut short where another heading has it whole.
  private func withShortWords(_ readings: [HeadingReading]) -> [HeadingReading] {
    var blocks: [String: Set<Meaning.Block>] = [:]
    for key in Set(readings.flatMap(\.known)) {
      let own = (words.meanings[key] ?? []).compactMap { if case .block(let block) = $0 { block } else { nil } }
      if !own.isEmpty { blocks[key] = Set(own) }
    }
    // What towns and postal codes are of is what some street is of.
    let streets = Set(
      readings.filter { !Set($0.parts).isDisjoint(with: [.address, .street, .line]) }.flatMap(\.known))
    return readings.map { reading in
      var reading = reading
      for word in reading.unknown where word.utf8.count >= 4 || reading.isOfTown {
        var whole = blocks.filter { $0.key.utf8.count > word.utf8.count && $0.key.hasPrefix(word) }
        if reading.isOfTown { whole = whole.filter { streets.contains($0.key) } }
        // `F-ort` beside `Fakturaadress`
        if word.utf8.count < 4 { whole = whole.filter { !$0.value.isDisjoint(with: ColumnSense.addressBlocks) } }
        if let own = whole.first?.value, whole.values.allSatisfy({ $0 == own }) { reading.understands(word, as: own) }
      }
      return reading
    }
  }

  /// `Arbetsort gata, Arbetsort postnr, Arbetsort ort`: a word before streets and towns is what they are said of.
  private func markSubjects(_ tokens: inout [HeadingTokens]) {
    var places: [String: [Int]] = [:]
    for index in tokens.indices where tokens[index].tokens.count > 1 {
      places[tokens[index].tokens[0].key, default: []].append(index)
    }
    for (_, columns) in places where columns.count >= 3 {
      let parts = columns.flatMap {
        HeadingReading(HeadingWords(Array(tokens[$0].tokens.dropFirst()), words, mendsSpelling: false)).parts
      }
      guard !Set(parts).isDisjoint(with: [.address, .street]), !Set(parts).isDisjoint(with: [.postalCode, .city]) else {
        continue
      }
      for column in columns { tokens[column].sayOfFirst() }
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
    // `Medlem 1`, `Medlem 2`: the second is another.
    let hasSecond = groups.values.contains { ($0.ordinal ?? 1) > 1 }
    // The word over the first columns is the customer's own.
    if let first = band.first(where: { !HeaderKey.of($0).isEmpty }), groups[first]?.blocks == [.association] {
      groups[first]?.blocks = []
      groups[first]?.parts = [.name]
    }
    // Who orders is the customer where another band has the contact persons.
    if let first = band.first(where: { !HeaderKey.of($0).isEmpty }), groups[first]?.blocks == [.contact],
      groups[first]?.ordinal == nil,
      groups.contains(where: { $0.key != first && $0.value.blocks.contains(.contact) && $0.value.ordinal == nil })
    {
      groups[first]?.blocks = [.customer]
    }
    return hasSecond || groups.values.contains { $0.isOfProperty || !$0.blocks.isDisjoint(with: HeadingReading.others) }
      ? groups : [:]
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
