import GRDB
import GRDBSQLite

@testable import RegisterStore

extension Register {
  /// How much SQLite does for a reading, in steps of its machine: the same on every computer.
  func steps(_ body: (RegisterReader) throws -> Void) throws -> Int {
    try read { reader in
      var count = 0
      try withUnsafeMutablePointer(to: &count) { pointer in
        let connection = reader.db.sqliteConnection
        sqlite3_progress_handler(
          connection, 1,
          { context in
            context?.assumingMemoryBound(to: Int.self).pointee += 1
            return 0
          }, pointer)
        defer { sqlite3_progress_handler(connection, 0, nil, nil) }
        try body(reader)
      }
      return count
    }
  }

  /// How many pages of the file a reading takes that are not in memory yet.
  func pages(_ body: (RegisterReader) throws -> Void) throws -> Int {
    try read { reader in
      try body(reader)
      var (count, most): (Int32, Int32) = (0, 0)
      sqlite3_db_status(reader.db.sqliteConnection, SQLITE_DBSTATUS_CACHE_MISS, &count, &most, 0)
      return Int(count)
    }
  }
}
