import Foundation
import GRDB
package import Rows

/// What the register remembers of rows that it took before, for one kind of source: a mapping against a header, under
/// the register's settings and the rules of one configuration.
///
/// A digest is valid as long as the customer has not changed by other means: every change of a customer removes its
/// digests. Only those that tell whose a row without number is stay until the customer is deleted.
package struct RowDigests {
  package let source: Int64
  private var waiting: BulkRows

  init(_ writer: RegisterWriter, fingerprint: [UInt8], identifiesRows: Bool) throws {
    let db = writer.db
    try db.execute(
      sql: """
        INSERT INTO digest_source (fingerprint, last_run, identifies) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET last_run = excluded.last_run
        """, arguments: [fingerprint.databaseBlob, writer.run, identifiesRows])
    source = try Int64.fetchOne(
      db, sql: "SELECT id FROM digest_source WHERE fingerprint = ?", arguments: [fingerprint.databaseBlob])!
    let old = try Int64.fetchAll(
      db, sql: "SELECT id FROM digest_source WHERE NOT identifies ORDER BY last_run DESC LIMIT -1 OFFSET ?",
      arguments: [RowDigestRetention.sources])
    for id in old {
      try db.execute(sql: "DELETE FROM row_digest WHERE source = ?", arguments: [id])
      try db.execute(sql: "DELETE FROM digest_source WHERE id = ?", arguments: [id])
    }
    waiting = BulkRows(
      db, "INSERT OR REPLACE", into: "row_digest", columns: ["customer", "source", "high", "low"])
  }

  /// Remembers the row last taken for a customer, once ``flush()`` is called.
  package mutating func remember(_ digest: RowDigest, customer: Int64) {
    waiting.append(.integer(customer))
    waiting.append(.integer(source))
    waiting.append(.integer(Int64(bitPattern: digest.high)))
    waiting.append(.integer(Int64(bitPattern: digest.low)))
  }

  /// Writes what is to be remembered. To be called after each batch.
  package mutating func flush() throws { try waiting.flush(arena: UnsafeRawBufferPointer(start: nil, count: 0)) }
}

extension RegisterReader {
  /// All digests of one kind of source in the order of their customers, by one sequential scan; empty when there are none.
  package func digestList(fingerprint: [UInt8]) throws -> DigestList {
    guard
      let source = try Int64.fetchOne(
        db, sql: "SELECT id FROM digest_source WHERE fingerprint = ?", arguments: [fingerprint.databaseBlob])
    else { return DigestList() }
    let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM row_digest")!
    var entries: [DigestList.Entry] = []
    entries.reserveCapacity(count)
    let scan = try SQLiteStatement(db, "SELECT high, low, customer FROM row_digest WHERE source = ?1 ORDER BY customer")
    scan.bind(1, source)
    while try scan.step() {
      let digest = RowDigest(
        high: UInt64(bitPattern: scan.integer(0)), low: UInt64(bitPattern: scan.integer(1)))
      entries.append(DigestList.Entry(digest: digest, customer: scan.integer(2)))
    }
    scan.reset()
    return DigestList(entries)
  }

  /// A number that is the register's own secret: it seeds the digests, so that nobody can make rows that collide.
  package func digestSeed() throws -> UInt64 {
    UInt64(try identity().prefix(16), radix: 16)!
  }
}

extension RegisterWriter {
  /// The digests of one kind of source, for this run to add to.
  ///
  /// - Parameter identifiesRows: true for digests that tell whose a row is that has no number of its own. They outlive
  ///   changes of the customer.
  package func digests(fingerprint: [UInt8], identifiesRows: Bool = false) throws -> RowDigests {
    try RowDigests(self, fingerprint: fingerprint, identifiesRows: identifiesRows)
  }
}

extension [UInt8] {
  fileprivate var databaseBlob: Data { Data(self) }
}
