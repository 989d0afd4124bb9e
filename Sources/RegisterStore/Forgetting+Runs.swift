import GRDB

extension RegisterWriter {
  /// Gives every run's source, report and kind, and keeps what the body makes of the first two; nil keeps them as they are.
  package func rewriteRuns(
    _ body: (_ run: Int, _ source: String, _ report: String?, _ kind: RunRecord.Kind) throws -> (
      source: String, report: String?
    )?
  ) throws {
    let ids = try Int64.fetchAll(db, sql: "SELECT id FROM run")
    for id in ids {
      let row = try Row.fetchOne(db, cached: "SELECT source, report, kind FROM run WHERE id = ?", [id])!
      guard let new = try body(Int(id), row[0], row[1], RunRecord.Kind(rawValue: row[2])!) else { continue }
      try db.execute(
        sql: "UPDATE run SET source = ?, report = ? WHERE id = ?", arguments: [new.source, new.report, id])
    }
  }
}

extension Register {
  /// Rewrites the register's file without what was deleted or overwritten in it, and empties the log beside it.
  ///
  /// Takes as long as copying the file, and as much space on the disk meanwhile.
  ///
  /// - Returns: false when another program that reads the register kept the log from being emptied.
  package func eraseFreedSpace() throws -> Bool {
    do {
      try queue.vacuum()
      return try queue.writeWithoutTransaction { db in
        do {
          try db.checkpoint(.truncate)
          return true
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
          return false
        }
      }
    } catch {
      throw Self.translated(error, path: path)
    }
  }
}
