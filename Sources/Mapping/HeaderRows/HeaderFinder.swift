/// Finds the row of the headings, which need not be the first: many exports begin with a title and a date.
package enum HeaderFinder {
  /// The row and how sure that is.
  package struct Answer: Sendable {
    /// The index of the row in the sample, from 0; -1 for a list without headings.
    package let row: Int
    /// The mapping that knows most of the headings; nil when none knows two.
    package let mapping: MappingFile?
    /// How many headings the mapping knows: what the best of several sheets is chosen by.
    package let score: Int
  }

  /// What the columns of a list without headings are called: `1`, `2`, `3`.
  package static func positions(of sample: [[String?]]) -> [String] {
    (1...max(sample.map(\.count).max() ?? 1, 1)).map(String.init)
  }

  /// How many rows are looked at.
  package static let depth = 30

  /// The row with the most headings that one mapping knows, the upper one of equals. A row further up comes before it when it has
  /// all that a mapping requires and rows of a list stand between the two: then it is the header of a list that another with more
  /// columns was put below. Where a row has the headings of one program, its mappings are asked. When no mapping knows two headings
  /// of a row, the first row that is filled at least half as far as the fullest and holds no row of figures.
  ///
  /// - Parameters:
  ///   - sample: the first rows of a table, title lines included; nil is a cell that the row lacks.
  ///   - mappings: those to choose among; accounting systems' are passed over.
  ///   - positions: where the rows stand in the source, from 1, which blank rows are no part of. A mapping's `headerRow` may be
  ///     counted with them or without.
  /// - Returns: nil when the sample has no filled cell.
  package static func find(in sample: [[String?]], using mappings: [MappingFile], positions: [Int] = []) -> Answer? {
    // A list without headings is called by its positions.
    if mappings.count == 1, let file = mappings.first, file.headerRow == 0 {
      let score = HeaderMatch(file, header: Self.positions(of: sample)).matchedCount
      return sample.isEmpty ? nil : Answer(row: -1, mapping: file, score: score)
    }
    func isNamed(_ index: Int, by file: MappingFile) -> Bool {
      file.headerRow == index + 1 || index < positions.count && file.headerRow == positions[index]
    }
    let rows = sample.prefix(depth).map { $0.map { $0 ?? "" } }
    let headings = rows.map { Headings($0) }
    let known = KnownMapping.asked(mappings, about: headings)
    var best: (row: Int, mapping: RankedMapping)?
    for (index, headings) in headings.enumerated() {
      for mapping in known where mapping.file.headerRow == nil || isNamed(index, by: mapping.file) {
        guard mapping.isRecognised(by: headings) else { continue }
        // Most rows are no headers, and few mappings are near: those are not held against each other in full.
        if let best, headings.mostKnown(to: mapping.synonyms) < best.mapping.rank.matched { continue }
        let ranked = RankedMapping(mapping.file, mapping.match(headings))
        let isOnlyOne = isNamed(index, by: mapping.file) && mappings.count == 1
        if ranked.rank.matched > 0 || isOnlyOne, ranked.isBetter(than: best?.mapping) { best = (index, ranked) }
      }
    }
    let filled = rows.map { $0.count { !$0.trimmingBlanks.isEmpty } }
    let fullest = filled.max() ?? 0
    // One known word is a header only of a table of one column: a title may be one word too.
    if let (row, mapping) = best, mapping.rank.matched >= 2 || fullest == 1 || mapping.file.headerRow != nil {
      let upper = mapping.file.headerRow == nil ? UpperHeader(above: row, knownBy: mapping.file, rows, known) : nil
      return Answer(
        row: upper?.row ?? row, mapping: upper?.mapping ?? mapping.file, score: upper?.score ?? mapping.rank.matched)
    }
    guard fullest > 0 else { return nil }
    let row = rows.indices.first { filled[$0] * 2 >= fullest && !rows[$0].contains(where: isFigure) }
    return Answer(row: row ?? filled.firstIndex { $0 > 0 } ?? 0, mapping: nil, score: 0)
  }

  private static func isFigure(_ cell: String) -> Bool {
    let text = cell.trimmingBlanks
    return !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) || " ,.-+%".utf8.contains($0) }
  }
}
