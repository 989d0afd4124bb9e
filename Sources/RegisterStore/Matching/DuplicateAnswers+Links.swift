import GRDB

/// That the link with an accounting system went from one customer to another.
package struct LinkMove: Sendable, Equatable, Codable {
  package let system: String
  package let from: Int64
  package let to: Int64

  package init(system: String, from: Int64, to: Int64) {
    self.system = system
    self.from = from
    self.to = to
  }

  /// The move that takes this one back.
  package var inverse: LinkMove { LinkMove(system: system, from: to, to: from) }
}

extension RegisterReader {
  /// True when a request was sent for a customer, whose outcome is unknown until the next sync.
  package func hasPendingPush(_ system: String, customer: Int64) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM push WHERE system = ? AND customer = ? AND state = 'intended')",
      arguments: [system, customer])!
  }
}

extension RegisterWriter {
  /// Gives one customer's link, with what is in conflict and what failed, to another that has none with that system. The
  /// next sync finds what the two sides differ in.
  ///
  /// - Returns: false when there is no such link, or the other has one: then nothing was done.
  @discardableResult
  package func apply(_ move: LinkMove) throws -> Bool {
    guard try link(move.system, customer: move.from) != nil, try link(move.system, customer: move.to) == nil else {
      return false
    }
    try db.execute(
      sql: "DELETE FROM conflict WHERE system = ? AND customer = ?", arguments: [move.system, move.to])
    try supersedeFailedPush(move.system, customer: move.to)
    try db.execute(
      sql: "UPDATE link SET customer = ?, synced_revision = 0 WHERE system = ? AND customer = ?",
      arguments: [move.to, move.system, move.from])
    try db.execute(
      sql: "UPDATE conflict SET customer = ? WHERE system = ? AND customer = ?",
      arguments: [move.to, move.system, move.from])
    try db.execute(
      sql: "UPDATE push SET customer = ? WHERE system = ? AND customer = ? AND state = 'failed'",
      arguments: [move.to, move.system, move.from])
    return true
  }
}
