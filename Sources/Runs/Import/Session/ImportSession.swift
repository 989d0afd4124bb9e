import CustomerModel
import Differ
import Mapping
import RegisterStore
import Rows
import Validation

/// The writing core's work in one import: walks the rows in the order of the input, and leads each through the stages.
///
/// ``OddRows`` tells those that are no customers, ``RowJudging`` finds what each other row is and whose, ``RowSettling`` does what
/// follows from that, and ``ImportTelling`` takes what is told. They share an ``ImportScope``, which none of them changes.
final class ImportSession {
  let scope: ImportScope
  let telling: ImportTelling
  private let odd: OddRows
  private let readings: ReadingsOfKnown
  private let judging: RowJudging
  private let settling: RowSettling
  private let missing: MissingCustomers

  /// - Parameter known: the names that the register's lists hold.
  init(_ scope: ImportScope, known: [ReferenceKind: Set<String>], outputs: ImportOutputs) throws {
    self.scope = scope
    let several = scope.severalRows == nil ? nil : RowsOfCustomers()
    let telling = ImportTelling(scope, rejects: outputs.rejects, problemLog: outputs.problemLog, several: several)
    self.telling = telling
    odd = OddRows(scope, telling: telling)
    readings = ReadingsOfKnown(scope, telling: telling)
    // Records find their customers by number while the run goes on, which loading has no index for.
    if !scope.meetsCustomers, scope.options.with.isEmpty { try scope.writer?.beginLoading() }
    let earlier = try EarlierRows(scope)
    let further = several.map { FurtherRows($0, scope, telling: telling, earlier: earlier) }
    let writing = try ImportWriting(scope, known: known, changes: outputs.changes)
    judging = try RowJudging(scope, telling: telling, odd: odd, earlier: earlier, further: further)
    settling = try RowSettling(
      scope, telling: telling, odd: odd, earlier: earlier, further: further, writing: writing)
    missing = try MissingCustomers(scope, telling: telling, writing: writing)
  }

  /// Settles every row of a batch in the order of the input.
  func settle(_ batch: inout ImportBatch) throws {
    odd.judgeRows(as: batch.records)
    telling.note(batch)
    let matches = try judging.match(batch.records)
    readings.begin(&batch, matches)
    var problems = ProblemsByRow(batch.records.problems)
    var provisional = ProblemsByRow(batch.records.provisional)
    var known = batch.known[...]
    // Taken out of the odd rows, which would copy it for every row.
    let judge = odd.judge
    var passedOver: Set<Int> = []
    for row in 0..<batch.records.count {
      let header = batch.records.rows.rows[row]
      while let first = known.first, first.row.position < header.position {
        try settle(first, in: batch)
        known.removeFirst()
      }
      let match = matches?[row] ?? .none
      let found = problems.take(row)
      let foundAlone = provisional.take(row)
      let before = telling.counts.rows
      if odd.otherHeadings != nil
        || judge.isOdd(row, of: batch.records, hasProblems: readings.hasProblems(found, match)),
        try odd.settlesOdd(row, of: batch.records, match: match)
      {
        if telling.counts.rows == before { passedOver.insert(row) }
        continue
      }
      telling.counts.rows += 1
      odd.lastCustomerRow = header.position
      let goesOn = try settle(row, of: batch, match: match, problems: found, provisional: foundAlone)
      // A row that goes on with another goes on with the same as that one.
      if !goesOn { odd.continuations.note(header) }
      // The next row may be one more of the customer.
      if scope.severalRows != nil { try settling.flush(batch.records) }
    }
    for row in known { try settle(row, in: batch) }
    odd.continuations.endBatch(batch.records.rows)
    telling.noteFilled(batch, rowsOfKnown: readings.rows)
    telling.noteRepairs(batch.records, without: passedOver.union(readings.rows))
    try settling.flush(batch.records)
  }

  /// Leads one row through judging and settling. True for one that goes on with the row before it.
  private func settle(
    _ row: Int, of batch: ImportBatch, match: RowMatch, problems: ArraySlice<ProblemsByRow.Element>,
    provisional: ArraySlice<ProblemsByRow.Element>
  ) throws -> Bool {
    var match = match
    if match.isUnsettled { match = judging.matchWithoutNumber(row, of: batch.records) ?? match }
    if match != .none,
      let own = readings.reading(of: row, of: batch, match, hasProblems: !problems.isEmpty || !provisional.isEmpty)
    {
      return try settle(
        0, of: own, match: readings.match(ofOther: match), problems: own.records.problems[...],
        provisional: own.records.provisional[...])
    }
    var found = problems.map(\.problem)
    let judgement = try judging.judge(
      row, of: batch.records, match, problems: &found, isFaultlessAlone: provisional.isEmpty)
    if case .new = judgement { found += provisional.map(\.problem) }
    try settling.settle(judgement, row: row, of: batch, problems: found)
    return judgement.goesOn
  }

  private func settle(_ row: ImportBatch.KnownRow, in batch: ImportBatch) throws {
    if let above = odd.otherHeadings(above: row.row.position), try odd.settleBelow(above, row.row, of: batch.records) {
      return
    }
    telling.counts.rows += 1
    odd.lastCustomerRow = row.row.position
    odd.continuations.note(row.row)
    telling.noteOfKnown(row.row, in: batch.records.rows)
    try settling.settle(row, earlier: judging.rowBefore(row, in: batch.records.rows), in: batch)
  }

  /// What can only be done when every row is known.
  func finish() throws {
    if scope.options.maximumRejects?.isPassed(by: telling.counts.rejected, of: telling.counts.rows) == true {
      throw telling.tooManyRejects()
    }
    if scope.options.inactivatesMissing {
      try odd.requireAllRead()
      try missing.inactivate { self.judging.mayHaveRow($0) }
    }
    try settling.finish()
  }

  /// True when some row stands for a customer.
  func hasRow(of customer: Int64) -> Bool { judging.hasRow(customer) }
}
