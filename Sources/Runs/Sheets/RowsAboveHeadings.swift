import CustomerModel
import Mapping

/// Rows above the headings that are neither a title nor words over groups of columns: another table, or customers above the
/// headings of others. Nobody can read them, so they are named.
package struct RowsAboveHeadings: Sendable, Equatable {
  /// Where they stand in the table, from 1.
  package let positions: [Int]

  /// - Parameters:
  ///   - above: the rows above the headings.
  ///   - positions: where they stand in the table, from 1.
  ///   - header: the headings.
  ///   - band: the row that holds words over groups of columns, among those above; nil when none does.
  ///   - mapping: the one that knows the headings. One that says itself where they stand is asked for nothing above them.
  /// - Returns: nil when nothing but titles and the like stands there.
  init?(_ above: [[String?]], at positions: [Int], header: [String], band: Int?, mapping: MappingFile) {
    guard mapping.headerRow == nil, !above.isEmpty else { return nil }
    let width = header.count { !$0.trimmingBlanks.isEmpty }
    let number = HeaderMatch(mapping.incoming(), header: header).source(of: .number)
    var found: [Int] = []
    var numbered = 0
    for (index, row) in above.enumerated() where index != band {
      let cells = row.map { $0?.trimmingBlanks ?? "" }
      let filled = cells.filter { !$0.isEmpty }
      guard filled.count > 1, !filled.contains(where: { $0.hasSuffix(":") }), !HeadingBand.isOfGroups(cells) else {
        continue
      }
      let sign = number.flatMap { $0 < cells.count ? cells[$0] : nil } ?? ""
      let isNumbered = sign.contains(where: \.isNumber) && !sign.contains(where: \.isWhitespace) && !Self.isDate(sign)
      // Two cells may be a label and what it says, more of them with a day a title.
      let isOfTable = filled.count > 2 && filled.count * 2 >= width && !filled.contains(where: Self.isDate)
      guard isNumbered || isOfTable else { continue }
      found.append(positions[index])
      if isNumbered { numbered += 1 }
    }
    // One row without a number is no table.
    guard numbered > 0 || found.count > 1 else { return nil }
    self.positions = found
  }

  /// True for a day, with or without a time, as titles have it.
  private static func isDate(_ text: String) -> Bool {
    text.prefixMatch(of: /\d{4}-\d{2}-\d{2}|\d{1,2}[.\/]\d{1,2}[.\/]\d{2,4}/) != nil
  }
}
