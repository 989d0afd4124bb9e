import GRDB

extension RegisterReader {
  /// The link of a customer, deleted or not, with a system.
  package func link(_ system: String, customer: Int64) throws -> CustomerLink? {
    try Row.fetchOne(db, cached: CustomerLink.query + " WHERE system = ? AND customer = ?", [system, customer])
      .map(CustomerLink.init)
  }

  /// The link of a system's record.
  package func link(_ system: String, remoteID: String) throws -> CustomerLink? {
    try Row.fetchOne(db, cached: CustomerLink.query + " WHERE system = ? AND remote_id = ?", [system, remoteID])
      .map(CustomerLink.init)
  }

  /// The links of a customer with all systems, by their names.
  package func links(ofCustomer customer: Int64) throws -> [CustomerLink] {
    try Row.fetchAll(db, cached: CustomerLink.query + " WHERE customer = ? ORDER BY system", [customer])
      .map(CustomerLink.init)
  }

  /// How many links there are with a system, those of deleted customers and of deleted records among them.
  package func linkCount(_ system: String) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM link WHERE system = ?", arguments: [system])!
  }

  /// The customers whose record there has organisation or VAT numbers that something is wrong with.
  package func customersInDoubt(_ system: String) throws -> [Int64] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT customer.id FROM link JOIN customer ON customer.id = link.customer
        WHERE system = ? AND doubts > 0 AND is_gone = 0 ORDER BY customer.id
        """, arguments: [system])
  }

  /// The ids of a system's linked records that are not known to be deleted there.
  package func remoteIDs(_ system: String) throws -> Set<String> {
    try String.fetchSet(db, sql: "SELECT remote_id FROM link WHERE system = ? AND is_gone = 0", arguments: [system])
  }
}

extension RegisterWriter {
  /// Saves the link of a customer with a system, in place of the one it had. With nothing left to push, a failed
  /// push of the customer no longer stands.
  ///
  /// - Throws: when another customer is linked with that record.
  package func save(_ link: CustomerLink) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO link (
          system, customer, remote_id, remote_number, agreed, record, changed, synced_revision, is_gone, doubts)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (system, customer) DO UPDATE SET
          remote_id = excluded.remote_id, remote_number = excluded.remote_number, agreed = excluded.agreed,
          record = excluded.record, changed = excluded.changed, synced_revision = excluded.synced_revision,
          is_gone = excluded.is_gone, doubts = excluded.doubts
        """
    ).execute(arguments: [
      link.system, link.customer, link.remoteID, link.remoteNumber, link.agreed?.json, link.record, link.changed,
      link.syncedRevision, link.isGone, link.doubts,
    ])
    if link.syncedRevision != 0 { try supersedeFailedPush(link.system, customer: link.customer) }
  }

  /// Removes the link of that customer with that system, if there is one.
  package func remove(_ link: CustomerLink) throws {
    try db.cachedStatement(sql: "DELETE FROM link WHERE system = ? AND customer = ?")
      .execute(arguments: [link.system, link.customer])
  }

  /// Notes that a customer, as it was at that revision, has nothing left to be pushed to a system. A failed push of it
  /// no longer stands.
  package func markSynced(_ system: String, customer: Int64, revision: Int) throws {
    try db.cachedStatement(sql: "UPDATE link SET synced_revision = ? WHERE system = ? AND customer = ?")
      .execute(arguments: [revision, system, customer])
    try supersedeFailedPush(system, customer: customer)
  }

  /// A customer that comes back begins with revision 1 again, which may be what it was synced at before it changed.
  func forgetSynced(_ customer: Int64) throws {
    try db.cachedStatement(sql: "UPDATE link SET synced_revision = 0 WHERE customer = ?").execute(arguments: [customer])
  }
}
