import CustomerModel
import RegisterStore
import Rows
import Validation

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

  /// The owner of a row: the customer, if one was found, or whoever has its number, or else its identity number. Where no customer
  /// can have the number, the identity number decides.
  ///
  /// - Parameter problems: what is wrong with the row.
  func owner(customer: Int64? = nil, row: Int, of records: RecordBatch, _ problems: [Problem] = []) -> ProblemOwner {
    var keys = columns.compactMap { column in
      records.withBytes(column: column, row: row) { bytes in
        records.columns[column].path.field == .number
          ? ProblemOwner.key(bytes, seed: seed) : ProblemOwner.key(identity: bytes, seed: seed)
      }
    }
    if problems.contains(where: Self.isOfUnusableNumber) { keys.reverse() }
    return ProblemOwner(customer: customer, key: keys.first)
  }

  private static func isOfUnusableNumber(_ problem: Problem) -> Bool {
    problem.severity == .reject && problem.path?.field == .number && !MatchFinding.numberCodes.contains(problem.code)
  }
}
