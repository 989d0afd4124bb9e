package import CustomerModel
import Differ
import Mapping
import RegisterStore
import Rows
import SwedishIdentity
import Validation

/// Values that a person typed for fields, read as an import reads a row's cells: same canonical forms, same rules.
package struct FieldAssignments: Sendable {
  /// One `FIELD=VALUE`; an empty value clears. Sets take names away and more names too.
  package struct Assignment: Sendable, Equatable {
    package enum Operation: Sendable, Equatable {
      /// The value takes the place of what was there.
      case set
      /// The names join a set.
      case add
      /// The names leave a set.
      case remove
    }

    package let path: FieldPath
    package let operation: Operation
    package let value: String
    package init(_ path: FieldPath, _ value: String, _ operation: Operation = .set) {
      self.path = path
      self.value = value
      self.operation = operation
    }
  }

  /// The values that take the place of others.
  private(set) var incoming: IncomingCard
  /// The names that join and leave sets, in canonical form.
  let added: IncomingCard
  let removed: IncomingCard
  /// What is wrong with the values.
  private(set) var problems: [Problem]
  let validator: Validator
  private let reading: Reading

  /// - Throws: ``KundregError`` with status 64: `edit.readOnly` for a field that only the register writes, `edit.twice` for a
  ///   field that is given twice, `edit.noSet` for adding to a field that is no set.
  init(
    _ assignments: [Assignment], register: RegisterReader, severities: [String: Severity], today: CalendarDay
  ) throws {
    try Self.check(assignments)
    let readings = try [Assignment.Operation.set, .add, .remove].map { operation in
      try Reading(
        Self.joined(assignments.filter { $0.operation == operation }), register: register, severities: severities,
        today: today)
    }
    reading = readings[0]
    incoming = readings[0].card
    added = readings[1].card
    removed = readings[2].card
    // Of names that leave there is nothing to warn.
    problems = readings.dropLast().flatMap(\.problems) + readings[2].problems.filter { $0.severity == .reject }
    validator = readings[0].validator
  }

  /// The values as those of one customer, whose country may be another than they let one think.
  func of(_ customer: CustomerCard) -> FieldAssignments {
    let known = CountrySigns(customer)
    guard incoming.isReadOtherwise(over: known), let own = reading.again(over: known) else { return self }
    var assignments = self
    assignments.incoming = own.card
    let others = problems.filter { !CountryVerdict.codes.contains($0.code) }
    assignments.problems = others + own.problems.filter { CountryVerdict.codes.contains($0.code) }
    return assignments
  }

  /// The names that the values give a field, in place of others or beside them.
  func names(of path: FieldPath) -> [String] { incoming.names(of: path) + added.names(of: path) }

  /// True when the values change, or may change, who is assigned.
  var speaksOfAssignment: Bool { paths.contains(FieldPath(.assigned)) }
  /// True when the values concern anything but who is assigned.
  var speaksOfMoreThanAssignment: Bool { paths.contains { $0.field != .assigned } }

  /// The fields that the values are of.
  var paths: Set<FieldPath> {
    Set(incoming.values.keys).union(added.values.keys).union(removed.values.keys)
  }

  /// The changes that these values make of a card. A contact person is who stands at that place, and one left without any
  /// detail is gone.
  func changes(from card: CustomerCard) -> [FieldChange] {
    var spoken = incoming
    spoken.values = spoken.values.filter { !$0.key.field.isRepeated }
    var after = CardDiffer.card(card, applying: CardDiffer.changes(from: card, to: spoken))
    for path in Set(added.values.keys).union(removed.values.keys) {
      let names = Set(CustomerCard.names(inSet: after[path] ?? "")).union(added.names(of: path))
      after[path] = CustomerCard.set(of: names.subtracting(removed.names(of: path)))
    }
    if spoken.values.count < incoming.values.count { setContactPersons(of: &after) }
    return CardDiffer.changes(from: card, to: after)
  }

  private func setContactPersons(of card: inout CustomerCard) {
    var persons = [[Field: String]](repeating: [:], count: card.contactPersonCount)
    for (path, value) in card.values where path.field.isRepeated { persons[path.position][path.field] = value }
    for path in incoming.values.keys.sorted() where path.field.isRepeated {
      while persons.count <= path.position { persons.append([:]) }
      if case .value(let text) = incoming.values[path] {
        persons[path.position][path.field] = text
      } else {
        persons[path.position][path.field] = nil
      }
    }
    persons.removeAll { person in person.allSatisfy { $0.key.kind == .boolean && $0.value != "1" } }
    for path in card.paths where path.field.isRepeated { card[path] = nil }
    for (position, person) in persons.enumerated() {
      for field in Field.all where field.isRepeated {
        card[FieldPath(field, position: position)] = person[field] ?? NewContactDefaults.values[field]
      }
    }
  }

  private static func check(_ assignments: [Assignment]) throws {
    var seen: Set<FieldPath> = []
    for assignment in assignments {
      let path = assignment.path
      guard !path.field.isReadOnly else {
        throw KundregError(.editReadOnly, EditTexts.readOnly(path))
      }
      guard assignment.operation == .set || path.field.isSet else {
        throw KundregError(.editNoSet, EditTexts.isNoSet(path))
      }
      guard assignment.operation != .set || seen.insert(path).inserted else {
        throw KundregError(.editTwice, EditTexts.givenTwice(path))
      }
    }
    if let both = assignments.first(where: { $0.operation != .set && seen.contains($0.path) }) {
      throw KundregError(.editTwice, EditTexts.givenInTwoWays(both.path))
    }
  }

  /// One assignment a field: names that are added one by one join together.
  private static func joined(_ assignments: [Assignment]) -> [Assignment] {
    var values: [FieldPath: [String]] = [:]
    for assignment in assignments { values[assignment.path, default: []].append(assignment.value) }
    return values.sorted { $0.key < $1.key }.map { Assignment($0.key, $0.value.joined(separator: ";")) }
  }
}

/// What was typed, as it was read; empty where nothing was.
private struct Reading {
  let card: IncomingCard
  let problems: [Problem]
  let validator: Validator
  /// Nil when there are no values.
  private let row: TypedRow?

  init(
    _ assignments: [FieldAssignments.Assignment], register: RegisterReader, severities: [String: Severity],
    today: CalendarDay
  ) throws {
    let context = try ValidationContext(register, severities: severities, today: today, origin: .command)
    // A mapping has at least one column.
    guard !assignments.isEmpty else {
      card = IncomingCard([:])
      problems = []
      validator = try Validator(context: context, columns: [], headers: [])
      row = nil
      return
    }
    let row = try TypedRow(
      assignments.map { ($0.path, $0.value) }, empty: .clear, context: context, origin: "command line")
    self.row = row
    validator = row.validator
    let read = row.read()
    card = read.card
    problems = validator.columnNotices() + read.problems
  }

  /// Reads the values again, knowing this much of the customer; nil when there are none.
  func again(over known: CountrySigns) -> (card: IncomingCard, problems: [Problem])? { row?.read(over: known) }
}

extension IncomingCard {
  /// The names that it gives a set.
  func names(of path: FieldPath) -> [String] {
    if case .value(let canonical) = values[path] { CustomerCard.names(inSet: canonical) } else { [] }
  }
}
