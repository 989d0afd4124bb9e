import CustomerModel
import RegisterStore
import Rows
import Validation

/// Rows without number that go on with the customer of the row before.
extension ImportSession {
  /// Settles a row without number that goes on with the row before: with several rows a customer it brings a contact person, and otherwise it
  /// is rejected by a reason that proposes them. False for a row that does not look so.
  ///
  /// - Parameter problems: what was found, without what only matters of a new customer.
  func settlesContinuation(_ row: Int, of batch: ImportBatch, problems: [Problem]) throws -> Bool {
    let records = batch.records
    guard let before = odd.continuedRow(row, of: records, looks: [.contacts, .untaken]) else { return false }
    isContinuation = true
    telling.continuedNumber = before.row.number
    defer { telling.continuedNumber = nil }
    if let current = several?.current, before.look == .contacts {
      try settleFurther(current.customer, first: current.first, row: row, of: batch, problems: problems)
      return true
    }
    let finding = RowFinding.continues(
      row: scope.source.place(of: before.row.position),
      number: before.row.number.isEmpty ? nil : before.row.number,
      contacts: before.look == .contacts)
    try telling.reject(
      records.rows.rows[row], of: records, problems + [scope.pipeline.validator.problem(finding)].compactMap(\.self),
      owner: telling.owners.owner(row: row, of: records, problems), isFirst: false)
    return true
  }

  /// The warning of a row that becomes a customer, and may be a person of the customer before it.
  func continuationWarning(_ row: Int, of records: RecordBatch) -> [Problem] {
    guard let before = odd.continuedRow(row, of: records, looks: [.person]) else { return [] }
    let finding = RowFinding.mayContinue(
      row: scope.source.place(of: before.row.position), number: before.row.number.isEmpty ? nil : before.row.number)
    return [scope.pipeline.validator.problem(finding)].compactMap(\.self)
  }
}
