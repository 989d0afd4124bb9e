import Texts

/// Rows that were rejected since their customer stands in a sheet that was read before, though their own sheet has more columns of
/// the card: a list of orders may have made the customer. Counted by pairs of sheets.
struct ShadowedRows {
  private struct Pair: Hashable {
    let made: Int
    let left: Int
  }
  private var counts: [Pair: Int] = [:]

  /// - Parameters:
  ///   - made: the place of the sheet whose row made the customer, among those that are read.
  ///   - left: that of the sheet whose row was rejected.
  mutating func add(made: Int, left: Int) { counts[Pair(made: made, left: left), default: 0] += 1 }

  /// A sentence for each pair of sheets.
  ///
  /// - Parameter names: those of the sheets that are read.
  func notes(_ names: [String]) -> [Text] {
    counts.sorted { ($0.key.made, $0.key.left) < ($1.key.made, $1.key.left) }.map { pair, count in
      SheetTexts.shadowed(count, of: names[pair.left], by: names[pair.made])
    }
  }
}
