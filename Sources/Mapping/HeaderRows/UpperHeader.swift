import CustomerModel

/// The header of a list that stands above a row with more headings: two lists were put into one file, the second with more columns.
///
/// Nothing else above a header is one, though it may hold words that a mapping knows: a title, groups of columns, the table of
/// a selection. Below those stand no rows of a list.
struct UpperHeader {
  let row: Int
  let mapping: MappingFile
  /// How many headings the mapping knows.
  let score: Int

  /// - Parameters:
  ///   - lower: the index of the row with most headings.
  ///   - file: the mapping that knows them.
  ///   - known: the mappings to choose among.
  /// - Returns: nil when that row is the first header.
  init?(above lower: Int, knownBy file: MappingFile, _ rows: [[String]], _ known: [KnownMapping]) {
    guard lower > 1 else { return nil }
    let hasNumbers = HeaderMatch(file, header: rows[lower]).source(of: .number) != nil
    for row in 0..<(lower - 1) {
      guard let best = Self.best(Headings(rows[row]), known) else { continue }
      let number = best.match.source(of: .number)
      let headed = Set(rows[row].indices.filter { !rows[row][$0].trimmingBlanks.isEmpty })
      let listed = rows[row + 1..<lower].filter { Self.isListed($0, below: headed, number: number) }
      // Whose list has no numbers, and whose number no digits, may stand in another table: one row of such says nothing.
      let isSure = number == nil ? !hasNumbers : listed.contains { $0[number!].contains(where: \.isNumber) }
      guard listed.count > 1 || listed.count == 1 && isSure else { continue }
      self.row = row
      mapping = best.file
      score = best.match.matchedCount
      return
    }
    return nil
  }

  /// The mapping that knows most of a row, and at least two headings, among those that miss nothing in it.
  private static func best(_ headings: Headings, _ known: [KnownMapping]) -> RankedMapping? {
    let candidates = known.lazy.filter {
      $0.file.headerRow == nil && $0.isRecognised(by: headings) && headings.mostKnown(to: $0.synonyms) > 1
    }.map { RankedMapping($0.file, $0.match(headings)) }
    return RankedMapping.best(of: candidates.filter { $0.rank.matched > 1 && $0.match.missing.isEmpty })
  }

  /// True for a row that may be of a list: it has a number, where there is a column for it, something else, and most of it
  /// stands under headings.
  private static func isListed(_ row: [String], below headed: Set<Int>, number: Int?) -> Bool {
    let filled = row.indices.filter { !row[$0].trimmingBlanks.isEmpty }
    guard filled.count > 1, filled.count(where: headed.contains) * 2 > filled.count else { return false }
    guard let number else { return true }
    return filled.contains(number) && !row[number].trimmingBlanks.hasSuffix(":")
  }
}
