/// A row above the headings that says whom or what groups of columns are about: `Kund`, `Fakturaadress`, `Kontaktperson`.
///
/// By such a row `Telefon` under `Kontaktperson` is that person's and not the customer's. A heading that its group makes
/// another field's becomes the group's word and its own together, as mappings know them (`Kontaktperson Telefon`), or else the
/// field's public name. What nobody can place so has both words, too: no field takes it, and the report names it.
package struct HeadingBand: Sendable {
  /// One word and the columns under it.
  struct Span: Sendable, Equatable {
    let word: String
    let columns: Range<Int>
  }

  /// The headings, each with its group's word where that changes what it means.
  package let headings: [String]
  /// The words over the headings, in their order.
  package let words: [String]
  /// The index of their row in the sample.
  package let row: Int
  /// That row as it stands.
  package let cells: [String]
  /// The headings of columns that no field takes for the word over them.
  package let leftOut: [String]

  /// What a person should know of it.
  package var sentence: String {
    let named = words.map { "“\($0)”" }.joined(separator: ", ")
    let left =
      leftOut.isEmpty
      ? "" : " Left out, as nobody knows whose they are: \(leftOut.map { "“\($0)”" }.joined(separator: ", "))."
    return "Above the headings stand groups of columns: \(named). Each column was taken for its group.\(left)"
  }

  /// Finds the row of groups above a header. Nil when there is none: most lists have nothing there, some a title.
  ///
  /// - Parameters:
  ///   - row: the index of the header in the sample.
  ///   - mapping: the one that knows the headings. One that says itself where they stand is asked for nothing above them.
  package init?(above row: Int, in sample: [[String?]], mapping: MappingFile) {
    guard row > 0, mapping.headerRow == nil else { return nil }
    let plain = sample[row].map { $0 ?? "" }
    guard let spans = Self.spans(sample[row - 1].map { $0 ?? "" }, over: plain) else { return nil }
    let reading = BandReading(spans: spans, headings: plain, mapping: mapping)
    guard reading.isBand else { return nil }
    let result = reading.headings()
    guard result.names != plain else { return nil }
    headings = result.names
    leftOut = result.leftOut
    words = spans.map(\.word)
    self.row = row - 1
    cells = sample[row - 1].map { $0 ?? "" }
  }

  /// True when every word of a row is one that stands over groups of columns.
  package static func isOfGroups(_ row: [String]) -> Bool {
    row.allSatisfy { $0.trimmingBlanks.isEmpty || HeadingGroup($0) != .other }
  }

  /// The words of a row with the columns that each stands over: its own, and the blank ones after it. The same word in
  /// neighbouring cells is one word.
  static func spans(_ row: [String], over headings: [String]) -> [Span]? {
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
    // A word over a blank is a heading of its own.
    let filled = headings.indices.count { column in
      !headings[column].trimmingBlanks.isEmpty || column < row.count && !row[column].trimmingBlanks.isEmpty
    }
    guard !spans.isEmpty, spans.count < filled else { return nil }
    return spans.indices.map { index in
      let end = index + 1 < spans.count ? spans[index + 1].columns.lowerBound : headings.count
      return Span(word: spans[index].word, columns: spans[index].columns.lowerBound..<end)
    }
  }
}
