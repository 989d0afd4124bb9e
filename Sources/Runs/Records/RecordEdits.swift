package import CustomerModel
import Texts
import Differ
import Mapping
import RegisterStore
import SwedishIdentity
import Validation

/// Changes of a card's lists of records, one record at a time.
extension EditSession {
  /// The values that a person typed for a record's members; an empty text clears.
  package typealias RecordValues = [String: String]

  /// Adds an article or a facility, with the permission to edit the customer.
  ///
  /// - Throws: ``KundregError`` `record.exists` when the list has one of that key, and a rule's code when the values break it.
  package func addRecord(_ values: RecordValues, to field: Field, of number: String) throws {
    let list = try editable(field, of: number)
    try add(Record(list.kind, values, today: .today, isAbroad: list.isAbroad), to: list)
  }

  /// Changes members of an article or a facility, with the permission to edit the customer.
  ///
  /// - Throws: ``KundregError`` `record.unknown` when the list has none of that key.
  package func editRecord(_ key: [String], _ values: RecordValues, in field: Field, of number: String) throws {
    try change(key, values, in: editable(field, of: number))
  }

  /// Removes an article, a facility or a reference, with the permission to edit the customer.
  ///
  /// - Throws: ``KundregError`` `record.unknown` when the list has none of that key.
  package func removeRecord(_ key: [String], from field: Field, of number: String) throws {
    try remove(key, from: editable(field, of: number))
  }

  // MARK: Steps of every such change

  /// A list of records that is about to change.
  struct EditedList {
    let field: Field
    let kind: RecordKind
    let customer: RegisterReader.Key
    let card: CustomerCard
    var records: RecordList

    /// True when the customer is not certainly in Sweden.
    var isAbroad: Bool { CountrySigns(card).country != .sweden }

    /// The record of a key that must be there.
    ///
    /// - Throws: ``KundregError`` `record.unknown` with status 1.
    func known(_ key: [String]) throws -> Record {
      guard let record = records[key: key] else {
        let label = key.filter { !$0.isEmpty }.joined(separator: " ")
        throw KundregError(
          .recordUnknown, RecordTexts.unknown(kind, IdentityMask.masked(label), of: customer.number),
          remedies: [.listRecords(field, number: customer.number)])
      }
      return record
    }
  }

  /// - Throws: ``KundregError`` `customer.unknown`, and `record.damaged` for a list that no register wrote.
  func list(_ field: Field, of number: String) throws -> EditedList {
    let customer = try customer(number)
    guard let kind = field.recordKind, let card = try writer.card(ofCustomer: customer.id),
      let records = RecordList(field, of: card)
    else {
      throw KundregError.damagedRecords(field, of: number)
    }
    return EditedList(field: field, kind: kind, customer: customer, card: card, records: records)
  }

  func editable(_ field: Field, of number: String) throws -> EditedList {
    let list = try list(field, of: number)
    try actor.require(
      .edit, orIfAssigned: .editAssigned, to: list.customer.id, in: writer, deed: DeedTexts.editCustomers)
    return list
  }

  /// - Parameter more: what the card becomes beside, when the record stands on it.
  func add(
    _ record: Record, to list: EditedList, more: (CustomerCard) -> CustomerCard = { $0 }
  ) throws {
    guard list.records[key: record.key] == nil else {
      throw KundregError(
        .recordExists,
        RecordTexts.isThere(list.kind, IdentityMask.masked(record.label), of: list.customer.number))
    }
    var list = list
    list.records.put(record)
    try write(list, more: more)
  }

  func change(_ key: [String], _ values: RecordValues, in list: EditedList) throws {
    var list = list
    var record = try list.known(key)
    // The country decides the form of the postal code.
    for (name, text) in values.sorted(by: { $0.key < $1.key }) {
      record.set(name, to: text, today: .today, isAbroad: list.isAbroad)
    }
    list.records.put(record)
    try write(list)
  }

  func remove(_ key: [String], from list: EditedList) throws {
    var list = list
    _ = try list.known(key)
    list.records.remove(key)
    try write(list)
  }

  /// Checks the list by the rules of an import and writes it.
  private func write(_ list: EditedList, more: (CustomerCard) -> CustomerCard = { $0 }) throws {
    let number = list.customer.number
    let assigned = try assignments([.init(FieldPath(list.field), list.records.text ?? "")]).of(list.card)
    try refuse(assigned.problems, number: number)
    let standing = CardDiffer.card(list.card, applying: CardDiffer.changes(from: list.card, to: assigned.incoming))
    let after = try ruled(more(standing), besides: standing, number: number)
    let fields = CardDiffer.changes(from: list.card, to: after)
    guard !fields.isEmpty else { return try countUnchanged(list) }
    try refuse(assigned.validator.validate(card: after, existing: list.card), number: number)
    try apply(CustomerChange(number: number, action: .update, revision: list.customer.revision, fields: fields))
  }

  /// The card with what contact persons got judged as if it had been typed into the card.
  private func ruled(_ card: CustomerCard, besides standing: CustomerCard, number: String) throws -> CustomerCard {
    let paths = CardDiffer.changes(from: standing, to: card).map(\.path)
      .filter { $0.field.isRepeated && $0.field.kind != .boolean && card[$0] != nil }
    guard !paths.isEmpty else { return card }
    let assigned = try assignments(paths.map { .init($0, card[$0] ?? "") })
    try refuse(assigned.problems, number: number)
    var card = card
    for path in paths {
      if case .value(let text)? = assigned.incoming.values[path] { card[path] = text } else { card[path] = nil }
    }
    return card
  }

  /// Counts a customer that is as it should be already: an edit that says nothing.
  func countUnchanged(_ list: EditedList) throws { try edit(list.customer, assignments([])) }
}
