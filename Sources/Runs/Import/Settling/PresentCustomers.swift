import CustomerModel
import Differ
import RegisterStore
import Rows
import Validation

/// Settles rows of customers that the register has.
struct PresentCustomers {
  private let scope: ImportScope
  private let telling: ImportTelling
  private let earlier: EarlierRows
  /// Nil when a customer stands on one row.
  private let further: FurtherRows?
  private let writing: ImportWriting
  private let countries: CountryReading

  init(
    _ scope: ImportScope, telling: ImportTelling, earlier: EarlierRows, further: FurtherRows?, writing: ImportWriting
  ) {
    self.scope = scope
    self.telling = telling
    self.earlier = earlier
    self.further = further
    self.writing = writing
    countries = CountryReading(scope)
  }

  /// - Parameter standing: what the row is among the rows of its customer; read only where those are several.
  func settle(
    _ id: Int64, row: Int, of batch: ImportBatch, problems: [Problem], standing: RowOfCustomer.Standing = .first
  ) throws {
    let present = try scope.reader.present(customer: id)!
    let current = present.card
    let (row, batch, read, said) = countries.reread(row, of: batch, as: current, problems)
    var incoming = read
    let records = batch.records
    let header = records.rows.rows[row]
    // A customer that is there has a type, which only a row that gives one changes.
    if records.derivedTypes != nil, records.hasDerivedType(row: row) { incoming.values[FieldPath(.type)] = nil }
    var problems = said
    if let kept = scope.pipeline.validator.problemsKeepingName(problems) {
      incoming.values[FieldPath(.customerName)] = nil
      problems = kept
    }
    if problems.contains(where: { $0.severity == .reject }) {
      return try reject(row, of: records, problems, customer: id, standing)
    }
    var fields: [FieldChange]
    var places: Set<Int> = []
    if let further {
      let met = further.meet(
        RowOfCustomer(standing: standing, incoming: incoming), current, id: id, row: row, of: records)
      (fields, places) = (met.fields, met.places)
      problems += met.problems
    } else {
      fields = CardDiffer.changes(from: current, to: incoming)
    }
    fields = countries.withoutMereForms(
      fields, on: current, row: row, of: records, isCountryUnknown: CountryVerdict.isCountryUnknown(said))
    if standing == .first, scope.pipeline.inactive.contains(id), incoming[.active] == nil {
      fields.append(FieldChange(FieldPath(.active), old: "0", new: "1"))
      fields.sort { $0.path < $1.path }
    }
    if let stated = incoming[.number], let number = current[.number], stated != number {
      problems += telling.problem(.numberDiffers(registered: number), records, row)
    }
    let terms = ReferenceTerms(settings: scope.settings)
    fields = terms.completed(fields, on: current)
    let merged = CardDiffer.card(current, applying: fields)
    // A customer that the row leaves as it is cannot be rejected for what it already was.
    problems += scope.pipeline.validator(for: records).validate(card: merged, existing: current).map { found in
      fields.isEmpty && found.severity == .reject
        ? found.told(.warn) : found
    }
    problems += terms.problems(from: current, to: merged, scope.pipeline.validator)
    if merged[.customerUsers] != current[.customerUsers], !problems.contains(where: { $0.severity == .reject }) {
      problems += telling.problem(
        takenLogin: try earlier.logins.take(
          merged[.customerUsers], instead: current[.customerUsers], of: id, in: scope.reader))
    }
    if problems.contains(where: { $0.severity == .reject }) {
      return try reject(row, of: records, problems, customer: id, standing)
    }
    try telling.warn(
      problems, position: header.position, of: telling.owners.owner(customer: id, row: row, of: records, problems))
    further?.note(places, of: id)
    guard !fields.isEmpty else {
      telling.counts.unchanged += 1
      if problems.isEmpty { writing.remember(batch.digests[row], customer: id) }
      return
    }
    try apply(fields, to: present)
    if problems.isEmpty { writing.remember(batch.digests[row], customer: id) }
  }

  private func apply(_ fields: [FieldChange], to customer: RegisterReader.Present) throws {
    let change = CustomerChange(
      number: customer.key.number, action: CustomerChange.action(of: fields), revision: customer.key.revision,
      fields: fields)
    switch change.action {
    case .reactivate: telling.counts.reactivated += 1
    case .inactivate:
      // The row changed its customer like any other; that it became inactive is counted beside.
      telling.counts.updated += 1
      telling.counts.inactivated += 1
    default: telling.counts.updated += 1
    }
    try writing.apply(change, to: customer)
  }

  private func reject(
    _ row: Int, of records: RecordBatch, _ problems: [Problem], customer: Int64, _ standing: RowOfCustomer.Standing
  ) throws {
    if standing != .first, let further {
      return try further.reject(row, of: records, problems, customer: customer)
    }
    try telling.reject(
      records.rows.rows[row], of: records, problems,
      owner: telling.owners.owner(customer: customer, row: row, of: records, problems))
  }
}
