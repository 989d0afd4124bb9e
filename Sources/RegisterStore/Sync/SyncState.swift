package import Foundation
import GRDB
package import Texts

/// How far the sync with one accounting system has come. Times are ISO 8601 in UTC, to the second.
package struct SyncState: Sendable, Equatable {
  package let system: String
  /// From where the next pull goes on, as the system's client told it; nil when nothing was pulled yet.
  package var cursor: String?
  /// The cursor of a pull that began and whose records are not merged yet.
  package var candidate: String?
  /// When that pull began.
  package var candidateAt: String?
  /// When a person could first see how customers and records were matched.
  package var matchesShownAt: String?
  package var lastRun: Int?
  package var lastStartedAt: String?
  package var lastSuccessAt: String?
  /// When everything was last compared with success.
  package var lastFullAt: String?
  /// Why the last sync ended before its end; nil after one that went through.
  package var lastFailure: Text?
  package var lastFailureAt: String?
  /// What the last sync left to be done, as it might send no more requests; nil after one that did all.
  package var rest: Text?
  package var restAt: String?
  /// What new customers get by the configuration, and the system refused when it was last tried.
  package var refusedDefaults: [RefusedDefault] = []
  /// The full comparison that was cut short and is to be gone on with; nil for none.
  package var cutSweep: Sweep?
  /// How far the system's events were read; nil when no event is known.
  package var eventMark: EventMark?

  /// How everything is compared.
  package enum Sweep: String, Sendable {
    /// What the lists show.
    case full
    /// Every record.
    case deep
  }

  package init(system: String) { self.system = system }
}

extension RegisterReader {
  /// How far the sync with a system has come: an empty state when there was none.
  package func syncState(_ system: String) throws -> SyncState {
    var state = SyncState(system: system)
    guard let row = try Row.fetchOne(db, cached: "SELECT * FROM sync_state WHERE system = ?", [system]) else {
      return state
    }
    state.cursor = row["cursor"]
    state.candidate = row["candidate"]
    state.candidateAt = row["candidate_at"]
    state.matchesShownAt = row["matches_shown_at"]
    state.lastRun = row["last_run"]
    state.lastStartedAt = row["last_started_at"]
    state.lastSuccessAt = row["last_success_at"]
    state.lastFullAt = row["last_full_at"]
    state.lastFailure = Text(stored: row["last_failure"], swedish: row["swedish_failure"])
    state.lastFailureAt = row["last_failure_at"]
    state.rest = Text(stored: row["rest"], swedish: row["swedish_rest"])
    state.restAt = row["rest_at"]
    state.refusedDefaults = try RefusedDefault.all(json: row["refused_defaults"])
    state.cutSweep = (row["cut_sweep"] as String?).flatMap(SyncState.Sweep.init)
    if let offset = row["event_offset"] as String?, let at = row["event_at"] as String? {
      state.eventMark = EventMark(
        offset: offset, before: row["event_before"], at: (try? Date(at, strategy: .iso8601)) ?? .distantPast)
    }
    return state
  }
}

extension RegisterWriter {
  /// Notes that a sync began.
  package func setStarted(_ system: String, at time: Date) throws {
    try update(system, "last_started_at = ?", [Self.timestamp(time)])
  }

  /// Notes that a pull began that will end at a cursor; nil when it is given up.
  package func setCandidate(_ system: String, _ cursor: String?, at time: Date) throws {
    try update(system, "candidate = ?, candidate_at = ?", [cursor, cursor.map { _ in Self.timestamp(time) }])
  }

  /// Notes from where the next pull goes on, and that the one that began is merged. Belongs in the transaction of the
  /// merge, whose run becomes the system's last.
  package func setCursor(_ system: String, _ cursor: String) throws {
    let run = run == 0 ? nil : run
    try update(
      system, "cursor = ?, candidate = NULL, candidate_at = NULL, last_run = ifnull(?, last_run)", [cursor, run])
  }

  /// Notes that a full comparison was cut short, or with nil that none is to be gone on with.
  package func setCutSweep(_ system: String, _ sweep: SyncState.Sweep?) throws {
    try update(system, "cut_sweep = ?", [sweep?.rawValue])
  }

  /// Notes that the matches were shown. The first time stays.
  package func setMatchesShown(_ system: String, at time: Date) throws {
    try update(system, "matches_shown_at = ifnull(matches_shown_at, ?)", [Self.timestamp(time)])
  }

  /// Notes that a sync did all it was to do.
  ///
  /// - Parameters:
  ///   - wasFull: true when everything was compared.
  ///   - run: the sync's run; nil leaves the last one.
  package func setSucceeded(_ system: String, at time: Date, wasFull: Bool, run: Int? = nil) throws {
    let time = Self.timestamp(time)
    try update(
      system,
      """
      rest = NULL, swedish_rest = NULL, rest_at = NULL, last_failure = NULL, swedish_failure = NULL, last_failure_at = NULL,
      last_success_at = ?, last_full_at = ifnull(?, last_full_at), last_run = ifnull(?, last_run)
      """,
      [time, wasFull ? time : nil, run])
  }

  /// Notes that a sync ended in good order before it had done all it was to do.
  ///
  /// - Parameter rest: what is left, as a sentence.
  package func setRest(_ system: String, _ rest: Text, at time: Date) throws {
    try update(
      system,
      """
      rest = ?, swedish_rest = ?, rest_at = ?, last_failure = NULL, swedish_failure = NULL, last_failure_at = NULL
      """, [rest.english, rest.storedSwedish, Self.timestamp(time)])
  }

  /// Notes what the system refuses of what the configuration gives new customers.
  package func setRefusedDefaults(_ system: String, _ refused: [RefusedDefault]) throws {
    try update(system, "refused_defaults = ?", [try RefusedDefault.json(refused)])
  }

  /// Notes why a sync ended before its end.
  package func setFailed(_ system: String, _ reason: Text, at time: Date) throws {
    try update(
      system, "last_failure = ?, swedish_failure = ?, last_failure_at = ?",
      [reason.english, reason.storedSwedish, Self.timestamp(time)])
  }

  /// Notes how far the system's events were read; nil when no event is known any more.
  package func setEventMark(_ system: String, _ mark: EventMark?) throws {
    try update(
      system, "event_offset = ?, event_before = ?, event_at = ?",
      [mark?.offset, mark?.before, mark.map { Self.timestamp($0.at) }])
  }

  private func update(_ system: String, _ assignments: String, _ values: StatementArguments) throws {
    try db.execute(sql: "INSERT OR IGNORE INTO sync_state (system) VALUES (?)", arguments: [system])
    try db.execute(sql: "UPDATE sync_state SET \(assignments) WHERE system = ?", arguments: values + [system])
  }
}
