import GRDB

/// Which state of which register an index of searched texts belongs to.
struct SearchStamp: Equatable {
  /// The register's own identity: 32 letters.
  var register: String
  /// The last run that it knows of, and a digest of what that run said of itself: a register that was restored from a
  /// backup may give the same number to another run.
  var run: Int64
  var runDigest: UInt64
  /// The id that the next new customer gets.
  var nextCustomer: Int64
  /// How often a customer's data was removed: an index from before a removal must not live on.
  var removals: Int64

  /// The present state.
  init(_ db: Database) throws {
    register = try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = 'register'") ?? ""
    run = try Int64.fetchOne(db, sql: "SELECT ifnull(max(id), 0) FROM run") ?? 0
    nextCustomer = try Int64.fetchOne(db, sql: "SELECT value FROM meta WHERE key = 'nextCustomer'") ?? 1
    removals = try Int64.fetchOne(db, sql: "SELECT count(*) FROM forgotten") ?? 0
    runDigest = try Self.digest(ofRun: run, db)
  }

  init(register: String, run: Int64, runDigest: UInt64, nextCustomer: Int64, removals: Int64) {
    self.register = register
    self.run = run
    self.runDigest = runDigest
    self.nextCustomer = nextCustomer
    self.removals = removals
  }

  /// True when the register of this state, or of an earlier one that it grew from, is what an index was made from.
  func grew(from earlier: SearchStamp, _ db: Database) throws -> Bool {
    try register == earlier.register && removals == earlier.removals && run >= earlier.run
      && Self.digest(ofRun: earlier.run, db) == earlier.runDigest
  }

  /// FNV-1a over what a finished run says of itself and never changes. Source: RFC 9923.
  private static func digest(ofRun run: Int64, _ db: Database) throws -> UInt64 {
    let text = try String.fetchOne(
      db,
      sql: """
        SELECT started_at || '|' || source || '|' || user || '|' || ifnull(first_customer, '') || '|'
            || ifnull(last_customer, '') || '|' || rows || '|' || created || '|' || updated FROM run WHERE id = ?
        """, arguments: [run])
    return (text ?? "").utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
