import CustomerModel
import Differ
import RegisterStore
import Rows
import Validation

/// The judging stage of an import: finds what each row is and whose, by the register and by the rows before it.
///
/// It knows which customers had a row and whom a row at fault may have meant. It writes nothing.
final class RowJudging {
  private let scope: ImportScope
  private let telling: ImportTelling
  private let odd: OddRows
  private let earlier: EarlierRows
  /// Nil when a customer stands on one row.
  private let further: FurtherRows?
  private let countries: CountryReading
  private let laterRows: LaterRows
  /// Nil when no row can mean a customer that is there.
  private let matcher: BatchMatcher?
  /// Customers that a rejected row may have meant; kept only where those that have no row are inactivated.
  private var spared: Set<Int64> = []

  init(
    _ scope: ImportScope, telling: ImportTelling, odd: OddRows, earlier: EarlierRows, further: FurtherRows?
  ) throws {
    self.scope = scope
    self.telling = telling
    self.odd = odd
    self.earlier = earlier
    self.further = further
    countries = CountryReading(scope)
    laterRows = LaterRows(scope.source)
    matcher =
      scope.meetsCustomers
      ? try scope.reader.matcher(columns: scope.pipeline.columns, keys: scope.options.match) : nil
  }

  // MARK: Customers

  /// What the register says of the rows of a batch; nil when it has no customers.
  func match(_ records: RecordBatch) throws -> [RowMatch]? { try matcher?.match(records) }

  /// The customer that an equal row without number became in an earlier run; nil when there is none, or the row has a number.
  func matchWithoutNumber(_ row: Int, of records: RecordBatch) -> RowMatch? {
    let header = records.rows.rows[row]
    guard !scope.hasNumber(row, of: records), let id = earlier.numberless.customer(of: header, in: records.rows) else {
      return nil
    }
    earlier.numberless.note(header, in: records.rows)
    return .differs(id)
  }

  /// True when some row stands for a customer.
  func hasRow(_ customer: Int64) -> Bool { earlier.seen.has(customer: customer) }

  /// True when some row stands for a customer, or was rejected and may have meant it.
  func mayHaveRow(_ customer: Int64) -> Bool { hasRow(customer) || spared.contains(customer) }

  // MARK: Rows

  /// Marks the customer of a row that equals the one last taken for it as had. Returns the row that had it before, or nil.
  func rowBefore(_ row: ImportBatch.KnownRow, in rows: RowBatch) -> UInt32? {
    if let first = earlier.seen.mark(customer: row.customer, row: row.row.position) { return first }
    if scope.givesNumbers { earlier.numberless.note(row.row, in: rows) }
    return nil
  }

  /// - Parameters:
  ///   - problems: what was found of the row by itself; what is found of it here is added.
  ///   - isFaultlessAlone: true when nothing is wrong with the card that the row alone would make.
  func judge(
    _ row: Int, of records: RecordBatch, _ match: RowMatch, problems: inout [Problem], isFaultlessAlone: Bool
  ) throws -> RowJudgement {
    switch match {
    case .ambiguous(let ids):
      if scope.options.inactivatesMissing { spared.formUnion(ids) }
      let numbers = try ids.compactMap { try scope.reader.key(ofCustomer: $0)?.number }
      problems += telling.problem(.identityAmbiguous(numbers: numbers), records, row)
      return .rejected(nil)
    case .none: return try judgeUnmatched(row, of: records)
    case .same(let id):
      return try judge(
        row, of: records, matched: id, saysTheSame: true, problems: &problems, isFaultlessAlone: isFaultlessAlone)
    case .differs(let id):
      return try judge(
        row, of: records, matched: id, saysTheSame: false, problems: &problems, isFaultlessAlone: isFaultlessAlone)
    }
  }

  private func judgeUnmatched(_ row: Int, of records: RecordBatch) throws -> RowJudgement {
    // A piece of a row further up goes on with that one.
    if records.rows.rows[row].fault != .splitRow, !scope.hasNumber(row, of: records) {
      if let continuation = odd.continuation(row, of: records, looks: [.contacts, .untaken]) {
        return .continuing(continuation)
      }
      if let finding = odd.untaken(row, of: records) { return .untaken(finding) }
    }
    guard let further, let (first, customer) = try further.customerOfEarlierRow(row, of: records) else { return .new }
    further.current = (first, customer)
    return .further(of: customer, first: first)
  }

  private func judge(
    _ row: Int, of records: RecordBatch, matched id: Int64, saysTheSame: Bool, problems: inout [Problem],
    isFaultlessAlone: Bool
  ) throws -> RowJudgement {
    let header = records.rows.rows[row]
    if let first = earlier.rowOfNumber(of: row, in: records) {
      // Found by identity, with a number that an earlier row gave a new customer.
      if scope.options.inactivatesMissing { spared.insert(id) }
      problems += telling.duplicateNumber(first, records, row)
    } else if let first = earlier.seen.mark(customer: id, row: header.position) {
      further?.current = (first, id)
      if further != nil { return .further(of: id, first: first) }
      problems += try telling.duplicate(first, of: id, in: records)
    } else {
      further?.current = (header.position, id)
    }
    if further != nil, laterRows.contains(header, of: records) { return .further(of: id, first: nil) }
    if !saysTheSame, laterRows.contains(header, of: records) {
      problems += telling.problem(.duplicateNotMended, records, row)
    }
    if countries.isRejected(problems) { return .rejected(id) }
    let isUnchanged =
      saysTheSame && further == nil && isFaultlessAlone && problems.isEmpty && !reactivates(id, row, of: records)
    return isUnchanged ? .unchanged(id) : .present(id)
  }

  /// True when being in the file makes an inactive customer active: a row that says itself whether it is does not.
  private func reactivates(_ customer: Int64, _ row: Int, of records: RecordBatch) -> Bool {
    guard scope.pipeline.inactive.contains(customer) else { return false }
    return records.columns.firstIndex { $0.path.field == .active }.map { !records[column: $0, row: row].isPresent }
      ?? true
  }
}
