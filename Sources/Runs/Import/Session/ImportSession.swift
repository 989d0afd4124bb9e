import CustomerModel
import Differ
import Foundation
import Mapping
import RegisterStore
import Rows
import Validation
import Writers

/// The writing core's work in one import: what becomes of each row.
///
/// It settles rows; ``OddRows`` tells those that are no customers, ``EarlierRows`` knows what the rows before had, and
/// ``ImportTelling`` takes what is told.
final class ImportSession {
  let scope: ImportScope
  let telling: ImportTelling
  let odd: OddRows
  let earlier: EarlierRows
  /// What is known of customers that stand on several rows; nil when a customer stands on one row.
  let several: RowsOfCustomers?
  let changes: (any ChangeSink)?
  private let matcher: BatchMatcher?
  /// True when the register has customers that a row may mean.
  var hasCustomers: Bool { matcher != nil }
  var creator: BatchCreator?
  private var digests: RowDigests?
  var generator: NumberGenerator?
  var assumedTypes: AssumedTypes
  var newNames: NewListNames
  /// The column of customers' own users; few inputs have one.
  let usersColumn: Int?
  /// The source column with the reasons of a rejects file that is imported again.
  private let errorsColumn: Int?
  /// True when the row at hand was taken for one that goes on with the row before.
  var isContinuation = false
  /// The rows of the batch at hand that get only what customers get that are there.
  var rowsOfKnown: Set<Int> = []
  /// How many customers were active before the run; counted only where those that the input lacks are inactivated.
  let activeCount: Int
  /// Customers that a rejected row may have meant: they are not missing.
  private(set) var spared: Set<Int64> = []

  /// - Parameter fingerprint: of everything that decides what becomes of a row.
  init(
    _ scope: ImportScope, known: [ReferenceKind: Set<String>], fingerprint: [UInt8], changes: (any ChangeSink)?,
    rejects: RejectsFile?, problemLog: ProblemLog?
  ) throws {
    self.scope = scope
    let (options, source, settings) = (scope.options, scope.source, scope.settings)
    let columns = scope.pipeline.columns
    several = scope.severalRows == nil ? nil : RowsOfCustomers()
    self.changes = several == nil ? changes : changes.map { GatheredChanges($0, reader: scope.reader) }
    telling = ImportTelling(scope, rejects: rejects, problemLog: problemLog, several: several)
    odd = OddRows(scope, telling: telling)
    newNames = NewListNames(known: known, columns: columns)
    usersColumn = columns.firstIndex { $0.path.field == .customerUsers }
    errorsColumn = RejectsColumn.errors.index(in: source.header)
    if try several != nil || scope.reader.hasCustomers() {
      matcher = try scope.reader.matcher(columns: columns, keys: options.match)
    } else {
      matcher = nil
      // Records find their customers by number while the run goes on, which loading has no index for.
      if options.with.isEmpty { try scope.writer?.beginLoading() }
    }
    earlier = try EarlierRows(scope, asksRegister: matcher != nil && options.match.contains(.number))
    creator = try scope.writer.map { try BatchCreator($0, columns: columns, settings: settings) }
    // A digest tells nothing of the other rows of a customer.
    digests = several == nil ? try scope.writer?.digests(fingerprint: fingerprint) : nil
    generator =
      settings.isOn(.generateNumber)
      ? try NumberGenerator(scope.reader, settings: settings, source: source, mapping: scope.pipeline.mapping) : nil
    assumedTypes = AssumedTypes(
      columns: columns, settings: settings, derivesTypes: scope.pipeline.mapping.derivesTypes)
    activeCount = try options.inactivatesMissing ? scope.reader.customerCount().active : 0
  }

  /// Settles every row of a batch in the order of the input.
  func settle(_ batch: inout ImportBatch) throws {
    odd.judgeRows(as: batch.records)
    telling.note(batch)
    let matches = try matcher?.match(batch.records)
    rowsOfKnown = []
    leaveFurtherColumnsAtFault(in: &batch, matches)
    var problems = ProblemsByRow(batch.records.problems)
    var provisional = ProblemsByRow(batch.records.provisional)
    var known = batch.known[...]
    // Taken out of the session, which would copy it for every row.
    let judge = odd.judge
    var passedOver: Set<Int> = []
    for row in 0..<batch.records.count {
      let position = batch.records.rows.rows[row].position
      while let first = known.first, first.row.position < position {
        try settle(first, in: batch)
        known.removeFirst()
      }
      let match = matches?[row] ?? .none
      let found = problems.take(row)
      let foundAlone = provisional.take(row)
      let before = telling.counts.rows
      if odd.otherHeadings != nil || judge.isOdd(row, of: batch.records, hasProblems: hasProblems(found, match)),
        try odd.settlesOdd(row, of: batch.records, match: match)
      {
        if telling.counts.rows == before { passedOver.insert(row) }
        continue
      }
      telling.counts.rows += 1
      odd.lastCustomerRow = position
      try settle(row, of: batch, match: match, problems: found, provisional: foundAlone)
      // A row that goes on with another goes on with the same as that one.
      if !isContinuation { odd.continuations.note(batch.records.rows.rows[row]) }
      isContinuation = false
      // The next row may be one more of the customer.
      if several != nil { try flush(batch.records) }
    }
    for row in known { try settle(row, in: batch) }
    odd.continuations.endBatch(batch.records.rows)
    telling.noteFilled(batch, rowsOfKnown: rowsOfKnown)
    telling.noteRepairs(batch.records, without: passedOver.union(rowsOfKnown))
    try flush(batch.records)
  }

