import CustomerModel
import Differ
import RegisterStore
import Rows
import Validation

/// Rows of an import that are no customers: passed over and named, or rejected where that is not certain.
final class OddRows {
  let scope: ImportScope
  private let telling: ImportTelling
  private(set) var judge: RowJudge
  /// The place of the sheet whose headings and columns the judge knows; -1 before the first row.
  private var judgedSheet = -1
  /// The last row that held other headings than those of its table; nil when the rows stand below those.
  private(set) var otherHeadings: UInt32?
  /// True when rows stood below other headings, so that nobody knows which customers they mean.
  private var hasUnread = false
  /// The last row that was taken for a customer's.
  var lastCustomerRow: UInt32?
  /// What rows without number may go on with.
  var continuations: ContinuationRows
  /// What is to be told of the last row that was taken for a customer's although it may be none.
  private var remark: (position: UInt32, problem: Problem)?

  init(_ scope: ImportScope, telling: ImportTelling) {
    self.scope = scope
    self.telling = telling
    judge = RowJudge(scope.source, sheet: 0, columns: scope.pipeline.columns)
    continuations = ContinuationRows(columns: scope.pipeline.columns, header: scope.source.header)
  }

  /// Judges the rows of a batch by the headings and the columns of its sheet.
  func judgeRows(as records: RecordBatch) {
    guard !scope.source.isUniform, records.rows.table != judgedSheet else { return }
    judgedSheet = records.rows.table
    judge = RowJudge(scope.source, sheet: judgedSheet, columns: records.columns)
    continuations = ContinuationRows(columns: records.columns, header: scope.source.header)
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
      guard let problem = scope.pipeline.validator.problem(finding) else { return false }
      if problem.severity == .reject { return try settleRejected(row, of: records, problem) }
      try telling.warn([problem], position: position, of: .nobody)
      telling.report.passedOver.add(
        PassedOverRows.Row(place: scope.source.place(of: position), code: problem.code, text: problem.text))
      return true
    case .uncertain(let finding):
      guard let problem = scope.pipeline.validator.problem(finding, isCertain: false) else { return false }
      if case .otherHeadings = finding { otherHeadings = position }
      return try settleRejected(row, of: records, problem)
    case .doubtful(let finding):
      guard let problem = scope.pipeline.validator.problem(finding, value: value(of: finding, row, records)) else {
        return false
      }
      if problem.severity == .reject { return try settleRejected(row, of: records, problem) }
      remark = (position, problem)
      return false
    }
  }

  /// The warning of a row that becomes a customer, and may be none.
  func remark(on row: RowBatch.Row) -> [Problem] {
    guard let remark, remark.position == row.position else { return [] }
    return [remark.problem]
  }

  private func value(of finding: RowFinding, _ row: Int, _ records: RecordBatch) -> String? {
    finding.path.flatMap { path in records.column(of: path) }.flatMap { records.text(column: $0, row: row) }
  }

  /// The row of other headings that hold for a row, which the mapping was not asked about; nil when the headings of its table do.
  func otherHeadings(above position: UInt32) -> UInt32? {
    guard let otherHeadings, scope.source.sheet(of: otherHeadings).table == scope.source.sheet(of: position).table
    else {
      return nil
    }
    return otherHeadings
  }

  /// Rejects a row below other headings: by those of its table its values would go to wrong fields.
  func settleBelow(_ headings: UInt32, _ row: RowBatch.Row, of records: RecordBatch) throws -> Bool {
    guard
      let problem = scope.pipeline.validator.problem(
        .belowOtherHeadings(scope.source.place(of: headings)), isCertain: false)
    else { return false }
    telling.counts.rows += 1
    hasUnread = true
    // Whose row it is its cells tell under other headings only.
    try telling.reject(row, of: records, [problem], owner: .nobody)
    return true
  }

  /// Stops an import that would take those for missing whose rows could not be read.
  ///
  /// - Throws: ``KundregError`` `missing.otherHeadings` with status 1.
  func requireAllRead() throws {
    guard hasUnread else { return }
    throw KundregError(.missingOtherHeadings, MissingTexts.otherHeadings(scope.options.input))
  }

  private func settleRejected(_ row: Int, of records: RecordBatch, _ problem: Problem) throws -> Bool {
    telling.counts.rows += 1
    try telling.reject(
      records.rows.rows[row], of: records, [problem], owner: telling.owners.owner(row: row, of: records, [problem]))
    return true
  }

  /// True when no customer's row came since the headings above a row.
  private func isFirst(_ position: UInt32) -> Bool {
    guard let last = lastCustomerRow else { return true }
    return scope.source.place(of: last).sheet != scope.source.place(of: position).sheet
  }

  /// The row that a row without number seems to go on with, and what it looks like; nil when it looks like none of these.
  func continuation(_ row: Int, of records: RecordBatch, looks: Set<ContinuationRows.Look>) -> Continuation? {
    let header = records.rows.rows[row]
    guard let before = continuations.before(in: records.rows),
      scope.source.place(of: before.position).sheet == scope.source.place(of: header.position).sheet,
      let look = continuations.look(of: header, in: records.rows, after: before), looks.contains(look)
    else { return nil }
    return Continuation(before: before, look: look)
  }

  /// What is found of a row of which no field takes anything; nil for any other.
  func untaken(_ row: Int, of records: RecordBatch) -> RowFinding? {
    let header = records.rows.rows[row]
    guard header.fault == .none, let columns = continuations.untakenColumns(of: header, in: records.rows) else {
      return nil
    }
    return .untaken(columns: OddRowTexts.columns(columns.map { ($0.column, $0.heading) }))
  }
}
