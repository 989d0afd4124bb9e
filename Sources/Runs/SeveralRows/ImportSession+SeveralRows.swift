import CustomerModel
import Differ
import Mapping
import RegisterStore
import Rows
import SwedishIdentity
import Validation

/// Customers that stand on several rows: the first row is the customer's own, each further one brings contact persons.
extension ImportSession {
  /// The earlier row that stood for the customer of a row which the register did not know when its batch was matched, and
  /// the customer; nil when there was no such row. The customer is nil when that row made none.
  func customerOfEarlierRow(_ row: Int, of records: RecordBatch) throws -> (first: UInt32, customer: Int64?)? {
    guard let several else { return nil }
    if let numberColumn = scope.numberColumn, let number = records.text(column: numberColumn, row: row) {
      let first = records.withBytes(column: numberColumn, row: row) { earlier.seen.numbers.row(of: $0) }
      guard let first else { return nil }
      return (first, try several.isRejected(firstRow: first) ? nil : scope.reader.key(ofNumber: number)?.id)
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
    return (first, several.numberlessCustomer(ofRow: first))
  }

  /// Settles a further row of a customer.
  ///
  /// - Parameters:
  ///   - id: nil when the first row made no customer.
  ///   - first: the first row; nil when it is not in this input.
  func settleFurther(
    _ id: Int64?, first: UInt32?, row: Int, of batch: ImportBatch, problems: [Problem]
  ) throws {
    if let first, id == nil || several?.isRejected(firstRow: first) == true {
      let rejected = scope.pipeline.validator.problem(.firstRowRejected(row: scope.source.place(of: first)), value: nil)
      return try rejectFurther(row, of: batch.records, problems + [rejected].compactMap(\.self), customer: id)
    }
    guard let id else { return }
    if isRejected(problems) { return try rejectFurther(row, of: batch.records, problems, customer: id) }
    try settleExisting(id, row: row, of: batch, problems: problems, standing: .further(of: first))
  }

  /// Rejects a further row, with what makes it known again when it is mended.
  func rejectFurther(_ row: Int, of records: RecordBatch, _ problems: [Problem], customer: Int64?) throws {
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
    let met = row.meet(current, spoken: several?.spokenPlaces(of: id, on: current) ?? [])
    var first: RowPlace?
    // Beside a mended row it is the register that speaks: the row before it may be a mended one too.
    if case .further(let position?) = row.standing, !wasLaterRow(records.rows.rows[index], of: records) {
      first = scope.source.place(of: position)
    }
    let problems = met.disagreements.compactMap { path in
      scope.pipeline.validator(for: records).problem(
        .rowDisagrees(row: first, path: path),
        value: records.column(of: path).flatMap { records.text(column: $0, row: index) })
    }
    return (met.fields, met.places, problems)
  }

  /// Remembers what the first row of a new customer spoke of.
  func noteFirstRow(of id: Int64, row: Int, of records: RecordBatch) {
    several?.note(0..<CardDiffer.personCount(IncomingCard(row: row, of: records)), of: id)
    if !scope.hasNumber(row, of: records) { several?.noteNumberless(id, row: records.rows.rows[row].position) }
  }
}
