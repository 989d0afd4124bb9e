import CustomerModel
package import Foundation
import GRDB
package import Texts

extension RegisterReader {
  /// The requests whose outcome is unknown, oldest first.
  package func pendingPushes(_ system: String) throws -> [PushEntry] {
    try Row.fetchAll(
      db, cached: PushEntry.query + " WHERE system = ? AND state = 'intended' ORDER BY id", [system]
    ).map(PushEntry.init)
  }

  /// The failure that stands for a customer: of its last request, when that failed.
  package func lastFailedPush(_ system: String, customer: Int64) throws -> PushEntry? {
    try Row.fetchOne(
      db, cached: PushEntry.query + " WHERE system = ? AND customer = ? AND state = 'failed'", [system, customer]
    ).map(PushEntry.init)
  }
}

extension RegisterWriter {
  /// Writes down a request that is about to be sent: to be committed before it leaves. The customer's failure that stood
  /// is superseded, and its attempts count on.
  ///
  /// - Returns: the id for ``finishPush(_:as:code:reason:retryAfter:at:)``.
  /// - Throws: when the outcome of an earlier request of the customer is unknown: sending another might do it twice.
  package func beginPush(_ entry: PushEntry, at time: Date = Date()) throws -> Int64 {
    let failures = try lastFailedPush(entry.system, customer: entry.customer)?.attempts ?? 0
    try supersedeFailedPush(entry.system, customer: entry.customer)
    let fields = try JSONEncoder().encode(entry.fields.map(\.description))
    try db.cachedStatement(
      sql: """
        INSERT INTO push (
          system, customer, number, kind, method, path, body, base, fields, run, state, attempts, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'intended', ?, ?)
        """
    ).execute(arguments: [
      entry.system, entry.customer, entry.number, entry.kind.rawValue, entry.method, entry.path, entry.body, entry.base,
      String(decoding: fields, as: UTF8.self), entry.run, failures + 1, Self.timestamp(time),
    ])
    return db.lastInsertedRowID
  }

  /// Writes down what became of a request.
  ///
  /// - Parameters:
  ///   - state: any but `intended`.
  ///   - code: what the system, or we, call the failure.
  ///   - retryAfter: before then the customer is not tried again.
  package func finishPush(
    _ id: Int64, as state: PushEntry.State, code: String? = nil, reason: Text? = nil, retryAfter: Date? = nil,
    at time: Date = Date()
  ) throws {
    try db.cachedStatement(
      sql: """
        UPDATE push SET state = ?, code = ?, reason = ?, swedish_reason = ?, retry_after = ?, finished_at = ? WHERE id = ?
        """
    ).execute(arguments: [
      state.rawValue, code, reason?.english, reason?.storedSwedish, retryAfter.map(Self.timestamp),
      Self.timestamp(time),
      id,
    ])
  }

  func supersedeFailedPush(_ system: String, customer: Int64) throws {
    try db.cachedStatement(
      sql: "UPDATE push SET state = 'superseded' WHERE system = ? AND customer = ? AND state = 'failed'"
    ).execute(arguments: [system, customer])
  }
}
