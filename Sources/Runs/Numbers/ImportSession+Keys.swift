import Rows
import SwedishIdentity

/// Which earlier row had the number or the identity number of a row.
extension ImportSession {
  /// Marks a new customer's number as had. Returns the row that had it before, or nil.
  func markNumber(of row: Int, in records: RecordBatch) -> UInt32? {
    guard let numberColumn else { return nil }
    let position = records.rows.rows[row].position
    return records.withBytes(column: numberColumn, row: row) { seen.numbers.mark($0, row: position) }
  }

  /// The new customer's row that had a row's number before, when rows are matched by identity too.
  func rowOfNumber(of row: Int, in records: RecordBatch) -> UInt32? {
    guard identityColumn != nil, let numberColumn else { return nil }
    return records.withBytes(column: numberColumn, row: row) { seen.numbers.row(of: $0) }
  }

  /// Marks a new customer's identity as had, when rows are matched by it. Returns an earlier row of that identity when one of
  /// the two has no number.
  func markIdentity(of row: Int, in records: RecordBatch, hasNumber: Bool) -> UInt32? {
    guard let identityColumn else { return nil }
    let position = records.rows.rows[row].position
    return records.withBytes(column: identityColumn, row: row) { typed in
      ComparableIdentity.with(typed) { identity in
        let first = seen.identities.mark(identity, row: position)
        if hasNumber { return seen.identitiesWithoutNumber.row(of: identity) }
        _ = seen.identitiesWithoutNumber.mark(identity, row: position)
        return first
      }
    }
  }
}
