package import CustomerModel
import Differ
import Foundation
package import RegisterStore
package import SwedishIdentity
import Texts
import Validation

/// Makes one customer of two, as one run that an undo takes back.
package struct MergeRun: Sendable {
  private let isDryRun: Bool
  private let severities: [String: Severity]
  private let today: CalendarDay

  package init(isDryRun: Bool = false, severities: [String: Severity] = [:], today: CalendarDay = .today) {
    self.isDryRun = isDryRun
    self.severities = severities
    self.today = today
  }

  /// Merges `from` into `into`, which keeps its number and everything it says, and inactivates `from`.
  ///
  /// - Throws: ``KundregError`` with status 77 for whom may not edit both, nor assign, upload or move customer users where the
  ///   merge moves those, `customer.unknown`, `duplicates.oneCustomer`, `merge.inactive`, `merge.already`,
  ///   `merge.pushPending`, or the code of a rule that the united card breaks.
  package func perform(
    _ from: String, into: String, on register: Register, as actor: ActingUser
  ) throws -> MergeOutcome {
    let work = { (writer: RegisterWriter) throws -> MergeOutcome in
      let start = Date()
      let run = try writer.begin(
        RunDescription(kind: .edit, source: "customer merge \(from) \(into)", user: actor.name, start: start))
      let session = EditSession(writer: writer, actor: actor, severities: severities, today: today)
      let (source, target) = (try session.customer(from), try session.customer(into))
      try refuse(source, target, session)
      // Asked before, since a merge may assign what it unites.
      let seen = try [source, target].filter { try actor.canSee($0.id, in: writer) }.map(\.number)
      let (changes, notes) = try unite(source, target, session)
      let (moves, linkNotes) = try moveLinks(source, target, writer)
      if changes.isEmpty, moves.isEmpty,
        try writer.merges(into: target.id).contains(where: { $0.customer == source.id })
      {
        throw Self.mergedAlready(source, target)
      }
      try writer.recordMerge(of: source.id, into: target.id)
      try writer.remember(DuplicateAnswer(source.id, target.id, isSame: true), user: actor.name, at: start)
      try writer.endRun(session.counts, report: moves.isEmpty ? nil : MovedLinks(linkMoves: moves).report)
      return MergeOutcome(
        run: isDryRun ? nil : run, from: from, into: into,
        changes: changes.filter { seen.contains($0.number) }.map(ShownChange.init),
        movedLinks: moves.map(\.system),
        notes: notes + session.warnings.map(\.problem.text) + linkNotes)
    }
    return try isDryRun ? register.rehearse(work) : register.write(work)
  }

  private func refuse(
    _ source: RegisterReader.Key, _ target: RegisterReader.Key, _ session: EditSession
  ) throws {
    try DuplicateSearch.refuseOneCustomer(source, target)
    for key in [source, target] {
      try session.actor.require(
        .edit, orIfAssigned: .editAssigned, to: key.id, in: session.writer, deed: DeedTexts.mergeCustomers)
      if isDryRun { try session.actor.requireSight(of: key.id, in: session.writer) }
    }
    guard try session.writer.card(ofCustomer: target.id)?[.active] == "1" else {
      let isSourceActive = try session.writer.card(ofCustomer: source.id)?[.active] == "1"
      throw KundregError(
        .mergeInactive, CustomerMergeTexts.inactive(target.number, other: isSourceActive ? source.number : nil))
    }
  }

  private static func mergedAlready(_ source: RegisterReader.Key, _ target: RegisterReader.Key) -> KundregError {
    KundregError(.mergeAlready, CustomerMergeTexts.mergedAlready(source.number, into: target.number))
  }

  private func unite(
    _ source: RegisterReader.Key, _ target: RegisterReader.Key, _ session: EditSession
  ) throws -> (changes: [CustomerChange], notes: [Text]) {
    guard let from = try session.writer.card(ofCustomer: source.id),
      let into = try session.writer.card(ofCustomer: target.id)
    else { return ([], []) }
    let union = CardUnion(from: from, into: into)
    let validator = try session.assignments([.init(FieldPath(.number), target.number)]).validator
    try session.refuse(validator.validate(card: union.into, existing: into), number: target.number)
    // First the one that gives, so that nothing that must be unique stands on both cards.
    var changes: [CustomerChange] = []
    for (key, old, new) in [(source, from, union.from), (target, into, union.into)] {
      let fields = CardDiffer.changes(from: old, to: new)
      guard !fields.isEmpty else { continue }
      try requirePermissions(for: fields, session)
      let change = CustomerChange(
        number: key.number, action: CustomerChange.action(of: fields), revision: key.revision, fields: fields)
      try session.apply(change)
      changes.append(change)
    }
    return (changes, union.notes)
  }

  /// A merge is no way round the permissions that commands of their own take.
  private func requirePermissions(for fields: [FieldChange], _ session: EditSession) throws {
    let changed = Set(fields.map(\.path.field))
    if changed.contains(.assigned) { try session.requireOnce(.assign, to: DeedTexts.assignCustomers) }
    if changed.contains(.documents) {
      try session.requireOnce(.changeDocuments, to: DeedTexts.moveDocuments)
    }
    if changed.contains(.customerUsers) {
      try session.requireOnce(.createCustomerUsers, to: DeedTexts.moveCustomerUsers)
      try session.requireOnce(.deleteCustomerUsers, to: DeedTexts.moveCustomerUsers)
    }
  }

  private func moveLinks(
    _ source: RegisterReader.Key, _ target: RegisterReader.Key, _ writer: RegisterWriter
  ) throws -> (moves: [LinkMove], notes: [Text]) {
    var moves: [LinkMove] = []
    var notes: [Text] = []
    for link in try writer.links(ofCustomer: source.id) {
      guard try !writer.hasPendingPush(link.system, customer: source.id),
        try !writer.hasPendingPush(link.system, customer: target.id)
      else {
        throw KundregError(
          .mergePushPending, CustomerMergeTexts.pushPending(link.system), remedies: [.sync(system: link.system)])
      }
      let move = LinkMove(system: link.system, from: source.id, to: target.id)
      if try writer.apply(move) {
        moves.append(move)
      } else {
        notes.append(
          CustomerMergeTexts.keptLink(
            link.system, customer: source.number, record: link.remoteNumber, isGone: link.isGone))
      }
    }
    return (moves, notes)
  }
}
