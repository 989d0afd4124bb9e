import Rows

/// One batch as the writing core settles it.
struct ImportBatch: Sendable {
  /// The rows that are looked at in full, mapped and validated.
  var records: RecordBatch
  /// The digest of each of those rows; ``RowDigest/none`` for one that must always be looked at.
  var digests: [RowDigest]
  /// The rows that are what was last taken for a customer, in the order of the input.
  var known: [KnownRow]

  /// A row that equals the one last taken for a customer which has not changed since.
  struct KnownRow: Sendable {
    let row: RowBatch.Row
    let customer: Int64
  }
}
