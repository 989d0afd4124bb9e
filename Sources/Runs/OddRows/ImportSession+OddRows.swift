import CustomerModel
import Differ
import RegisterStore
import Rows
import Validation

/// Rows that are no customers: passed over and named, or rejected where that is not certain.
extension ImportSession {
  /// Judges the rows of a batch by the headings and the columns of its sheet.
  func judgeRows(as records: RecordBatch) {
    guard !source.isUniform, records.rows.table != judgedSheet else { return }
    judgedSheet = records.rows.table
    judge = RowJudge(header: source.plainHeader(ofSheet: judgedSheet), columns: records.columns)
    continuations = ContinuationRows(columns: records.columns)
  }

  /// Settles a row that is no customer's, or may be none. False when it is like any other.
  func settlesOdd(_ row: Int, of records: RecordBatch, match: RowMatch) throws -> Bool {
    let position = records.rows.rows[row].position
    switch judge.verdict(row, of: records.rows, isFirst: isFirst(position), isKnown: !match.isUnsettled) {
    case .customer: return false
    case .none(let finding):
      guard let problem = pipeline.validator.problem(finding) else { return false }
      if problem.severity == .reject { return try settleRejected(row, of: records, problem) }
      try warn([problem], position: position, of: .nobody)
      report.passedOver.add(
        PassedOverRows.Row(place: source.place(of: position), code: problem.code, message: problem.message))
      return true
    case .uncertain(let finding):
      guard let problem = pipeline.validator.problem(finding, isCertain: false) else { return false }
      return try settleRejected(row, of: records, problem)
    }
  }

  private func settleRejected(_ row: Int, of records: RecordBatch, _ problem: Problem) throws -> Bool {
    counts.rows += 1
    try reject(
      records.rows.rows[row], of: records, [problem], owner: owners.owner(row: row, of: records, [problem]))
    return true
  }

  /// True when no customer's row came since the headings above a row.
  private func isFirst(_ position: UInt32) -> Bool {
    guard let last = lastCustomerRow else { return true }
    return source.place(of: last).sheet != source.place(of: position).sheet
  }
}