  /// Writes what the rows of a batch came to, and what is to be remembered of them.
  private func flush(_ records: RecordBatch) throws {
    try creator?.flush(records)
    try digests?.flush()
    try earlier.numberless.flush()
  }

  private func settle(_ row: ImportBatch.KnownRow, in batch: ImportBatch) throws {
    if let above = odd.otherHeadings(above: row.row.position), try odd.settleBelow(above, row.row, of: batch.records) {
      return
    }
    telling.counts.rows += 1
    odd.lastCustomerRow = row.row.position
    odd.continuations.note(row.row)
    telling.noteOfKnown(row.row, in: batch.records.rows)
    if let first = earlier.seen.mark(customer: row.customer, row: row.row.position) {
      let owner = ProblemOwner(customer: row.customer, key: nil)
      return try telling.reject(
        row.row, of: batch.records, try telling.duplicate(first, of: row.customer, in: batch.records), owner: owner)
    }
    if generator != nil { earlier.numberless.note(row.row, in: batch.records.rows) }
    telling.counts.unchanged += 1
  }

  private func settle(
    _ row: Int, of batch: ImportBatch, match: RowMatch, problems: ArraySlice<ProblemsByRow.Element>,
    provisional: ArraySlice<ProblemsByRow.Element>
  ) throws {
    let records = batch.records
    let header = records.rows.rows[row]
    var match = match
    if match.isUnsettled, !scope.hasNumber(row, of: records),
      let id = earlier.numberless.customer(of: header, in: records.rows)
    {
      match = .differs(id)
      earlier.numberless.note(header, in: records.rows)
    }
    let hasProblems = !problems.isEmpty || !provisional.isEmpty
    if let own = readOfKnown(row, of: batch, match: match, hasProblems: hasProblems) {
      // The match is of the other reading. Only where this one is a part of that is it the same, too.
      if case .same(let id) = match, scope.pipeline.mapping.further == nil { match = .differs(id) }
      return try settle(
        0, of: own, match: match, problems: own.records.problems[...], provisional: own.records.provisional[...])
    }
    var problems = problems.map(\.problem)
    switch match {
    case .ambiguous(let ids):
      if scope.options.inactivatesMissing { spared.formUnion(ids) }
      let numbers = try ids.compactMap { try scope.reader.key(ofCustomer: $0)?.number }
      problems += telling.problem(.identityAmbiguous(numbers: numbers), records, row)
      try telling.reject(header, of: records, problems, owner: telling.owners.owner(row: row, of: records, problems))
    case .none:
      if !scope.hasNumber(row, of: records), try settlesContinuation(row, of: batch, problems: problems) { return }
      if let (first, id) = try customerOfEarlierRow(row, of: records) {
        several?.current = (first, id)
        return try settleFurther(id, first: first, row: row, of: batch, problems: problems)
      }
      try settleNew(row, of: batch, problems: problems + provisional.map(\.problem))
    case .same(let id), .differs(let id):
      if let first = earlier.rowOfNumber(of: row, in: records) {
        // Found by identity, with a number that an earlier row gave a new customer.
        if scope.options.inactivatesMissing { spared.insert(id) }
        problems += telling.duplicateNumber(first, records, row)
      } else if let first = earlier.seen.mark(customer: id, row: header.position) {
        several?.current = (first, id)
        if several != nil { return try settleFurther(id, first: first, row: row, of: batch, problems: problems) }
        problems += try telling.duplicate(first, of: id, in: records)
      } else {
        several?.current = (header.position, id)
      }
      if several != nil, wasLaterRow(header, of: records) {
        return try settleFurther(id, first: nil, row: row, of: batch, problems: problems)
      }
      if case .differs = match, wasLaterRow(header, of: records) {
        problems += telling.problem(.duplicateNotMended, records, row)
      }
      if isRejected(problems) {
        let owner = telling.owners.owner(customer: id, row: row, of: records, problems)
        return try telling.reject(header, of: records, problems, owner: owner)
      }
      if case .same = match, several == nil, provisional.isEmpty, !scope.pipeline.inactive.contains(id),
        problems.isEmpty
      {
        telling.counts.unchanged += 1
        remember(batch.digests[row], customer: id)
        return
      }
      try settleExisting(id, row: row, of: batch, problems: problems)
    }
  }

  /// True for a row of a rejects file that was put there since another row had its number or meant its customer.
  func wasLaterRow(_ row: RowBatch.Row, of records: RecordBatch) -> Bool {
    guard let errorsColumn, errorsColumn < Int(row.cellCount) else { return false }
    let cell = records.rows.cells[Int(row.firstCell) + errorsColumn]
    let reasons = cell.isMissing ? "" : String(decoding: records.rows.arena[cell.range], as: UTF8.self)
    return MatchFinding.laterRowCodes.contains { reasons.contains($0) }
  }

  func remember(_ digest: RowDigest, customer: Int64) {
    if digest != .none { digests?.remember(digest, customer: customer) }
  }
}
