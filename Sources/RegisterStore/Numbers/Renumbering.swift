import GRDB

extension RegisterReader {
  /// True when a number was given up by a deleted or renumbered customer, and so is kept from all others. A customer may
  /// take back what was its own.
  package func isReserved(_ number: String, forOthersThan customer: Int64) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM retired_number WHERE number = ?1 AND reserved)
          AND NOT EXISTS (SELECT 1 FROM change WHERE customer = ?2 AND field = 'number' AND old = ?1)
        """, arguments: [number, customer])!
  }
}

extension RegisterWriter {
  /// Takes a number out of use that a customer gave up: it is never generated again, and given by hand only when an undo took
  /// it and it was not reserved before.
  func retire(_ number: String) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO retired_number (number, reserved) VALUES (?, ?)
        ON CONFLICT DO UPDATE SET reserved = max(reserved, excluded.reserved)
        """
    ).execute(arguments: [number, !isUndo])
  }

  /// A customer has a number again that it had given up. Where an undo gives it back, it was never given up.
  func takeBack(_ number: String) throws {
    guard isUndo else { return }
    try db.cachedStatement(sql: "UPDATE retired_number SET reserved = 0 WHERE number = ?").execute(arguments: [number])
  }

  /// Takes the number that a customer gives up out of use, as a deleted customer's is.
  func exchangeNumber(_ old: String, for new: String) throws {
    try retire(old)
    try takeBack(new)
  }
}
