import AccountingSystems
import ConfigurationFile
import CustomerModel
import Foundation
import Mapping
import RegisterStore
import Texts

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
  private var hindrance: Text?
  /// What is left for the next run, as sentences.
  private var rests: [Text] = []

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
          try $0.prunePushes(olderThan: start.addingTimeInterval(-RegisterWriter.journalAge))
        }
      }
    } catch APIFailure.spent {
      leaveRest(SyncTexts.moreToFetch(scope.label))
    } catch let failure as APIFailure {
      outcome.interruption = failure.error(of: scope)
    }
    if !rests.isEmpty {
      try scope.register.write { try $0.setRest(scope.system, rests.joined(), at: start) }
    }
    if let reason = outcome.interruption?.text ?? hindrance {
      try scope.register.write { try $0.setFailed(scope.system, reason.maskedThroughout, at: start) }
    }
    outcome.conflicts = try scope.register.read(conflictCount)
    return outcome
  }

  /// Fetches what the run merges, and what the system keeps beside its records.
  func fetch(start: Date) throws -> SyncPull.Fetched {
    OptionsWithoutEffect(scope).tell(in: &outcome)
    let fetched = scope.options.direction == .push ? SyncPull.Fetched() : try SyncPull(self).fetch(start: start)
    furtherContacts = try fetchFurtherContacts()
    return fetched
  }

  /// Ends the run in good order before all is done.
  func leaveRest(_ rest: Text) {
    outcome.leaveRest(rest)
    rests.append(rest)
  }

  /// Fields in conflict, and pairs that are not decided.
  func conflictCount(_ reader: RegisterReader) throws -> Int {
    try reader.conflicts(system: scope.system, customer: nil).count
      + reader.matchQuestions(scope.system).count { $0.answer == nil }
  }

  func merge(_ fetched: SyncPull.Fetched, in writer: RegisterWriter, start: Date) throws {
    try SyncMerge.perform(self, fetched, in: writer, start: start)
  }

  private func push() throws {
    if try isFirstAndNotShown() {
      let count = try scope.register.read { try $0.customersToPush(scope.system).count }
      if count > 0 {
        outcome.pushed.queued += count
        outcome.note(
          SyncTexts.matchesAreNotShown(count, label: scope.label),
          remedies: [.ofSync(.showMatches(system: scope.system))])
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
    if results.left > 0 { leaveRest(SyncTexts.waitToBeSent(results.left, to: scope.label)) }
    if let failure = results.failure { throw failure }
    guard let further = try furtherContactsPush?.perform() else { return }
    take(further)
    if case APIFailure.spent? = further.failure {
      return leaveRest(SyncTexts.namesWaitToBeSent(to: scope.label))
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
      outcome.note(SyncTexts.mayNotSeeFurtherContacts(scope.label))
    } catch .unavailable(let error) {
      outcome.note(SyncTexts.furtherContactsWait(scope.label, reason: error.text), remedies: error.remedies)
    }
    return nil
  }

  func take(_ results: FurtherContactsPush.Results) { PushAccount(scope).add(results, to: &outcome) }

  func take(_ results: PushResults) {
    PushAccount(scope).add(results, to: &outcome)
    let unfit = results.unfitDefaults.all.map(\.unfit.message)
    if !unfit.isEmpty { hindrance = unfit.joined() }
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

  func report(
    _ code: FindingCode, _ severity: Severity? = nil, number: String, remoteID: String?, field: FieldPath? = nil,
    _ text: Text, remedies: [Remedy] = []
  ) {
    outcome.findings.append(
      scope.finding(code, severity, number: number, remoteID: remoteID, field: field, text, remedies: remedies))
  }
}
