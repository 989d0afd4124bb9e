import Texts
import AccountingSystems
import ConfigurationFile
import CustomerModel
import Foundation
import Mapping
import RegisterStore

/// One run of a sync, from recovery to push.
final class SyncSession {
  let scope: SyncScope
  var outcome: SyncOutcome
  /// True when the register had no customer before this run.
  var wasRegisterEmpty = false
  /// The contact persons beyond the first, where the system keeps their names and shows them.
  private(set) var furtherContacts: FurtherContacts?
  /// The system's events during this run, where no place in their stream was known before.
  var listening: (any ChangeEventSubscription)?
  /// What keeps a part of every run from being done, though the run went through: a person has to mend it.
  private var hindrance: String?
  /// What is left for the next run, as sentences.
  private var rests: [String] = []

  init(_ scope: SyncScope) {
    self.scope = scope
    outcome = SyncOutcome(erp: scope.system, isDryRun: scope.options.isDryRun)
  }

  func perform(start: Date) throws -> SyncOutcome {
    do {
      try scope.register.write { try $0.setStarted(scope.system, at: start) }
      try SyncPull(self).recover()
      listening = try SyncEvents(self).listen()
      let fetched = try fetch(start: start)
      try scope.register.write { try merge(fetched, in: $0, start: start) }
      if scope.options.direction != .pull { try push() }
      if let listening { try SyncEvents(self).remember(listening) }
      // What is passed on to some customers is no whole sync.
      if !outcome.hasMore, scope.options.only == nil {
        try scope.register.write {
          try $0.setSucceeded(scope.system, at: start, wasFull: fetched.allIDs != nil)
          try $0.prunePushes(olderThan: start.addingTimeInterval(-Self.journalAge))
        }
      }
    } catch APIFailure.spent {
      leaveRest(
        "\(scope.label) has more to be fetched. What was fetched is kept, and the next sync goes on from there; until all is "
          + "there, nothing is merged and nothing is sent.")
    } catch let failure as APIFailure {
      outcome.interruption = error(for: failure)
    }
    if !rests.isEmpty {
      try scope.register.write { try $0.setRest(scope.system, rests.joined(separator: " "), at: start) }
    }
    if let reason = outcome.interruption?.message ?? hindrance {
      try scope.register.write { try $0.setFailed(scope.system, IdentityMask.masked(reason), at: start) }
    }
    outcome.conflicts = try scope.register.read(conflictCount)
    return outcome
  }

  /// Fetches what the run merges, and what the system keeps beside its records.
  func fetch(start: Date) throws -> SyncPull.Fetched {
    tellOptionsWithoutEffect()
    let fetched = scope.options.direction == .push ? SyncPull.Fetched() : try SyncPull(self).fetch(start: start)
    furtherContacts = try fetchFurtherContacts()
    return fetched
  }

  private func tellOptionsWithoutEffect() {
    if scope.context.system.assignedToOurReference, !scope.outgoing.fields.contains(FieldPath(.assigned)) {
      outcome.notes.append(
        "\(scope.label) has no field for our reference on a customer, so assignedToOurReference does nothing here.")
    }
    if scope.context.system.labelsAsTags, !scope.reading.fields.contains(where: { $0.description == "tags" }) {
      outcome.notes.append("\(scope.label) has no labels of customers, so labelsAsTags does nothing here.")
    }
    if scope.context.system.changeEvents, scope.service.changeEvents == nil {
      outcome.notes.append("\(scope.label) has no events that are known here, so changeEvents does nothing here.")
    }
  }

  /// Ends the run in good order before all is done.
  func leaveRest(_ sentence: String) {
    outcome.leaveRest(sentence)
    rests.append(sentence)
  }

  /// Fields in conflict, and pairs that are not decided.
  func conflictCount(_ reader: RegisterReader) throws -> Int {
    try reader.conflicts(system: scope.system, customer: nil).count
      + reader.matchQuestions(scope.system).count { $0.answer == nil }
  }

  /// How long the journal keeps what was sent, in seconds: 30 days.
  private static let journalAge = 30.0 * 86_400

  func merge(_ fetched: SyncPull.Fetched, in writer: RegisterWriter, start: Date) throws {
    let merge = try SyncMerge(self, writer: writer, start: start)
    try merge.perform(fetched)
  }

  private func push() throws {
    if try isFirstAndNotShown() {
      let count = try scope.register.read { try $0.customersToPush(scope.system).count }
      if count > 0 {
        outcome.pushed.queued += count
        outcome.notes.append(
          "Nothing was sent to \(scope.label): \(count.counted("customer waits", "customers wait")) until the matches were "
            + "shown. Look at them with "
            + "`kundreg sync \(ShellWord.quoted(scope.system)) --dry-run`, then sync again, or confirm at once with --yes."
        )
        return
      }
    }
    try scope.register.write { try $0.setMatchesShown(scope.system, at: scope.context.now()) }
    let results = try SyncPush(scope, run: outcome.run).perform()
    take(results)
    try scope.register.write { writer in
      let before = try writer.syncState(scope.system).refusedDefaults
      let known = results.unfitDefaults.known(after: before)
      if known != before { try writer.setRefusedDefaults(scope.system, known) }
    }
    if results.left > 0 {
      leaveRest(
        "\(results.left.counted("customer waits", "customers wait")) to be sent to \(scope.label). The next sync goes on."
      )
    }
    if let failure = results.failure { throw failure }
    guard let further = try furtherContactsPush?.perform() else { return }
    take(further)
    if case APIFailure.spent? = further.failure {
      return leaveRest("Names of contact persons wait to be sent to \(scope.label). The next sync goes on.")
    }
    if let failure = further.failure { throw failure }
  }

