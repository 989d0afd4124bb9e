import CustomerModel
import Foundation
import GRDB
import Synchronization

/// A customer register: one SQLite file.
///
/// Reading and writing happen in one transaction each. A writing transaction takes the register's only write lock when it
/// begins, waits a few seconds for another run to finish, and leaves the register untouched when its body throws.
package final class Register: Sendable {
  package let path: String
  let queue: DatabaseQueue
  /// True once something was written that stays, whatever fails later.
  private let hasWritten = Mutex(false)

  /// KiB of pages kept in memory: room for the ends of every table while a register is filled, for sorting its indexes, and
  /// for the pages that a night's changes touch.
  private static let cacheSize = 32_000

  /// Opens an existing register and brings its schema up to date.
  ///
  /// - Throws: ``KundregError`` when there is no register, when the file is something else, or when it was made by a
  ///   later version of the program.
  package convenience init(existing path: String, patience: Double = lockTimeout) throws {
    guard FileManager.default.fileExists(atPath: path) else {
      throw KundregError(.registerMissing, RegisterTexts.missing(path), remedies: [.createRegister(path: path)])
    }
    try self.init(path: path, patience: patience)
  }

  /// Opens a register, creating an empty one where there is none.
  package static func create(at path: String, patience: Double = lockTimeout) throws -> Register {
    try Register(path: path, patience: patience)
  }

  /// - Parameter step: the step of the schema to bring the register up to: an earlier one makes it as an earlier version
  ///   of the program did.
  init(path: String, patience: Double, step: Int = Schema.stepCount) throws {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.label = "register"
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = -\(Self.cacheSize)")
      SearchFunctions.add(to: db)
      BulkTable.add(to: db)
    }
    self.path = path
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      if try queue.read(Self.isForeign) {
        throw KundregError(.registerForeign, RegisterTexts.isOfAnotherProgram(path))
      }
      try queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = WAL") }
      let migrator = Schema.migrator(upTo: step)
      if try queue.read(migrator.hasBeenSuperseded) {
        throw KundregError(.registerNewer, RegisterTexts.isNewer(path))
      }
      try Self.migrate(queue, by: migrator, steps: step)
    } catch {
      throw Self.translated(error, path: path)
    }
  }

  /// True for a database that holds something, but nothing of ours.
  private static func isForeign(_ db: Database) throws -> Bool {
    let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master WHERE type = 'table'")!
    return try tables > 0 && !db.tableExists("grdb_migrations")
  }

  /// Takes the steps that are left. Another process may take them at the same time: then a step fails here because it is
  /// taken, and the next attempt goes on after it.
  private static func migrate(_ queue: DatabaseQueue, by migrator: DatabaseMigrator, steps: Int) throws {
    for others in (0..<steps).reversed() {
      if try queue.read(migrator.hasCompletedMigrations) { return }
      do {
        try migrator.migrate(queue)
      } catch {
        if others == 0 { throw error }
      }
    }
  }

  /// Reads in one transaction: everything seen belongs to one state of the register.
  package func read<T>(_ body: (RegisterReader) throws -> T) throws -> T {
    do {
      var deferred: [(Register) -> Void] = []
      // Done last, when the answer is given and no transaction is open.
      defer { for work in deferred { work(self) } }
      return try queue.read { db in
        let reader = RegisterReader(db)
        defer { deferred = reader.deferred }
        return try body(reader)
      }
    } catch {
      throw translated(error)
    }
  }

  /// Writes in one transaction, which is on disk when this returns and has left no trace when it throws.
  ///
  /// - Throws: ``KundregError`` with status 75 when another run holds the register for longer than the patience.
  package func write<T>(_ body: (RegisterWriter) throws -> T) throws -> T { try transact(body, end: .commit) }

  /// Does what ``write(_:)`` does and takes everything back: for finding out what would happen. Nothing stays on disk, and
  /// the ids that were given are given again.
  ///
  /// - Throws: what ``write(_:)`` throws: it holds the register's write lock meanwhile, too.
  package func rehearse<T>(_ body: (RegisterWriter) throws -> T) throws -> T { try transact(body, end: .rollback) }

  /// Does what several runs would do, one after the other, and takes everything back.
  ///
  /// - Parameter then: looks at what came of them.
  /// - Throws: what ``rehearse(_:)`` throws.
  package func rehearse<T>(
    _ runs: [(RegisterWriter) throws -> Void], then: (RegisterWriter) throws -> T
  ) throws -> T {
    try rehearse { writer in
      for run in runs {
        let ofRun = RegisterWriter(writer.db)
        try run(ofRun)
        try ofRun.finish()
      }
      return try then(writer)
    }
  }

  private func transact<T>(
    _ body: (RegisterWriter) throws -> T, end: Database.TransactionCompletion
  ) throws -> T {
    try settle { db in try Self.transact(db, body, end: end) }
  }

  /// What a transaction came to, and what is to be done once it is committed and nobody is kept from the register.
  struct Transacted<T> {
    let result: T
    let isCommitted: Bool
    let deferred: [(Register) -> Void]
  }

  /// Does a transaction's work, and then what it deferred.
  func settle<T>(_ work: (Database) throws -> Transacted<T>) throws -> T {
    let done: Transacted<T>
    do {
      done = try queue.writeWithoutTransaction(work)
    } catch {
      throw translated(error)
    }
    if done.isCommitted { hasWritten.withLock { $0 = true } }
    for work in done.deferred { work(self) }
    return done.result
  }

  static func transact<T>(
    _ db: Database, _ body: (RegisterWriter) throws -> T, end: Database.TransactionCompletion
  ) throws -> Transacted<T> {
    var done: Transacted<T>?
    try db.inTransaction(.immediate) {
      let writer = RegisterWriter(db)
      let result = try body(writer)
      try writer.finish()
      // What is taken back was never there.
      let isCommitted = end == .commit
      done = Transacted(
        result: result, isCommitted: isCommitted, deferred: isCommitted ? writer.deferred : [])
      return end
    }
    return done!
  }

  /// Copies the register, as it is at one moment, into a new file, while others may go on reading and writing.
  package func backUp(to destination: String) throws {
    guard !FileManager.default.fileExists(atPath: destination) else {
      throw KundregError(.backupExists, RegisterTexts.backupExists(destination))
    }
    var isOpen = false
    do {
      let copy = try DatabaseQueue(path: destination)
      isOpen = true
      try queue.backup(to: copy)
      try copy.close()
    } catch {
      try? FileManager.default.removeItem(atPath: destination)
      // A new file that is open has nothing to be busy or damaged: that is said of what is copied.
      let code = (error as? DatabaseError)?.resultCode
      let isOfSource = [.SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_NOTADB, .SQLITE_CORRUPT].contains(code)
      throw Self.translated(error, path: isOpen && isOfSource ? path : destination)
    }
  }

  private func translated(_ error: any Error) -> any Error {
    Self.translated(error, path: path, hasWritten: hasWritten.withLock(\.self))
  }

  /// Turns what SQLite says into a sentence and an exit status.
  ///
  /// - Parameter hasWritten: true when the command wrote something before which stays, as a sync does.
  private static func translated(_ error: any Error, path: String, hasWritten: Bool = false) -> any Error {
    guard let error = error as? DatabaseError else { return error }
    return switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      KundregError(.registerBusy, RegisterTexts.isBusy(path, isKept: hasWritten))
    case .SQLITE_NOTADB, .SQLITE_CORRUPT:
      KundregError(.registerDamaged, RegisterTexts.isDamaged(path), remedies: [.checkRegister])
    case .SQLITE_CANTOPEN: KundregError(.registerCannotOpen, RegisterTexts.cannotOpen(path))
    case .SQLITE_READONLY, .SQLITE_PERM: KundregError(.registerReadOnly, RegisterTexts.isReadOnly(path))
    case .SQLITE_FULL: KundregError(.registerFull, RegisterTexts.diskIsFull(path, isKept: hasWritten))
    default:
      KundregError(.registerError, RegisterTexts.answered(path, error.message ?? "\(error.resultCode)"))
    }
  }
}
