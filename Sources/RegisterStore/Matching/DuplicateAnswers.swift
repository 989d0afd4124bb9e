package import Differ
package import Foundation
import GRDB

/// What a person said of two customers that look alike.
package struct DuplicateAnswer: Sendable, Equatable {
  /// The lower id.
  package let first: Int64
  package let second: Int64
  package let isSame: Bool

  package init(_ a: Int64, _ b: Int64, isSame: Bool) {
    first = min(a, b)
    second = max(a, b)
    self.isSame = isSame
  }
}

extension RegisterReader {
  /// Every customer, by one scan of the table, in the finder that tells which look alike.
  package func duplicateFinder() throws -> DuplicateFinder {
    var finder = DuplicateFinder()
    let scan = try SQLiteStatement(
      db,
      """
      SELECT id, active, name, identity_number, coalesce(invoice_postal_code, visiting_postal_code, mail_postal_code),
        email, phone, mobile
      FROM customer
      """)
    while try scan.step() {
      finder.add(
        DuplicateFinder.Customer(
          id: scan.integer(0), isActive: scan.integer(1) != 0, name: scan.bytes(2), identityNumber: scan.bytes(3),
          postalCode: scan.bytes(4), email: scan.bytes(5), phone: scan.bytes(6), mobile: scan.bytes(7)))
    }
    scan.reset()
    return finder
  }

  /// What was said of pairs, by the ids of their customers.
  package func duplicateAnswers() throws -> [DuplicateAnswer] {
    try Row.fetchAll(db, sql: "SELECT first, second, is_same FROM duplicate_answer ORDER BY first, second").map {
      DuplicateAnswer($0[0], $0[1], isSame: $0[2])
    }
  }
}

extension RegisterWriter {
  /// Remembers what a person said of a pair, in place of what was said before.
  package func remember(_ answer: DuplicateAnswer, user: String, at time: Date = Date()) throws {
    try db.execute(
      sql: """
        INSERT INTO duplicate_answer VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET is_same = excluded.is_same, user = excluded.user, answered_at = excluded.answered_at
        """, arguments: [answer.first, answer.second, answer.isSame, user, Self.timestamp(time)])
  }

  /// Forgets what was said of a pair.
  package func forgetDuplicateAnswer(_ a: Int64, _ b: Int64) throws {
    try db.execute(
      sql: "DELETE FROM duplicate_answer WHERE first = ? AND second = ?", arguments: [min(a, b), max(a, b)])
  }
}