  var furtherContactsPush: FurtherContactsPush? {
    guard let furtherContacts, let references = scope.service.references else { return nil }
    return FurtherContactsPush(furtherContacts, references: references, run: outcome.run)
  }

  /// True where the system keeps names of persons beside its records, and the mapping has a place for them.
  var readsReferences: Bool { scope.service.references != nil && FurtherContacts(scope, rows: []) != nil }

  /// Lists the names of persons beside the records. Without them the sync goes on, and says so.
  private func fetchFurtherContacts() throws -> FurtherContacts? {
    guard readsReferences, let references = scope.service.references else { return nil }
    do throws(APIFailure) {
      if let rows = try references.all() { return FurtherContacts(scope, rows: rows) }
      outcome.notes.append(
        "\(scope.label) does not let this sign-in see the further contact persons of its customers (customer references): only "
          + "the first one's name is synced.")
    } catch .unavailable(let error) {
      outcome.notes.append("The further contact persons in \(scope.label) wait for the next sync: \(error.message)")
    }
    return nil
  }

  func take(_ results: FurtherContactsPush.Results) {
    outcome.pushed.failed += results.failed
    outcome.findings += results.findings
    outcome.requestsToSend += results.planned
    guard results.added + results.removed > 0 else { return }
    outcome.notes.append(
      "Names of contact persons in \(scope.label): \(results.added) added, \(results.removed) removed"
        + (scope.options.isDryRun ? ", if this were no dry run." : "."))
  }

  func take(_ results: SyncPush.Results) {
    outcome.pushed.created += results.pushed.created
    outcome.pushed.updated += results.pushed.updated
    outcome.pushed.failed += results.pushed.failed
    outcome.pushed.queued += results.pushed.queued
    outcome.findings += results.findings.sorted { ($0.number, $0.code) < ($1.number, $1.code) }
    outcome.requestsToSend += results.planned
    for (unfit, count) in results.unfitDefaults.all {
      hindrance = [hindrance, unfit.message].compactMap(\.self).joined(separator: " ")
      report(
        "push.\(unfit.code)", number: "", remoteID: nil,
        "\(unfit.message) \(count.counted("new customer waits", "new customers wait")) until then; what changed of those that "
          + "are there is sent all the same.")
    }
    if let first = results.firstPlainValue {
      let count = results.plainValues.counted("value", "values")
      let verb = scope.options.isDryRun ? "would be" : results.plainValues == 1 ? "was" : "were"
      let example = results.plainValues == 1 ? "that is" : "one of them is"
      outcome.notes.append(
        "\(scope.label) does not take every character (no double quotation marks, no dashes but - and –): \(count) \(verb) "
          + "sent in plain form; \(example) “\(first.path)” of customer \(first.number). The register keeps its own.")
    }
  }

  /// True when the two sides met for the first time and nobody has seen how they were matched.
  private func isFirstAndNotShown() throws -> Bool {
    if scope.options.confirmsMatches { return false }
    return try scope.register.read { reader in
      guard try reader.syncState(scope.system).matchesShownAt == nil else { return false }
      // An empty side has nothing to be matched wrongly with. Records that are left out of the sync leave no trace but that
      // they came.
      let isSystemEmpty =
        try reader.linkCount(scope.system) == 0 && reader.inboxCount(scope.system, state: nil) == 0
        && !reader.hasBrought(scope.system)
      return !isSystemEmpty && !wasRegisterEmpty
    }
  }

  /// What ends the run, as a sentence with its exit status.
  func error(for failure: APIFailure) -> KundregError {
    switch failure {
    case .unavailable(let error), .forbidden(let error): return error
    case .spent, .cancelled:
      return KundregError(
        .unavailable, code: "sync.cancelled",
        "The sync with \(scope.label) was stopped. What was done is recorded, and the next run goes on from there.")
    case .unfitDefault(let unfit):
      return KundregError(.configuration, code: "erp.unfitDefault", unfit.message)
    case .record(_, let message), .numberTaken(let message):
      return KundregError(.unavailable, code: "erp.refused", "\(scope.label) refused the listing: \(message)")
    case .gone:
      return KundregError(
        .unavailable, code: "erp.noCustomers",
        "\(scope.label) has no customers at \(scope.context.system.baseURL.absoluteString). Check baseURL in the configuration."
      )
    case .outcomeUnknown(let reason):
      return KundregError(.unavailable, code: "erp.unreachable", "\(scope.label) did not answer: \(reason).")
    }
  }

  func report(
    _ code: String, _ severity: Severity = .reject, number: String, remoteID: String?, field: FieldPath? = nil,
    _ message: String
  ) {
    outcome.findings.append(scope.finding(code, severity, number: number, remoteID: remoteID, field: field, message))
  }
}
