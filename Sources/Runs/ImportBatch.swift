import Rows

/// One batch as the writing core settles it.
struct ImportBatch: Sendable {
  /// The rows that are looked at in full, mapped and validated.
  var records: RecordBatch
  /// The digest of each of those rows; ``RowDigest/none`` for one that must always be looked at.
  var digests: [RowDigest]
  /// The rows that are what was last taken for a customer, in the order of the input.
  var known: [KnownRow]

  /// True when some row has something for a column of the records: a value, or a word that clears.
  func holdsValue(in column: Int) -> Bool {
    if (0..<records.count).contains(where: { records[column: column, row: $0] != .absent }) { return true }
    let sources = records.columns[column].sources
    return known.contains { known in
      sources.contains { source in
        source < Int(known.row.cellCount) && !records.rows.cells[Int(known.row.firstCell) + source].range.isEmpty
      }
    }
  }

  /// A row that equals the one last taken for a customer which has not changed since.
  struct KnownRow: Sendable {
    let row: RowBatch.Row
    let customer: Int64
  }
}
