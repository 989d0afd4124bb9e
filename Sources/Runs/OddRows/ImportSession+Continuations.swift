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
    guard let before = continuedRow(row, of: records, looks: [.contacts, .untaken]) else { return false }
    isContinuation = true
    continuedNumber = before.row.number
    defer { continuedNumber = nil }
    if let current = several?.current, before.look == .contacts {
      try settleFurther(current.customer, first: current.first, row: row, of: batch, problems: problems)
      return true
    }
    let finding = RowFinding.continues(
      row: source.place(of: before.row.position),
      number: before.row.number.isEmpty ? "without number" : before.row.number,
      contacts: before.look == .contacts)
    try reject(
      records.rows.rows[row], of: records, problems + [pipeline.validator.problem(finding)].compactMap(\.self),
      owner: owners.owner(row: row, of: records, problems), isFirst: false)
    return true
  }

  /// The warning of a row that becomes a customer, and may be a person of the customer before it.
  func continuationWarning(_ row: Int, of records: RecordBatch) -> [Problem] {
    guard let before = continuedRow(row, of: records, looks: [.person]) else { return [] }
    let finding = RowFinding.mayContinue(row: source.place(of: before.row.position), number: before.row.number)
    return [pipeline.validator.problem(finding)].compactMap(\.self)
  }

  private func continuedRow(
    _ row: Int, of records: RecordBatch, looks: Set<ContinuationRows.Look>
  ) -> (row: ContinuationRows.Before, look: ContinuationRows.Look)? {
    let header = records.rows.rows[row]
    guard let before = continuations.before(in: records.rows),
      source.place(of: before.position).sheet == source.place(of: header.position).sheet,
      let look = continuations.look(of: header, in: records.rows, after: before), looks.contains(look)
    else { return nil }
    return (before, look)
  }
}
