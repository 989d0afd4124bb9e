import CustomerModel
import Differ
import RegisterStore
import Rows
import Texts
import Validation

/// Settles rows of customers that the register does not have, and knows what is to be told of those as a whole.
final class NewCustomers {
  private let scope: ImportScope
  private let telling: ImportTelling
  private let odd: OddRows
  private let earlier: EarlierRows
  /// Nil when a customer stands on one row.
  private let further: FurtherRows?
  private let writing: ImportWriting
  /// The column of customers' own users; few inputs have one.
  private let usersColumn: Int?
  /// True when a customer may have a row's number who was not asked for by it.
  private let mayBeTaken: Bool
  /// Nil when a row must have a number.
  private var generator: NumberGenerator?
  private var assumedTypes: AssumedTypes

  init(
    _ scope: ImportScope, telling: ImportTelling, odd: OddRows, earlier: EarlierRows, further: FurtherRows?,
    writing: ImportWriting
  ) throws {
    self.scope = scope
    self.telling = telling
    self.odd = odd
    self.earlier = earlier
    self.further = further
    self.writing = writing
    let (columns, mapping) = (scope.pipeline.columns, scope.pipeline.mapping)
    usersColumn = columns.firstIndex { $0.path.field == .customerUsers }
    mayBeTaken = scope.meetsCustomers && !scope.options.match.contains(.number)
    generator =
      scope.givesNumbers
      ? try NumberGenerator(scope.reader, settings: scope.settings, source: scope.source, mapping: mapping) : nil
    assumedTypes = AssumedTypes(columns: columns, settings: scope.settings, derivesTypes: mapping.derivesTypes)
  }

  /// A row that no customer fits: a new customer, unless something is wrong with it.
  func settle(_ row: Int, of batch: ImportBatch, problems: [Problem]) throws {
    let records = batch.records
    let header = records.rows.rows[row]
    var problems = problems
    let number = scope.numberColumn.map { records[column: $0, row: row] } ?? .absent
    if number.isPresent {
      if let first = earlier.markNumber(of: row, in: records) {
        problems += telling.duplicateNumber(first, records, row)
      } else if earlier.mayLookAlike(row, in: records) {
        problems += try earlier.lookalike(of: row, in: records)
      }
    }
    // A row without a number of its own could mean the customer of any other row of its identity: nobody may guess.
    if let first = earlier.markIdentity(of: row, in: records, hasNumber: number.isPresent) {
      problems += telling.problem(
        .customerDuplicate(row: scope.source.place(of: first), number: nil), records, row)
    }
    if number.isPresent, mayBeTaken,
      let text = scope.numberColumn.flatMap({ records.text(column: $0, row: row) }),
      try scope.reader.key(ofNumber: text) != nil
    {
      problems += telling.problem(.numberTaken, records, row)
    }
    if let reserved = earlier.reservedNumber(of: row, in: records) {
      problems += telling.problem(.numberReserved(number: reserved), records, row)
    }
    if !number.isPresent, scope.givesNumbers, let first = earlier.numberless.mark(header, in: records.rows) {
      problems += telling.problem(
        .customerDuplicate(row: scope.source.place(of: first), number: nil), records, row)
    }
    if let usersColumn, !problems.contains(where: { $0.severity == .reject }) {
      let users = records.text(column: usersColumn, row: row)
      problems += telling.problem(takenLogin: try earlier.logins.take(users, ofRow: header.position, in: scope.reader))
    }
    // What may not be a customer at all is told of those only that would become one.
    if !problems.contains(where: { $0.severity == .reject }) {
      if !number.isPresent, scope.givesNumbers { problems += continuationWarning(row, of: records) }
      problems += odd.remark(on: header)
    }
    if problems.contains(where: { $0.severity == .reject }) {
      return try telling.reject(
        header, of: records, problems, owner: telling.owners.owner(row: row, of: records, problems))
    }
    let generated = number.isPresent ? nil : try generator?.generate()
    telling.counts.created += 1
    assumedTypes.note(row, of: records)
    if let id = try writing.create(row, of: records, number: generated) {
      _ = earlier.seen.mark(customer: id, row: header.position)
      further?.noteFirstRow(of: id, row: row, of: records)
      if problems.isEmpty { writing.remember(batch.digests[row], customer: id) }
      if generated != nil { earlier.numberless.remember(header, in: records.rows, customer: id) }
      try telling.warn(
        problems, position: header.position, of: telling.owners.owner(customer: id, row: row, of: records, problems))
    } else {
      try telling.warn(problems, position: header.position, of: telling.owners.owner(row: row, of: records, problems))
    }
  }

  /// The warning of a row that becomes a customer, and may be a person of the customer before it.
  private func continuationWarning(_ row: Int, of records: RecordBatch) -> [Problem] {
    guard let continuation = odd.continuation(row, of: records, looks: [.person]) else { return [] }
    let finding = continuation.uncertainFinding(beforeAt: scope.source.place(of: continuation.before.position))
    return [scope.pipeline.validator.problem(finding)].compactMap(\.self)
  }

  // MARK: The end

  /// New customers without a type who have a personal number and became companies.
  var personsTakenAsCompanies: Int { assumedTypes.persons }

  /// What is to be told of the new customers as a whole.
  var notes: [Text] {
    var notes: [Text] = []
    if assumedTypes.persons > 0 { notes.append(NewNameTexts.personsTakenAsCompanies(assumedTypes.persons)) }
    if earlier.logins.uninvited > 0 { notes.append(NewNameTexts.invitations(earlier.logins.uninvited)) }
    if let generated = generator?.generated, generated > 0 {
      let hasIdentity = scope.pipeline.columns.contains { $0.path.field == .identityNumber }
      notes.append(NumberTexts.generated(generated, hasIdentity: hasIdentity))
    }
    return notes
  }
}
