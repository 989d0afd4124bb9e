import CustomerModel
import Differ
import RegisterStore
import Rows
import SwedishIdentity
import Validation

/// Customers that stand on several rows: the first row is the customer's own, each further one brings contact persons.
final class FurtherRows {
  private let rows: RowsOfCustomers
  private let scope: ImportScope
  private let telling: ImportTelling
  private let earlier: EarlierRows
  private let laterRows: LaterRows

  init(_ rows: RowsOfCustomers, _ scope: ImportScope, telling: ImportTelling, earlier: EarlierRows) {
    self.rows = rows
    self.scope = scope
    self.telling = telling
    self.earlier = earlier
    laterRows = LaterRows(scope.source)
  }

  /// See ``RowsOfCustomers/current``.
  var current: (first: UInt32, customer: Int64?)? {
    get { rows.current }
    set { rows.current = newValue }
  }

  func isRejected(firstRow: UInt32) -> Bool { rows.isRejected(firstRow: firstRow) }

  /// The earlier row that stood for the customer of a row which the register did not know when its batch was matched, and
  /// the customer; nil when there was no such row. The customer is nil when that row made none.
  func customerOfEarlierRow(_ row: Int, of records: RecordBatch) throws -> (first: UInt32, customer: Int64?)? {
    if let numberColumn = scope.numberColumn, let number = records.text(column: numberColumn, row: row) {
      let first = records.withBytes(column: numberColumn, row: row) { earlier.seen.numbers.row(of: $0) }
      guard let first else { return nil }
      return (first, try rows.isRejected(firstRow: first) ? nil : scope.reader.key(ofNumber: number)?.id)
    }
    guard let identityColumn = scope.identityColumn else { return nil }
    let first = records.withBytes(column: identityColumn, row: row) { typed -> UInt32? in
      ComparableIdentity.with(typed) { identity in
        let first = earlier.seen.identitiesWithoutNumber.row(of: identity)
        // When another row of that identity has a number, nobody may guess whom this one means.
        return earlier.seen.identities.row(of: identity) == first ? first : nil
      }
    }
    guard let first else { return nil }
    return (first, rows.numberlessCustomer(ofRow: first))
  }

  /// Rejects a further row, with what makes it known again when it is mended.
  func reject(_ row: Int, of records: RecordBatch, _ problems: [Problem], customer: Int64?) throws {
    let isTold = problems.contains { $0.severity == .reject && MatchFinding.laterRowCodes.contains($0.code) }
    let remark = isTold ? nil : scope.pipeline.validator.problem(.furtherRow, value: nil)
    try telling.reject(
      records.rows.rows[row], of: records, problems,
      owner: telling.owners.owner(customer: customer, row: row, of: records, problems),
      remark: [remark].compactMap(\.self), isFirst: false)
  }

  /// What a row makes of a customer that may stand on several.
  func meet(
    _ row: RowOfCustomer, _ current: CustomerCard, id: Int64, row index: Int, of records: RecordBatch
  ) -> (fields: [FieldChange], places: Set<Int>, problems: [Problem]) {
    let met = row.meet(current, spoken: rows.spokenPlaces(of: id, on: current))
    var first: RowPlace?
    // Beside a mended row it is the register that speaks: the row before it may be a mended one too.
    if case .further(let position?) = row.standing, !laterRows.contains(records.rows.rows[index], of: records) {
      first = scope.source.place(of: position)
    }
    let problems = met.disagreements.compactMap { path in
      scope.pipeline.validator(for: records).problem(
        .rowDisagrees(row: first, path: path),
        value: records.column(of: path).flatMap { records.text(column: $0, row: index) })
    }
    return (met.fields, met.places, problems)
  }

  /// Remembers of which persons a row of a customer spoke.
  func note(_ places: Set<Int>, of customer: Int64) { rows.note(places, of: customer) }

  /// Remembers the first row of a new customer, and what it spoke of.
  func noteFirstRow(of id: Int64, row: Int, of records: RecordBatch) {
    current = (records.rows.rows[row].position, id)
    rows.note(0..<CardDiffer.personCount(IncomingCard(row: row, of: records)), of: id)
    if !scope.hasNumber(row, of: records) { rows.noteNumberless(id, row: records.rows.rows[row].position) }
  }
}
