package import CustomerModel
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

  /// - Parameter sink: takes every change as it is made, so that a run over the whole register keeps none of them; nil
  ///   collects them in the outcome.
  /// - Throws: ``KundregError`` when `body` throws; then nothing was changed.
  package func perform(
    on register: Register, as actor: ActingUser, changes sink: (any ChangeSink)? = nil,
    _ body: (EditSession) throws -> Void
  ) throws -> EditOutcome {
    let start = Date()
    let work = { (writer: RegisterWriter) throws -> EditOutcome in
      // Before anything is looked up: a stranger does not even learn which customers there are.
      try actor.requireRegistered(in: writer)
      let run = try writer.begin(RunDescription(kind: .edit, source: source, user: actor.name, start: start))
      let session = EditSession(
        writer: writer, actor: actor, severities: severities, today: today, isRehearsal: isDryRun,
        sink: sink)
      try body(session)
      try writer.endRun(session.counts, report: session.report)
      return EditOutcome(
        run: isDryRun ? nil : run, source: source, counts: session.counts, changes: session.changes,
        warnings: session.warnings, seconds: Date().timeIntervalSince(start),
        canBeTakenBack: session.counts.rows > session.counts.unchanged || session.hasInvited)
    }
    return try isDryRun ? register.rehearse(work) : register.write(work)
  }
}
