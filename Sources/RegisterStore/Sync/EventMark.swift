package import Foundation
import GRDB

/// How far a system's stream of events was read.
package struct EventMark: Sendable, Equatable {
  /// The last event that is known, as the system calls it.
  package let offset: String
  /// The event before it; nil when none is known.
  package let before: String?
  /// When it was read.
  package let at: Date

  package init(offset: String, before: String?, at: Date) {
    self.offset = offset
    self.before = before
    self.at = at
  }
}

extension RegisterReader {
  /// The ids of the records that events told of and nobody has asked for yet, in the order of the events.
  package func changedRecords(_ system: String) throws -> [String] {
    try String.fetchAll(
      db, sql: "SELECT remote_id FROM changed_record WHERE system = ? ORDER BY id", arguments: [system])
  }
}

extension RegisterWriter {
  /// Notes that something happened to records. Belongs in the transaction that notes how far the events were read.
  package func noteChanged(_ ids: [String], _ system: String) throws {
    for id in ids {
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO changed_record (system, remote_id) VALUES (?, ?)")
        .execute(arguments: [system, id])
    }
  }

  /// Notes that a record was not there when it was asked for, although an event had told of it.
  ///
  /// - Returns: true when it was not the last time either.
  package func noteMissing(_ system: String, remoteID: String) throws -> Bool {
    try db.cachedStatement(
      sql: "UPDATE changed_record SET missed = 1 WHERE system = ? AND remote_id = ? AND missed = 0"
    ).execute(arguments: [system, remoteID])
    return db.changesCount == 0
  }

  /// Forgets that something happened to a record: it was asked for.
  package func removeChanged(_ system: String, remoteID: String) throws {
    try db.cachedStatement(sql: "DELETE FROM changed_record WHERE system = ? AND remote_id = ?")
      .execute(arguments: [system, remoteID])
  }
}
