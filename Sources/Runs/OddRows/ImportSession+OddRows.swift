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
    judge = RowJudge(source, sheet: judgedSheet, columns: records.columns)
    continuations = ContinuationRows(columns: records.columns)
  }

  /// Settles a row that is no customer's, or may be none. False when it is like any other.
  func settlesOdd(_ row: Int, of records: RecordBatch, match: RowMatch) throws -> Bool {
    let position = records.rows.rows[row].position
    let verdict = judge.verdict(row, of: records.rows, isFirst: isFirst(position), isKnown: !match.isUnsettled)
    if let above = otherHeadings(above: position) {
      switch verdict {
      case .none(.headings): otherHeadings = nil
      case .uncertain(.otherHeadings): break
      default: return try settleBelow(above, records.rows.rows[row], of: records)
      }
    }
    switch verdict {
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
      if case .otherHeadings = finding { otherHeadings = position }
      return try settleRejected(row, of: records, problem)
    }
  }

  /// The row of other headings that hold for a row, which the mapping was not asked about; nil when the headings of its table do.
  func otherHeadings(above position: UInt32) -> UInt32? {
    guard let otherHeadings, source.sheet(of: otherHeadings).table == source.sheet(of: position).table else {
      return nil
    }
    return otherHeadings
  }

  /// Rejects a row below other headings: by those of its table its values would go to wrong fields.
  func settleBelow(_ headings: UInt32, _ row: RowBatch.Row, of records: RecordBatch) throws -> Bool {
    guard
      let problem = pipeline.validator.problem(
        .belowOtherHeadings(source.place(of: headings)), isCertain: false)
    else { return false }
    counts.rows += 1
    hasUnread = true
    // Whose row it is its cells tell under other headings only.
    try reject(row, of: records, [problem], owner: .nobody)
    return true
  }

  /// Stops an import that would take those for missing whose rows could not be read.
  ///
  /// - Throws: ``KundregError`` `missing.otherHeadings` with status 1.
  func requireAllRead() throws {
    guard hasUnread else { return }
    throw KundregError(
      .failed, code: "missing.otherHeadings",
      "--missing inactivate takes \(options.input) for the whole register, but rows of it stand below other headings than the first "
        + "and could not be read (row.headings). Nothing was written. Put all rows below the same headings, or leave out --missing "
        + "inactivate.")
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
