/// How wide the columns of a table become where not all of each fits.
enum ColumnWidths {
  /// No column is shortened to less: a line that is still too long goes on below.
  static let narrowest = 8

  /// - Parameters:
  ///   - natural: what the widest cell of each column takes.
  ///   - gap: the places between two columns.
  ///   - whole: the columns that are never shortened.
  /// - Returns: the widths; only the widest are less than they were, and all those alike.
  static func fitting(_ natural: [Int], gap: Int, into width: Int, whole: [Int]) -> [Int] {
    let kept = whole.reduce(0) { $0 + natural[$1] } + gap * max(0, natural.count - 1)
    let others = natural.indices.filter { !whole.contains($0) }
    var room = width - kept
    var limit = natural.max() ?? 0
    // From the narrowest on, each column leaves what it does not need to the others.
    for (place, column) in others.sorted(by: { natural[$0] < natural[$1] }).enumerated() {
      let share = room / (others.count - place)
      guard natural[column] <= share else {
        limit = max(share, narrowest)
        break
      }
      room -= natural[column]
    }
    return natural.indices.map { whole.contains($0) ? natural[$0] : min(natural[$0], limit) }
  }
}
