package import CustomerModel
package import Differ
package import RegisterStore
import SwedishIdentity
import Texts
import Validation

/// The edits of one run.
package final class EditSession {
  package let writer: RegisterWriter
  package let actor: ActingUser
  private let severities: [String: Severity]
  private let today: CalendarDay
  /// True when all of it is taken back at the end: what lies outside the register must stay as it is.
  package let isRehearsal: Bool
  private let sink: (any ChangeSink)?
  private(set) var counts = RunRecord.Counts()
  /// True when a customer user is invited, which an undo takes back though no card changes.
  var hasInvited = false
  private(set) var changes: [CustomerChange] = []
  private(set) var warnings: [(number: String, problem: Problem)] = []
  /// What the run's account keeps beside the changes.
  var report: Text?
  /// What the actor was found to may do with any customer: a run over many asks once.
  private var granted: Set<Permission> = []

  init(
    writer: RegisterWriter, actor: ActingUser, severities: [String: Severity], today: CalendarDay,
    isRehearsal: Bool = false, sink: (any ChangeSink)? = nil
  ) {
    self.writer = writer
    self.actor = actor
    self.severities = severities
    self.today = today
    self.isRehearsal = isRehearsal
    self.sink = sink
  }

  /// The customer of that number.
  ///
  /// - Throws: ``KundregError`` `customer.unknown` with status 1.
  package func customer(_ number: String) throws -> RegisterReader.Key {
    guard let key = try writer.key(ofNumber: number) else {
      throw KundregError.unknownCustomer(number)
    }
    return key
  }

  /// Values as a person typed them, checked by the rules of an import.
  ///
  /// - Throws: ``KundregError`` as ``FieldAssignments``, and for a user, cost center or discount letter that there is not.
  package func assignments(_ assignments: [FieldAssignments.Assignment]) throws -> FieldAssignments {
    let values = try FieldAssignments(assignments, register: writer, severities: severities, today: today)
    try values.checkUsers(in: writer)
    try values.checkReferences(in: writer)
    return values
  }

  /// Sets fields of one customer, with the permission to edit it (and to assign, when that changes).
  ///
  /// - Returns: true when anything changed.
  /// - Throws: ``KundregError`` when the values break a rule, by that rule's code, and `edit.number` when they have a number.
  @discardableResult
  package func edit(_ key: RegisterReader.Key, _ assignments: FieldAssignments) throws -> Bool {
    guard assignments.incoming.values[FieldPath(.number)] == nil else {
      throw KundregError(.editNumber, EditTexts.neverNumber, remedies: [.renumberCustomer])
    }
    guard let card = try writer.card(ofCustomer: key.id) else { return false }
    let assignments = assignments.of(card)
    try refuse(assignments.problems, number: key.number)
    let fields = assignments.changes(from: card)
    // The permission is asked for even when nothing changes: what may be done must not depend on what is there.
    if assignments.speaksOfAssignment { try requireOnce(.assign, to: DeedTexts.assignCustomers) }
    if assignments.speaksOfMoreThanAssignment { try requireEditing(key) }
    guard !fields.isEmpty else {
      countUnchanged()
      return false
    }
    let after = CardDiffer.card(card, applying: fields)
    try refuse(assignments.validator.validate(card: after, existing: card), number: key.number)
    try apply(
      CustomerChange(
        number: key.number, action: CustomerChange.action(of: fields), revision: key.revision, fields: fields))
    return true
  }

  /// Makes a change that has been judged, and counts it.
  @discardableResult
  package func apply(_ change: CustomerChange) throws -> Int64 {
    // A rehearsal with a sink shows what the customer had.
    if isRehearsal, sink != nil, change.action != .create, let key = try writer.key(ofNumber: change.number) {
      try actor.requireSight(of: key.id, in: writer)
    }
    let id = try writer.apply(change)
    try note(change)
    return id
  }

  /// Counts a change that is made, and shows it or keeps it.
  func note(_ change: CustomerChange) throws {
    counts.count(change.action)
    counts.rows += 1
    if let sink { try sink.add(change) } else { changes.append(change) }
  }

  /// True when somebody looks at the changes as they are made.
  var isShown: Bool { sink != nil }

  /// Counts a customer that was meant and is as it should be.
  package func countUnchanged() {
    counts.rows += 1
    counts.unchanged += 1
  }

  /// Throws the first problem that rejects, and keeps the others as warnings.
  package func refuse(_ problems: [Problem], number: String) throws {
    if let problem = problems.first(where: { $0.severity == .reject }) {
      throw KundregError(.failed, code: problem.code, EditTexts.refused(problem.text, number: number))
    }
    counts.warnings += problems.count
    warnings += problems.prefix(max(0, ShownLimits.warningsOfEdit - warnings.count)).map { (number, $0) }
  }

  /// Makes sure that the actor has a permission that does not depend on the customer.
  func requireOnce(_ permission: Permission, to deed: Text) throws {
    guard !granted.contains(permission) else { return }
    try actor.require(permission, in: writer, to: deed)
    granted.insert(permission)
  }

  /// True when the actor was found to have a permission for any customer.
  func isGranted(_ permission: Permission) -> Bool { granted.contains(permission) }

  /// Makes sure that the actor may edit a customer.
  func requireEditing(_ key: RegisterReader.Key) throws {
    guard !granted.contains(.edit) else { return }
    try actor.require(.edit, orIfAssigned: .editAssigned, to: key.id, in: writer, deed: DeedTexts.editCustomers)
    // Whoever may edit this one for being assigned to it may not edit the next.
    if (try? actor.require(.edit, in: writer, to: DeedTexts.editCustomers)) != nil { granted.insert(.edit) }
  }
}
