/// A cell that is neither text nor a plain number in its source: it has the look of its type instead of what was typed.
///
/// A spreadsheet makes a date of `10-12` and a time of `8:30`, and the text of such a cell no longer tells what stood there.
package struct OddCell: Sendable, Equatable {
  /// What the cell is in its source.
  package enum Kind: UInt8, Sendable {
    /// A date, with a time of day or without.
    case date
    /// A time of day, or a length of time.
    case time
    /// Yes or no.
    case boolean
    /// A number that is shown as a percentage.
    case percent
    /// Several values in one cell: an array of JSON.
    case list
    /// A number with an exponent: `1e3` in JSON.
    case exponent
  }

  /// The index of the cell in ``RowBatch/cells``.
  package var cell: UInt32
  /// What the cell is in its source.
  package let kind: Kind

  /// Makes the note of one cell.
  package init(cell: UInt32, kind: Kind) {
    self.cell = cell
    self.kind = kind
  }
}

extension ArraySlice where Element == OddCell {
  /// Takes away the cells before an index, the rows of a batch being walked in their order.
  ///
  /// - Returns: true when there were some.
  package mutating func takesCell(before cell: UInt32) -> Bool {
    guard let first, first.cell < cell else { return false }
    while let next = self.first, next.cell < cell { removeFirst() }
    return true
  }
}
