import Validation
package import CustomerModel
package import Differ
import Foundation
package import RegisterStore
package import SwedishIdentity

/// Changes customers by hand: one run, one transaction, one undo, with the rules of an import.
package struct EditRun: Sendable {
  /// What the run is called in `kundreg runs`: the command as it was given, without values.
  private let source: String
  private let isDryRun: Bool
  private let severities: [String: Severity]
  private let today: CalendarDay

  package init(
    _ source: String, isDryRun: Bool = false, severities: [String: Severity] = [:], today: CalendarDay = .today
  ) {
    self.source = source
    self.isDryRun = isDryRun
    self.severities = severities
    self.today = today
  }

  /// - Throws: ``KundregError`` when `body` throws; then nothing was changed.
  package func perform(
    on register: Register, as actor: ActingUser, _ body: (EditSession) throws -> Void
  ) throws -> EditOutcome {
    let start = Date()
    let work = { (writer: RegisterWriter) throws -> EditOutcome in
      let run = try writer.begin(RunDescription(kind: .edit, source: source, user: actor.name, start: start))
      let session = EditSession(
        writer: writer, actor: actor, severities: severities, today: today)
      try body(session)
      try writer.endRun(session.counts)
      return EditOutcome(
        run: isDryRun ? nil : run, source: source, counts: session.counts, changes: session.changes,
        warnings: session.warnings, seconds: Date().timeIntervalSince(start))
    }
    return try isDryRun ? register.rehearse(work) : register.write(work)
  }
}

/// What an edit did, or would do.
package struct EditOutcome: Sendable {
  /// Nil for a dry run.
  package let run: Int?
  package let source: String
  package let counts: RunRecord.Counts
  package let changes: [CustomerChange]
  /// What a person should know of the customers as they are now.
  package let warnings: [(number: String, problem: Problem)]
  package let seconds: Double
}

/// The edits of one run.
package final class EditSession {
  package let writer: RegisterWriter
  package let actor: ActingUser
  private let severities: [String: Severity]
  private let today: CalendarDay
  private(set) var counts = RunRecord.Counts()
  private(set) var changes: [CustomerChange] = []
  private(set) var warnings: [(number: String, problem: Problem)] = []

  init(writer: RegisterWriter, actor: ActingUser, severities: [String: Severity], today: CalendarDay) {
    self.writer = writer
    self.actor = actor
    self.severities = severities
    self.today = today
  }

  /// The customer of that number.
  ///
  /// - Throws: ``KundregError`` `customer.unknown` with status 1.
  package func customer(_ number: String) throws -> RegisterReader.Key {
    guard let key = try writer.key(ofNumber: number) else {
      throw KundregError(
        .failed, code: "customer.unknown", "There is no customer \(number). `kundreg customer list` finds customers.")
    }
    return key
  }

  /// Values as a person typed them, checked by the rules of an import.
  package func assignments(_ assignments: [FieldAssignments.Assignment]) throws -> FieldAssignments {
    try FieldAssignments(assignments, register: writer, severities: severities, today: today)
  }

  /// Sets fields of one customer, with the permission to edit it (and to assign, when that changes).
  ///
  /// - Returns: true when anything changed.
  /// - Throws: ``KundregError`` when the values break a rule, by that rule's code.
  @discardableResult
  package func edit(_ key: RegisterReader.Key, _ assignments: FieldAssignments) throws -> Bool {
    guard let card = try writer.card(ofCustomer: key.id) else { return false }
    try refuse(assignments.problems, number: key.number)
    let fields = CardDiffer.changes(from: card, to: assignments.incoming)
    guard !fields.isEmpty else {
      counts.unchanged += 1
      return false
    }
    if fields.contains(where: { $0.path.field == .assigned }) {
      try actor.require(.assign, in: writer, to: "assign customers")
    }
    if fields.contains(where: { $0.path.field != .assigned }) {
      try actor.require(.edit, orIfAssigned: .editAssigned, to: key.id, in: writer, deed: "edit customers")
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
    let id = try writer.apply(change)
    counts.count(change.action)
    counts.rows += 1
    changes.append(change)
    return id
  }

  /// Throws the first problem that rejects, and keeps the others as warnings.
  package func refuse(_ problems: [Problem], number: String) throws {
    if let problem = problems.first(where: { $0.severity == .reject }) {
      throw KundregError(.failed, code: problem.code, "Customer \(number): \(problem.message) Nothing was changed.")
    }
    warnings += problems.map { (number, $0) }
  }
}
