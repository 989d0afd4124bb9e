import CustomerModel
import Foundation
import GRDB
import GRDBSQLite

extension SearchIndex {
  /// True when the texts of the register's customers are kept in a file.
  static func isKept(_ db: Database) throws -> Bool { try SearchStamp(db).nextCustomer > fileThreshold }

  /// The register's file; nil for one in memory.
  static func path(of db: Database) -> String? {
    let path = sqlite3_db_filename(db.sqliteConnection, "main").map { String(cString: $0) }
    return path == "" ? nil : path
  }

  /// True when the transaction has written something.
  static func isWriting(_ db: Database) -> Bool {
    sqlite3_txn_state(db.sqliteConnection, "main") == SQLITE_TXN_WRITE
  }

  /// The index that fits what a transaction sees.
  ///
  /// - Parameter reader: what is worth keeping is written to the file when its reading is over, so that no answer waits.
  /// - Throws: ``KundregError`` `search.tooLarge` when the texts of the customers exceed four gigabytes.
  static func current(_ reader: RegisterReader) throws -> Current {
    let db = reader.db
    let now = try SearchStamp(db)
    guard let path = path(of: db), now.nextCustomer > fileThreshold else {
      return try Current(base: nil, changed: [], recent: SearchIndex(SearchEntries(db, .all).sortedByNumber))
    }
    let file = SearchIndexFile(registerPath: path)
    // What a transaction has written and not committed belongs into no file.
    let isReading = !isWriting(db)
    if let (base, stamp) = file.open(), try now.grew(from: stamp, db),
      let changed = try changedCustomers(since: stamp, most: mostChanged(of: base.count), db)
    {
      var entries = try SearchEntries(db, .these(changed))
      let created = try createdSince(stamp, db, at: now, path: isReading ? path : nil)
      guard created.allSatisfy({ entries.append($0) }) else { throw SearchEntries.tooLarge }
      let recent = entries.sortedByNumber
      let current = Current(base: base, changed: changed, recent: SearchIndex(recent))
      if isReading, changed.count + recent.count > mostBeside(base.count) {
        reader.afterwards { register in
          if let merged = current.merged() { register.keep([merged], now, in: file) }
        }
      }
      return current
    }
    guard isReading else {
      return try Current(base: nil, changed: [], recent: SearchIndex(SearchEntries(db, .all).sortedByNumber))
    }
    let halves = try SearchEntries.halves(db, at: now, path: path)
    let (first, second) = (halves.first.sortedByNumber, halves.second.sortedByNumber)
    let current = Current(base: SearchIndex(first), changed: [], recent: SearchIndex(second))
    let follow =
      first.count == 0 || second.count == 0 || NumberOrder.precedes(first.number(first.count - 1), second.number(0))
    reader.afterwards { register in
      if let parts = follow ? [first, second] : current.merged().map({ [$0] }) { register.keep(parts, now, in: file) }
    }
    return current
  }

  /// The customers of a state that later runs changed or deleted, or brought back; nil when they are more than `most`.
  private static func changedCustomers(since stamp: SearchStamp, most: Int, _ db: Database) throws -> Set<Int64>? {
    let changed = try Set(
      Int64.fetchAll(
        db, sql: "SELECT DISTINCT customer FROM change WHERE run > ? AND customer < ? LIMIT ?",
        arguments: [stamp.run, stamp.nextCustomer, most + 1]))
    return changed.count > most ? nil : changed
  }

  /// The texts of the customers that a state did not have.
  ///
  /// - Parameter path: the register's file; nil when nobody else can read what `db` sees.
  private static func createdSince(
    _ stamp: SearchStamp, _ db: Database, at now: SearchStamp, path: String?
  ) throws -> [SearchEntries] {
    guard let path, now.nextCustomer - stamp.nextCustomer > fileThreshold else {
      return [try SearchEntries(db, .range(stamp.nextCustomer..<Int64.max))]
    }
    let halves = try SearchEntries.halves(db, at: now, path: path, from: stamp.nextCustomer)
    return [halves.first, halves.second]
  }
}
