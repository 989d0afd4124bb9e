import GRDB
package import Texts

extension RegisterWriter {
  /// Gives every run's source, report and kind, and keeps what the body makes of the first two; nil keeps them as they are.
  package func rewriteRuns(
    _ body: (_ run: Int, _ source: String, _ report: Text?, _ kind: RunRecord.Kind) throws -> (
      source: String, report: Text?
    )?
  ) throws {
    let ids = try Int64.fetchAll(db, sql: "SELECT id FROM run")
    for id in ids {
      let row = try Row.fetchOne(db, cached: "SELECT source, report, swedish_report, kind FROM run WHERE id = ?", [id])!
      let report = Text(stored: row[1], swedish: row[2])
      guard let new = try body(Int(id), row[0], report, RunRecord.Kind(rawValue: row[3])!) else { continue }
      try db.execute(
        sql: "UPDATE run SET source = ?, report = ?, swedish_report = ? WHERE id = ?",
        arguments: [new.source, new.report?.english, new.report?.storedSwedish, id])
    }
  }
}

extension Register {
  /// What became of the space of what was deleted.
  package enum Erasure: Sendable, Equatable {
    case done
    /// Another program uses the register, so that its file or the log beside it may still hold what was deleted.
    case inUse
    /// The file may still hold what was deleted, for this reason.
    case failed(reason: Text)
  }

  /// Rewrites the register's file without what was deleted or overwritten in it, and empties the log beside it.
  ///
  /// Takes as long as copying the file, and as much space on the disk meanwhile. The deletion itself is committed before, so that
  /// no failure here is one of the register.
  package func eraseFreedSpace() -> Erasure {
    do {
      try queue.vacuum()
      try queue.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
      return .done
    } catch let error as DatabaseError {
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: return .inUse
      case .SQLITE_FULL: return .failed(reason: RegisterTexts.noRoomToErase)
      // SQLite's own message never holds bound values, so no customer's data leaks here.
      default: return .failed(reason: Text(verbatim: error.message ?? "\(error.resultCode)"))
      }
    } catch {
      return .failed(reason: Text(verbatim: "\(error)"))
    }
  }
}
