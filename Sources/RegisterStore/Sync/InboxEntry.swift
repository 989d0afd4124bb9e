import GRDB

/// A record that was fetched from an accounting system and is not merged: on its way, or kept because it could not be.
package struct InboxEntry: Sendable, Equatable {
  package enum State: String, Sendable, CaseIterable {
    /// Not looked at yet.
    case fetched
    /// Breaks a rule: tried again by every sync.
    case rejected
    /// It is not known which customer it is: a person must say.
    case undecided
  }

  package let system: String
  package let remoteID: String
  package let remoteNumber: String
  /// The raw record, JSON.
  package let record: String
  /// The system's own mark of the record's last change, where it has one.
  package let changed: String?
  package let state: State
  /// Why it is rejected or undecided, for a person.
  package let reason: String?
  /// ISO 8601 in UTC, to the second; nil for one that is not in the inbox yet.
  package let fetchedAt: String?

  package init(
    system: String, remoteID: String, remoteNumber: String, record: String, changed: String? = nil,
    state: State = .fetched, reason: String? = nil, fetchedAt: String? = nil
  ) {
    self.system = system
    self.remoteID = remoteID
    self.remoteNumber = remoteNumber
    self.record = record
    self.changed = changed
    self.state = state
    self.reason = reason
    self.fetchedAt = fetchedAt
  }
}

extension InboxEntry {
  static let query =
    "SELECT system, remote_id, remote_number, record, changed, state, reason, fetched_at FROM inbox"

  /// A row of the query above.
  init(_ row: Row) {
    self.init(
      system: row[0], remoteID: row[1], remoteNumber: row[2], record: row[3], changed: row[4],
      state: State(rawValue: row[5])!, reason: row[6], fetchedAt: row[7])
  }
}
