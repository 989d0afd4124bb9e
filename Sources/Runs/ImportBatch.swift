import Rows

/// One batch on its way from the reading core to the writing core.
struct ImportBatch: Sendable {
  /// The rows that are looked at in full, mapped.
  var records: RecordBatch
  /// True when they are validated, too; else the writing core does it.
  var isValidated: Bool
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
