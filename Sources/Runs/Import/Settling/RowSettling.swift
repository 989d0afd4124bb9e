import CustomerModel
import RegisterStore
import Rows
import Validation

/// The settling stage of an import: does what follows from what a row was found to be.
struct RowSettling {
  private let scope: ImportScope
  private let telling: ImportTelling
  private let earlier: EarlierRows
  /// Nil when a customer stands on one row.
  private let further: FurtherRows?
  private let writing: ImportWriting
  private let newCustomers: NewCustomers
  private let presentCustomers: PresentCustomers
  private let countries: CountryReading

  init(
    _ scope: ImportScope, telling: ImportTelling, odd: OddRows, earlier: EarlierRows, further: FurtherRows?,
    writing: ImportWriting
  ) throws {
    self.scope = scope
    self.telling = telling
    self.earlier = earlier
    self.further = further
    self.writing = writing
    newCustomers = try NewCustomers(
      scope, telling: telling, odd: odd, earlier: earlier, further: further, writing: writing)
    presentCustomers = PresentCustomers(scope, telling: telling, earlier: earlier, further: further, writing: writing)
    countries = CountryReading(scope)
  }

  // MARK: Rows

  func settle(_ judgement: RowJudgement, row: Int, of batch: ImportBatch, problems: [Problem]) throws {
    switch judgement {
    case .new: try newCustomers.settle(row, of: batch, problems: problems)
    case .unchanged(let customer):
      telling.counts.unchanged += 1
      writing.remember(batch.digests[row], customer: customer)
    case .present(let customer): try presentCustomers.settle(customer, row: row, of: batch, problems: problems)
    case .further(let customer, let first):
      try settleFurther(customer, first: first, row: row, of: batch, problems: problems)
    case .continuing(let continuation): try settle(continuation, row: row, of: batch, problems: problems)
    case .untaken(let finding):
      try reject(row, of: batch.records, problems, for: finding)
    case .rejected(let customer):
      let records = batch.records
      try telling.reject(
        records.rows.rows[row], of: records, problems,
        owner: telling.owners.owner(customer: customer, row: row, of: records, problems))
    }
  }

  /// A row that equals the one last taken for its customer.
  ///
  /// - Parameter earlier: the row of this input that stood for the customer before; nil when this is the first.
  func settle(_ row: ImportBatch.KnownRow, earlier first: UInt32?, in batch: ImportBatch) throws {
    guard let first else {
      telling.counts.unchanged += 1
      return
    }
    try telling.reject(
      row.row, of: batch.records, try telling.duplicate(first, of: row.customer, in: batch.records),
      owner: ProblemOwner(customer: row.customer, key: nil))
  }

  /// With several rows a customer a continuation brings a contact person, and otherwise it is rejected by a reason that proposes them.
  ///
  /// - Parameter problems: what was found, without what only matters of a new customer.
  private func settle(
    _ continuation: Continuation, row: Int, of batch: ImportBatch, problems: [Problem]
  ) throws {
    let records = batch.records
    telling.continuedNumber = continuation.before.number
    defer { telling.continuedNumber = nil }
    if let current = further?.current, continuation.look == .contacts {
      return try settleFurther(current.customer, first: current.first, row: row, of: batch, problems: problems)
    }
    try reject(
      row, of: records, problems,
      for: continuation.finding(beforeAt: scope.source.place(of: continuation.before.position)))
  }

  /// Rejects a row that is no customer's first.
  private func reject(_ row: Int, of records: RecordBatch, _ problems: [Problem], for finding: RowFinding) throws {
    try telling.reject(
      records.rows.rows[row], of: records, problems + [scope.pipeline.validator.problem(finding)].compactMap(\.self),
      owner: telling.owners.owner(row: row, of: records, problems), isFirst: false)
  }

  /// - Parameters:
  ///   - customer: nil when the first row made no customer.
  ///   - first: the first row; nil when it is not in this input.
  private func settleFurther(
    _ customer: Int64?, first: UInt32?, row: Int, of batch: ImportBatch, problems: [Problem]
  ) throws {
    guard let further else { return }
    if let first, customer == nil || further.isRejected(firstRow: first) {
      let rejected = scope.pipeline.validator.problem(.firstRowRejected(row: scope.source.place(of: first)), value: nil)
      return try further.reject(
        row, of: batch.records, problems + [rejected].compactMap(\.self), customer: customer)
    }
    guard let customer else { return }
    if countries.isRejected(problems) {
      return try further.reject(row, of: batch.records, problems, customer: customer)
    }
    try presentCustomers.settle(customer, row: row, of: batch, problems: problems, standing: .further(of: first))
  }

  // MARK: The end

  /// Writes what the rows of a batch came to, and what is to be remembered of them.
  func flush(_ records: RecordBatch) throws {
    try writing.flush(records)
    try earlier.numberless.flush()
  }

  /// Passes on what was gathered, and tells what is known when every row is.
  func finish() throws {
    try writing.finish()
    try telling.finish()
    telling.report.addedReferences = writing.addedReferences
    telling.report.personsTakenAsCompanies = newCustomers.personsTakenAsCompanies
    telling.report.notes += newCustomers.notes
  }
}
