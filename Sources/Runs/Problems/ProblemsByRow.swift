import CustomerModel

/// The problems of a batch, taken row by row in ascending order.
struct ProblemsByRow {
  typealias Element = (row: Int, problem: Problem)
  private var rest: ArraySlice<Element>

  init(_ problems: [Element]) {
    // Rules walk column by column, so rows come in several ascending runs; the order within a row is kept.
    let isSorted = zip(problems, problems.dropFirst()).allSatisfy { $0.row <= $1.row }
    rest =
      isSorted
      ? problems[...]
      : problems.enumerated().sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }.map(\.element)[...]
  }

  /// The problems of a row. Rows must be asked for in ascending order.
  mutating func take(_ row: Int) -> ArraySlice<Element> {
    if rest.isEmpty { return rest }
    let end = rest.firstIndex { $0.row > row } ?? rest.endIndex
    defer { rest = rest[end...] }
    return rest[..<end]
  }
}
