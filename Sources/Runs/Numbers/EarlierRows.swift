import CustomerModel
import Differ
import RegisterStore
import Rows
import SwedishIdentity

/// Which earlier row of an import had the customer, the number, the identity number, the login or all cells of a row.
final class EarlierRows {
  let scope: ImportScope
  var seen: SeenRows
  /// Numbers of new customers that are not plain, to find those that look alike.
  var lookalikes: LookalikeNumbers
  /// What became of rows that have no number of their own.
  var numberless: NumberlessRows
  var logins = CustomerLogins()
  /// True when the register has customers whose numbers a new one may look like.
  let asksRegister: Bool
  /// Numbers that deleted customers had; usually empty, and then no row is asked for its number.
  private let reserved: Set<String>

  init(_ scope: ImportScope) throws {
    self.scope = scope
    asksRegister = scope.meetsCustomers && scope.options.match.contains(.number)
    let seed = scope.pipeline.digestSeed
    seen = SeenRows(seed: seed)
    lookalikes = LookalikeNumbers(seed: seed)
    numberless = try NumberlessRows(
      scope.reader, writer: scope.givesNumbers ? scope.writer : nil, source: scope.source, seed: seed)
    reserved = try scope.reader.reservedNumbers()
  }

  /// The number of a row, when a deleted customer had it.
  func reservedNumber(of row: Int, in records: RecordBatch) -> String? {
    guard !reserved.isEmpty, let column = scope.numberColumn, let number = records.text(column: column, row: row),
      reserved.contains(number)
    else { return nil }
    return number
  }

  /// Marks a new customer's number as had. Returns the row that had it before, or nil.
  func markNumber(of row: Int, in records: RecordBatch) -> UInt32? {
    guard let numberColumn = scope.numberColumn else { return nil }
    let position = records.rows.rows[row].position
    return records.withBytes(column: numberColumn, row: row) { seen.numbers.mark($0, row: position) }
  }

  /// The new customer's row that had a row's number before, when rows are matched by identity too.
  func rowOfNumber(of row: Int, in records: RecordBatch) -> UInt32? {
    guard scope.identityColumn != nil, let numberColumn = scope.numberColumn else { return nil }
    return records.withBytes(column: numberColumn, row: row) { seen.numbers.row(of: $0) }
  }

  /// Marks a new customer's identity as had, when rows are matched by it. Returns an earlier row of that identity when one of
  /// the two has no number.
  func markIdentity(of row: Int, in records: RecordBatch, hasNumber: Bool) -> UInt32? {
    guard let identityColumn = scope.identityColumn else { return nil }
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
