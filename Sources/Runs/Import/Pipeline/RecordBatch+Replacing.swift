import CustomerModel
import Rows

extension RecordBatch {
  /// Gives a row the values and the problems that another batch has of it alone. Problems are then no longer in the order of rows.
  mutating func replace(_ row: Int, by own: RecordBatch) {
    for column in columns.indices {
      let value = own[column: column, row: 0]
      guard value.isPresent else {
        self[column: column, row: row] = value
        continue
      }
      if columns[column].path.field == .type, own.hasDerivedType(row: 0), let start = startOfDerived(own, column) {
        self[column: column, row: row] = Value(start: start, length: value.range.count)
        continue
      }
      self[column: column, row: row] = Value(start: rows.arena.count, length: value.range.count)
      rows.arena += own.rows.arena[value.range]
    }
    problems.removeAll { $0.row == row }
    provisional.removeAll { $0.row == row }
    problems += own.problems.map { (row, $0.problem) }
    provisional += own.provisional.map { (row, $0.problem) }
  }

  /// Where a type that an identity number told lies among those of this batch: by that it is known as such.
  private func startOfDerived(_ own: RecordBatch, _ column: Int) -> Int? {
    guard let derivedTypes else { return nil }
    let word = own.rows.arena[own[column: column, row: 0].range]
    return derivedTypes.lazy.map { Int($0) }.first {
      $0 + word.count <= Int(derivedTypes.upperBound) && rows.arena[$0..<$0 + word.count].elementsEqual(word)
    }
  }
}
