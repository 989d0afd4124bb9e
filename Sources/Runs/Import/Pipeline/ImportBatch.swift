import Rows

/// One batch on its way to be settled.
struct ImportBatch: Sendable {
  /// The rows that are looked at in full, mapped, and validated when they are settled.
  var records: RecordBatch
  /// The digest of each of those rows; ``RowDigest/none`` for one that must always be looked at.
  var digests: [RowDigest]
  /// The rows that are what was last taken for a customer, in the order of the input.
  var known: [KnownRow]
  /// True for a batch of one row that was read anew as a customer's that is there, where those are read apart.
  var isOfKnown = false

  /// True when some row has a value for a column of the records.
  func holdsValue(in column: Int) -> Bool {
    if (0..<records.count).contains(where: { records[column: column, row: $0].isPresent }) { return true }
    let sources = records.columns[column].sources
    return known.contains { known in
      sources.contains { source in
        guard source < Int(known.row.cellCount) else { return false }
        let cell = records.rows.cells[Int(known.row.firstCell) + source]
        return !cell.isMissing && records.rows.arena[cell.range].contains { $0 > 0x20 }
      }
    }
  }

  /// True when some row that was looked at in full, and is none of these, has a value for a column of the records.
  func holdsValue(in column: Int, without rows: Set<Int>) -> Bool {
    (0..<records.count).contains { records[column: column, row: $0].isPresent && !rows.contains($0) }
  }

  /// A row that equals the one last taken for a customer which has not changed since.
  struct KnownRow: Sendable {
    let row: RowBatch.Row
    let customer: Int64
  }
}
