package import Foundation
import GRDB

extension RegisterReader {
  package func inboxEntry(_ system: String, remoteID: String) throws -> InboxEntry? {
    try Row.fetchOne(db, cached: InboxEntry.query + " WHERE system = ? AND remote_id = ?", [system, remoteID])
      .map(InboxEntry.init)
  }

  /// How many entries of a system are in that state, or in any when it is nil.
  package func inboxCount(_ system: String, state: InboxEntry.State?) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT count(*) FROM inbox WHERE system = ?1 AND state = ifnull(?2, state)",
      arguments: [system, state?.rawValue])!
  }

  /// Gives every entry of a system in that state, or in any when it is nil, by number as lists sort.
  ///
  /// Memory is used for one entry and some hundred keys, however many there are. The body may write to the inbox: an
  /// entry is given as it is when its turn comes, and not if it was removed or has another state by then; one that is
  /// added is given if its turn is still to come.
  package func forEachInboxEntry(
    _ system: String, state: InboxEntry.State?, _ body: (InboxEntry) throws -> Void
  ) throws {
    let keys = """
      SELECT sort_key, remote_id FROM inbox
      WHERE system = ?1 AND (sort_key, remote_id) > (?2, ?3) AND state = ifnull(?4, state)
      ORDER BY sort_key, remote_id LIMIT 500
      """
    // Every key begins with a digit, so that the empty one is before all.
    var last = (key: "", id: "")
    while true {
      let chunk = try Row.fetchAll(db, cached: keys, [system, last.key, last.id, state?.rawValue])
      for row in chunk {
        last = (row[0], row[1])
        guard let entry = try inboxEntry(system, remoteID: last.id), state == nil || entry.state == state else {
          continue
        }
        try body(entry)
      }
      if chunk.isEmpty { return }
    }
  }
}

extension RegisterWriter {
  /// Puts a record into the inbox, in place of an earlier state of it.
  package func putInInbox(_ entry: InboxEntry, at time: Date = Date()) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO inbox (system, remote_id, remote_number, record, changed, state, reason, fetched_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (system, remote_id) DO UPDATE SET
          remote_number = excluded.remote_number, record = excluded.record, changed = excluded.changed,
          state = excluded.state, reason = excluded.reason, fetched_at = excluded.fetched_at
        """
    ).execute(arguments: [
      entry.system, entry.remoteID, entry.remoteNumber, entry.record, entry.changed, entry.state.rawValue, entry.reason,
      entry.fetchedAt ?? Self.timestamp(time),
    ])
  }

  /// Keeps an entry in the inbox as one that could not be merged.
  package func reject(_ system: String, remoteID: String, as state: InboxEntry.State, reason: String?) throws {
    try db.cachedStatement(sql: "UPDATE inbox SET state = ?, reason = ? WHERE system = ? AND remote_id = ?")
      .execute(arguments: [state.rawValue, reason, system, remoteID])
  }

  /// Removes an entry, if there is one.
  package func removeFromInbox(_ system: String, remoteID: String) throws {
    try db.cachedStatement(sql: "DELETE FROM inbox WHERE system = ? AND remote_id = ?")
      .execute(arguments: [system, remoteID])
  }

  /// Removes what was fetched and not looked at: a pull that was cut off is given up.
  package func clearFetched(_ system: String) throws {
    try db.execute(sql: "DELETE FROM inbox WHERE system = ? AND state = 'fetched'", arguments: [system])
  }
}
