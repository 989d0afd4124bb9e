import CustomerModel
import RegisterStore
import Rows

/// Tells whose the rows of a source are, for the problems that are kept of them.
struct ProblemOwners: Sendable {
  private let seed: UInt64
  /// The columns of the customer number and of the identity number, in this order.
  private let columns: [Int]

  /// - Parameter seed: the register's own secret.
  init(columns: [RecordColumn], seed: UInt64) {
    self.seed = seed
    self.columns = [Field.number, .identityNumber].compactMap { field in
      columns.firstIndex { $0.path.field == field }
    }
  }

  /// The owner of a row: the customer, if one was found, or whoever has its number, or else its identity number.
  func owner(customer: Int64? = nil, row: Int, of records: RecordBatch) -> ProblemOwner {
    for column in columns {
      let key = records.withBytes(column: column, row: row) { ProblemOwner.key($0, seed: seed) }
      if let key { return ProblemOwner(customer: customer, key: key) }
    }
    return ProblemOwner(customer: customer, key: nil)
  }
}
