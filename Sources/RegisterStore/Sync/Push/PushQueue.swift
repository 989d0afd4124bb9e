import GRDB

extension RegisterReader {
  /// The customers that a system may lack something of, by number as lists sort: active ones without a link, and ones
  /// whose revision is another than the last that was synced. A customer whose record was deleted in the system is none.
  package func customersToPush(_ system: String) throws -> [Int64] {
    try Int64.fetchAll(
      db, sql: Self.pushQuery("customer.id") + " ORDER BY \(CustomerSearch.numberOrder("ASC"))", arguments: [system])
  }

  /// How many ``customersToPush(_:)`` there are.
  package func queueLength(_ system: String) throws -> Int {
    try Int.fetchOne(db, sql: Self.pushQuery("count(*)"), arguments: [system])!
  }

  /// The active customers whose record in a system was deleted there, by id.
  package func activeCustomersGone(in system: String) throws -> [Int64] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT customer.id FROM link INDEXED BY link_push JOIN customer ON customer.id = link.customer
        WHERE link.system = ? AND is_gone AND active ORDER BY customer.id
        """, arguments: [system])
  }

  /// The failures that stand for customers that still wait, oldest first.
  package func failedPushes(_ system: String) throws -> [PushEntry] {
    let waits = Self.pushQuery("1") + " AND customer.id = push.customer"
    return try Row.fetchAll(
      db, cached: PushEntry.query + " WHERE state = 'failed' AND EXISTS (\(waits)) AND system = ? ORDER BY id",
      [system, system]
    ).map(PushEntry.init)
  }

  /// One scan of the customers beside one scan of an index, both by id. The index is named, since the planner would
  /// rather take the unique one, which leads to the records.
  private static func pushQuery(_ columns: String) -> String {
    """
    SELECT \(columns) FROM customer LEFT JOIN link INDEXED BY link_push ON link.customer = customer.id AND link.system = ?
    WHERE (CASE WHEN link.customer IS NULL THEN active ELSE is_gone = 0 AND synced_revision <> revision END)
    """
  }
}
