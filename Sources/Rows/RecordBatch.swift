package import CustomerModel

/// What a mapper makes of a ``RowBatch``: for each row and each mapped field a canonical value, in columns.
///
/// Values are ranges of the row batch's arena, to which the mapper appended what it derived. Columns are contiguous, so
/// that a rule walks one column from end to end.
@usableFromInline
package struct RecordBatch: Sendable {
  /// One value of one field.
  @usableFromInline
  package struct Value: Sendable, Equatable {
    @usableFromInline package var start: UInt32
    /// Bytes, or one of the two marks below.
    @usableFromInline package var length: UInt32

    @inlinable
    package init(start: Int, length: Int) {
      self.start = UInt32(truncatingIfNeeded: start)
      self.length = UInt32(truncatingIfNeeded: length)
    }
    private init(mark: UInt32) {
      start = 0
      length = mark
    }

    /// The source says nothing of the field: it stays as it is.
    package static let absent = Value(mark: .max)
    /// The source says that the field has no value: it is cleared.
    package static let clear = Value(mark: .max - 1)

    @inlinable package var isPresent: Bool { length < .max - 1 }
    @inlinable package var isAbsent: Bool { length == .max }
    @inlinable package var isClear: Bool { length == .max - 1 }
    /// The place in the arena. Only when ``isPresent``.
    @inlinable package var range: Range<Int> { Int(start)..<Int(start) + Int(length) }
  }

  /// The source rows and the arena.
  @usableFromInline package var rows: RowBatch
  /// The fields, one per column; no field twice.
  package let columns: [RecordColumn]
  /// The values: the value of column `c` in row `r` is at `c * rows.count + r`.
  @usableFromInline package var values: [Value]
  /// What was found wrong so far, with the row's index in the batch; ascending by row within one stage.
  package var problems: [(row: Int, problem: Problem)] = []
  /// What was found wrong with the card that the row alone would make; ascending by row.
  ///
  /// These hold only if the row makes a new customer; for an existing one the card rules are asked again on the merged card.
  package var provisional: [(row: Int, problem: Problem)] = []

  /// What was mended in the source cells, each source column and kind once.
  package var repairs: [CellRepair] = []
  /// The source cells that were kept and look damaged.
  package var doubts: [CellDoubt] = []
  /// Where types lie in the arena that an identity number told because the row gives none; nil when none are told so.
  package var derivedTypes: Range<UInt32>?

  package init(rows: RowBatch, columns: [RecordColumn]) {
    self.rows = rows
    self.columns = columns
    self.values = Array(repeating: .absent, count: columns.count * rows.count)
  }

  @inlinable package var count: Int { rows.count }

  @inlinable
  package subscript(column column: Int, row row: Int) -> Value {
    get { values[column * rows.count + row] }
    set { values[column * rows.count + row] = newValue }
  }

  /// The value as text, nil when absent or cleared. For reports, not for the hot path.
  package func text(column: Int, row: Int) -> String? {
    let value = self[column: column, row: row]
    return value.isPresent ? String(decoding: rows.arena[value.range], as: UTF8.self) : nil
  }

  /// Runs a body on the bytes of a value; nil, without running it, when the value is absent or cleared.
  @inlinable
  package func withBytes<Result>(
    column: Int, row: Int, _ body: (UnsafeRawBufferPointer) throws -> Result?
  ) rethrows -> Result? {
    let value = self[column: column, row: row]
    guard value.isPresent else { return nil }
    return try rows.arena.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[value.range])) }
  }

  /// True when the row gives no type and its identity number told one: that is for new customers only.
  package func hasDerivedType(row: Int) -> Bool {
    guard let derivedTypes, let column = column(of: .type) else { return false }
    let value = self[column: column, row: row]
    return value.isPresent && derivedTypes.contains(value.start)
  }

  /// The column of a field, or nil when the source does not have it.
  package func column(of path: FieldPath) -> Int? { columns.firstIndex { $0.path == path } }
  package func column(of field: Field) -> Int? { column(of: FieldPath(field)) }
}

/// One mapped field and where it comes from.
package struct RecordColumn: Sendable, Hashable {
  /// What happens to a name that the register's list does not have.
  package enum UnknownPolicy: String, Sendable, Hashable, Codable {
    case create, reject
  }

  package let path: FieldPath
  /// The source columns that the value is made of, from 0; empty for a constant.
  package let sources: [Int]
  /// The heading of the first source column as the source writes it; the field's own for a constant.
  package let header: String
  package let unknown: UnknownPolicy
  /// True when the mapping itself gives a value: a constant, or what a blank cell stands for.
  package let isGivenByMapping: Bool

  /// True when the source has no column for the field and the mapping gives it no value: nobody can fill a cell.
  package var isLacking: Bool { sources.isEmpty && !isGivenByMapping }

  package init(
    path: FieldPath, sources: [Int], header: String, unknown: UnknownPolicy = .create, isGivenByMapping: Bool = false
  ) {
    self.path = path
    self.sources = sources
    self.header = header
    self.unknown = unknown
    self.isGivenByMapping = isGivenByMapping
  }
}
