import GRDB

extension Register {
  /// Does what ``write(_:)`` does, in the way that fills an empty register fastest: to be used where many customers may
  /// come. A register that has customers is written as ever.
  ///
  /// What an empty register can do without while it is filled:
  /// - A write-ahead log, which every page would be written to before it is written to its place. Pages that are new need
  ///   no journal either, so SQLite's rollback journal leaves one writing of each. It is as safe, and the finished run is
  ///   on disk; but others must wait, to whom an empty register had nothing to say.
  /// - The search for what each reference refers to, and the constraints, which repeat what the rules checked: the
  ///   customers come from ``BatchCreator``, which adds the names it needs. Both stay in force for everything after, and
  ///   ``RegisterReader/integrityProblems()`` asks them of all that is there.
  ///
  /// - Throws: what ``write(_:)`` throws.
  package func load<T>(_ body: (RegisterWriter) throws -> T) throws -> T {
    do {
      return try settle { db in
        guard try RegisterReader(db).hasCustomers() == false else {
          return try Self.transact(db, body, end: .commit)
        }
        // A reader of the moment makes SQLite keep the log: the load is slower then, and as right.
        try? db.execute(sql: "PRAGMA journal_mode = DELETE")
        try db.execute(sql: "PRAGMA foreign_keys = OFF")
        defer {
          try? db.execute(
            sql: """
              PRAGMA foreign_keys = ON; PRAGMA ignore_check_constraints = OFF; PRAGMA journal_mode = WAL
              """)
        }
        let checked: (RegisterWriter) throws -> T = { writer in
          // Another run may have filled it just now.
          if try writer.hasCustomers() { throw Filled() }
          try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
          return try body(writer)
        }
        return try Self.transact(db, checked, end: .commit)
      }
    } catch is Filled {
      return try write(body)
    }
  }

  /// The register was empty when a load was prepared, and no longer when it began.
  private struct Filled: Error {}
}
