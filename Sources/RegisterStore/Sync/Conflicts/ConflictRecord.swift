import CustomerModel
package import Differ
import GRDB

/// A conflict that is held: both sides keep their value until a person decides.
package struct ConflictRecord: Sendable, Equatable {
  package let system: String
  package let customer: Int64
  /// The customer's number here.
  package let number: String
  /// The customer's name here.
  package let name: String
  package let conflict: FieldConflict
  /// The run that found it first.
  package let sinceRun: Int
  /// When that run began: ISO 8601 in UTC, to the second.
  package let since: String
}

extension ConflictRecord {
  static let query = """
    SELECT system, conflict.customer, number, name, field, register_value, erp_value, base_value, since_run, started_at
    FROM conflict JOIN customer ON customer.id = conflict.customer JOIN run ON run.id = since_run
    """

  /// A row of the query above; nil for a field that no longer exists.
  init?(_ row: Row) {
    guard let path = FieldPath(row[4]) else { return nil }
    self.init(
      system: row[0], customer: row[1], number: row[2], name: row[3],
      conflict: FieldConflict(path, register: row[5], erp: row[6], base: row[7]), sinceRun: row[8], since: row[9])
  }
}
