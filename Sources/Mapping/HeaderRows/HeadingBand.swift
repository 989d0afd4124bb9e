package import Texts

/// A row above the headings that says whom or what groups of columns are about: `Kund`, `Fakturaadress`, `Kontaktperson`.
///
/// By such a row `Telefon` under `Kontaktperson` is that person's and not the customer's. A heading that its group makes
/// another field's becomes the group's word and its own together, as mappings know them (`Kontaktperson Telefon`), or else the
/// field's public name. What nobody can place so has both words, too: no field takes it, and the report names it.
package struct HeadingBand: Sendable {
  /// One word and the columns under it.
  package struct Span: Sendable, Equatable {
    package let word: String
    package let columns: Range<Int>
  }

  /// The headings, each with its group's word where that changes what it means.
  package let headings: [String]
  /// The headings without their groups' words. Where a heading stands in the upper row alone, as cells merged downwards have it,
  /// it is among them.
  package let plain: [String]
  /// The words over the headings, in their order.
  package let words: [String]
  /// The index of their row in the sample.
  package let row: Int
  /// That row as it stands.
  package let cells: [String]
  /// The headings of columns that no field takes for the word over them.
  package let leftOut: [String]
  /// Words that may mean a person, with the headings below them that were taken for the customer's own.
  private let owned: [BandReading.Owned]
  /// True when the upper row holds headings, too.
  private let isJoined: Bool

  /// What a person should know of it.
  ///
  /// - Parameter read: headings that no mapping knows and that were read by their words all the same.
  package func sentence(besides read: Set<String> = []) -> Text {
    var sentences: [Text] = []
    if isJoined { sentences.append(HeaderTexts.twoRows) }
    if !words.isEmpty, headings != plain {
      sentences.append(HeaderTexts.groups(words, leftOut: leftOut.filter { !read.contains($0) }))
    }
    sentences += owned.map {
      $0.hasOnlyName ? HeaderTexts.onlyNameBelow($0.word, $0.headings) : HeaderTexts.noNameBelow($0.word, $0.headings)
    }
    return sentences.joined()
  }

  /// Finds the row of groups above a header. Nil when there is none: most lists have nothing there, some a title.
  ///
  /// - Parameters:
  ///   - row: the index of the header in the sample.
  ///   - mapping: the one that knows the headings. One that says itself where they stand is asked for nothing above them.
  package init?(above row: Int, in sample: [[String?]], mapping: MappingFile) {
    guard row > 0, mapping.headerRow == nil else { return nil }
    let headings = sample[row].map { $0 ?? "" }
    for upper in (0..<row).reversed() {
      let cells = sample[upper].map { $0 ?? "" }
      if let spans = Self.spans(cells, over: headings) {
        let reading = BandReading(spans: spans, headings: headings, mapping: mapping)
        if reading.isBand, let band = HeadingBand(reading, of: cells, at: upper) {
          self = band
          return
        }
      }
      // A title or a sentence between the two changes nothing.
      guard cells.count(where: { !$0.trimmingBlanks.isEmpty }) <= 1 else { return nil }
    }
    return nil
  }

  /// Reads a header and the row below it as one: where single headings stand over two rows, and groups over headings of their
  /// own. Nil when the row below is no such one.
  ///
  /// - Parameters:
  ///   - row: the index of the upper row in the sample.
  ///   - mapping: the one that knows the headings. One that says itself where they stand is asked for nothing below them.
  package init?(joining row: Int, in sample: [[String?]], mapping: MappingFile) {
    guard row + 1 < sample.count, mapping.headerRow == nil else { return nil }
    let upper = sample[row].map { $0 ?? "" }
    var lower = sample[row + 1].map { $0 ?? "" }
    lower += [String](repeating: "", count: max(upper.count - lower.count, 0))
    let filled = lower.indices.filter { !lower[$0].trimmingBlanks.isEmpty }
    // Each heading of the lower row has a group over it, or nothing.
    guard filled.count > 1,
      filled.allSatisfy({ $0 >= upper.count || upper[$0].trimmingBlanks.isEmpty || Self.isOfGroups([upper[$0]]) }),
      let spans = Self.words(upper, over: lower)
    else { return nil }
    let reading = BandReading(spans: spans, headings: lower, mapping: mapping)
    guard reading.isJoined, filled.allSatisfy({ reading.isKnown(lower[$0]) }),
      let band = HeadingBand(reading, of: upper, at: row),
      HeaderMatch(mapping.incoming(), header: band.headings).missing.isEmpty
    else { return nil }
    self = band
  }

  private init?(_ reading: BandReading, of cells: [String], at row: Int) {
    let result = reading.headings()
    guard reading.isJoined || result.names != reading.plain || !reading.owned.isEmpty else { return nil }
    headings = result.names
    plain = reading.plain
    leftOut = result.leftOut
    words = reading.words
    owned = reading.owned
    isJoined = reading.isJoined
    self.row = row
    self.cells = cells
  }

  /// True when every word of a row is one that stands over groups of columns.
  package static func isOfGroups(_ row: [String]) -> Bool {
    row.allSatisfy { $0.trimmingBlanks.isEmpty || HeadingGroup($0) != .other }
  }

  /// The words of a row with the columns that each stands over: its own, and the blank ones after it. The same word in
  /// neighbouring cells is one word. Nil when there are none, or as many as there are headings, unless all are words of groups.
  package static func spans(_ row: [String], over headings: [String]) -> [Span]? {
    guard let spans = words(row, over: headings) else { return nil }
    // A word over a blank is a heading of its own.
    let filled = headings.indices.count { column in
      !headings[column].trimmingBlanks.isEmpty || column < row.count && !row[column].trimmingBlanks.isEmpty
    }
    return spans.count < filled || isOfGroups(row) && spans.contains { HeadingGroup($0.word).isOfAnother } ? spans : nil
  }

  private static func words(_ row: [String], over headings: [String]) -> [Span]? {
    var spans: [Span] = []
    for (column, cell) in row.enumerated() {
      let word = cell.trimmingBlanks
      guard !word.isEmpty else { continue }
      // A label before its value, and a sentence, are no group's word.
      guard !word.hasSuffix(":"), word.count <= 40, column < headings.count else { return nil }
      if let last = spans.last, last.columns.upperBound == column, last.word == word {
        spans[spans.count - 1] = Span(word: word, columns: last.columns.lowerBound..<column + 1)
      } else {
        spans.append(Span(word: word, columns: column..<column + 1))
      }
    }
    guard !spans.isEmpty else { return nil }
    return spans.indices.map { index in
      let end = index + 1 < spans.count ? spans[index + 1].columns.lowerBound : headings.count
      return Span(word: spans[index].word, columns: spans[index].columns.lowerBound..<end)
    }
  }
}
