/// What the mapper took for damage in the cells of one source column, and mended: added up, so that it is told once.
package struct CellRepair: Sendable, Equatable {
  /// What was taken for damage.
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// A word that programs write where they have no value: the cell counts as blank.
    case blankWord
    /// What a program puts before a text, so that a spreadsheet takes it for one.
    case textGuard
    /// `.0` behind a whole number.
    case fraction
    /// Control characters, which nobody sees.
    case control
    /// `.0` behind a whole number in a text, which is kept.
    case keptFraction
  }

  /// What was taken for damage.
  package let kind: Kind
  /// The source column, from 0.
  package let column: Int
  /// How many cells it was.
  package private(set) var count: Int
  /// The first such row's place in the source.
  package let position: UInt32
  /// A word as it stood in that row; empty for what may be anybody's number or name.
  package let example: String

  /// Cells of one column, the first of them at a position.
  package init(_ kind: Kind, column: Int, count: Int = 1, position: UInt32, example: String = "") {
    self.count = count
    self.kind = kind
    self.column = column
    self.position = position
    self.example = example
  }

  /// Counts one more cell, or as many as a later part of the source had.
  package mutating func add(_ more: Int = 1) { count += more }
}

/// A cell that looks damaged, and may yet be right: it is kept, and named.
package struct CellDoubt: Sendable, Hashable {
  /// What it may be.
  package let kind: CellRepair.Kind
  /// The row's index in the batch.
  package let row: Int
  /// The source column, from 0.
  package let column: Int

  /// One cell of a batch.
  package init(_ kind: CellRepair.Kind, row: Int, column: Int) {
    self.kind = kind
    self.row = row
    self.column = column
  }
}
