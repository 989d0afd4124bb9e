import CustomerModel
import Differ
import RegisterStore
import Validation

/// The work of one undo: what a run did is turned round, customer by customer, the latest first.
struct Undo {
  let writer: RegisterWriter
  let run: Int
  /// Nil for all customers.
  let customer: Int64?
  let bound: BoundFields
  var customFields: MissingCustomFields
  var counts = RunRecord.Counts()
  var left: [InverseChange.Left] = []

  /// The customers that the run changed, the latest first.
  private func changedCustomers() throws -> [Int64] {
    guard let customer else { return try writer.customersChanged(byRun: run) }
    return [customer]
  }

  private func creations() throws -> [Int64] {
    guard let customer else { return try writer.customersCreated(byRun: run) }
    return try writer.isCreated(customer, byRun: run) ? [customer] : []
  }

  /// Updates, inactivations, deletions, and creations that were written down, the latest first.
  mutating func takeBackRecordedChanges() throws {
    let forgotten = Set(try writer.forgottenCustomers(touchedByRun: run))
    // What a run changed on customers of its own making goes with them.
    for customer in try changedCustomers()
    where try !forgotten.contains(customer) && !writer.isCreated(customer, byRun: run) {
      let changes = try writer.changes(ofRun: run, customer: customer)
      if changes.isEmpty { continue }
      guard let present = try writer.present(customer: customer) else {
        try takeBackDeletion(of: customer, changes)
        continue
      }
      if changes.contains(where: { $0.action == .create }) {
        let created = CustomerCard(
          Dictionary(changes.flatMap(\.fields).compactMap { field in field.new.map { (field.path, $0) } }) { $1 })
        try takeBackCreation(of: present, created)
        continue
      }
      let key = present.key
      try apply(
        InverseChange.ofUpdate(
          changes.flatMap(\.fields), on: present.card, number: key.number, revision: key.revision), to: present)
    }
  }

  /// Creations that only the customers themselves tell of.
  mutating func takeBackCreations() throws {
    let changed = try customer == nil ? writer.customersChangedSinceCreation(byRun: run) : creations()
    for customer in changed.reversed() {
      guard let present = try writer.present(customer: customer) else { continue }
      let created = try writer.card(present.card, ofCustomer: customer, takenBackToRun: run)
      try takeBackCreation(of: present, created)
    }
    if customer == nil { counts.deleted += try writer.deleteUntouched(createdByRun: run) }
  }

  /// Names the customers whose data was removed for good: nothing of them comes back.
  mutating func nameForgotten() throws {
    left += try writer.forgottenCustomers(touchedByRun: run).map { customer in
      InverseChange.Left(number: "(forgotten \(customer))", path: FieldPath(.number), expected: nil, found: nil)
    }
  }

  private mutating func takeBackCreation(of customer: RegisterReader.Present, _ created: CustomerCard) throws {
    let key = customer.key
    try apply(
      InverseChange.ofCreation(created, on: customer.card, number: key.number, revision: key.revision), to: customer)
  }

  private mutating func takeBackDeletion(of customer: Int64, _ changes: [RecordedChange]) throws {
    guard let deletion = changes.last(where: { $0.action == .delete }) else {
      // Deleted since: what the run created is gone as it should be, what it changed cannot be changed back.
      if let change = changes.first(where: { $0.action != .create }) {
        left.append(
          InverseChange.Left(
            number: change.number, path: FieldPath(.number), expected: change.number, found: nil))
      }
      return
    }
    let fields = deletion.fields.map { FieldChange($0.path, old: nil, new: $0.old) }
    if let taken = try writer.key(ofNumber: deletion.number) {
      left.append(
        InverseChange.Left(
          number: taken.number, path: FieldPath(.number), expected: nil, found: taken.number))
      return
    }
    let creation = CustomerChange(number: deletion.number, action: .create, fields: fields)
    try customFields.define(for: creation, in: writer)
    try writer.apply(creation, id: customer)
    counts.created += 1
  }

  private mutating func apply(
    _ inverse: (change: CustomerChange?, left: [InverseChange.Left]), to customer: RegisterReader.Present
  ) throws {
    left += inverse.left
    guard let planned = inverse.change, let free = try withFreeNumber(planned),
      let change = leavingWhatIsBound(free, on: customer.card)
    else { return }
    try customFields.define(for: change, in: writer)
    try writer.apply(change, to: customer)
    counts.count(change.action)
  }

  /// The change without what cannot go back since something else of the customer changed meanwhile, which is named: a
  /// customer that has got another country's number cannot lose its country. Nil when that was all.
  private mutating func leavingWhatIsBound(_ change: CustomerChange, on card: CustomerCard) -> CustomerChange? {
    guard change.action != .delete, change.fields.contains(where: { BoundFields.all.contains($0.path.field) }) else {
      return change
    }
    var fields = change.fields
    // What is left may be at odds with what still goes back: at most once for each field.
    while true {
      let atOdds = bound.atOdds(on: CardDiffer.card(card, applying: fields))
      let back = fields.filter { !atOdds.contains($0.path.field) }
      guard back.count < fields.count else { break }
      left += fields.filter { atOdds.contains($0.path.field) }.map {
        InverseChange.Left(number: change.number, path: $0.path, expected: $0.old, found: $0.old)
      }
      fields = back
    }
    guard fields.count < change.fields.count else { return change }
    return fields.isEmpty
      ? nil
      : CustomerChange(
        number: change.number, action: CustomerChange.action(of: fields), revision: change.revision, fields: fields)
  }

  /// The change without a number that another customer has taken meanwhile, which is named; nil when that was all.
  private mutating func withFreeNumber(_ change: CustomerChange) throws -> CustomerChange? {
    guard change.action != .delete, let number = change.fields.first(where: { $0.path.field == .number })?.new,
      let taken = try writer.key(ofNumber: number)
    else { return change }
    left.append(
      InverseChange.Left(number: change.number, path: FieldPath(.number), expected: nil, found: taken.number))
    let fields = change.fields.filter { $0.path.field != .number }
    return fields.isEmpty
      ? nil
      : CustomerChange(number: change.number, action: change.action, revision: change.revision, fields: fields)
  }
}
