package import CustomerModel
import Differ
import Foundation
import GRDB
package import Texts

/// What can be written to a register within one transaction. Not to be kept after it.
package final class RegisterWriter: RegisterReader {
  /// The run that the changes belong to, once it began.
  private(set) var run: Int64 = 0
  private var runStart = Date()
  /// The id that the next new customer gets. Ids are never used twice: history hangs on them.
  var nextCustomer: Int64 = 0
  private var firstCustomer: Int64 = 0
  /// How many changes were applied to customers, those that made them apart.
  var changes: Int64 = 0
  /// The run that new names and custom fields are counted to: this one, or the one that is done again when an undo is
  /// undone.
  private var owner: Int64?
  /// True when the run takes back another that was no undo itself: an undo of an undo does again what was done.
  private(set) var isUndo = false
  /// True when rows that refer to a customer do not go with it by themselves.
  var removesReferringRows = false
  /// The names that this transaction added to the register's lists, in the order of their coming.
  package private(set) var addedReferences: [ReferenceKind: [String]] = [:]
  /// Who was assigned to which customer before this transaction changed it.
  var assignments = AssignmentLedger()
  /// True while the indexes are gone for the loading of an empty register.
  private var isLoading = false
  /// Takes the searched texts of all that are created while an empty register is loaded.
  private(set) var texts: LoadedTexts?

  /// Begins the run that all changes of this transaction belong to.
  @discardableResult
  package func begin(_ description: RunDescription) throws -> Int {
    precondition(run == 0, "one transaction is one run")
    runStart = description.start
    try db.execute(
      sql: """
        INSERT INTO run (kind, source, mapping, user, started_at, reverts, reverts_part) VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        description.kind.rawValue, description.source, description.mapping, description.user,
        Self.timestamp(description.start), description.reverts, description.revertsPart,
      ])
    run = db.lastInsertedRowID
    let undone = description.reverts ?? description.revertsPart
    isUndo = try isUndo(of: undone)
    owner = try undone.flatMap(runUndone).map(Int64.init) ?? run
    nextCustomer = try Int64.fetchOne(db, sql: "SELECT value FROM meta WHERE key = 'nextCustomer'")!
    firstCustomer = nextCustomer
    return Int(run)
  }

  private func isUndo(of run: Int?) throws -> Bool {
    guard let run else { return false }
    return try !isUndo(of: runUndone(by: run))
  }

  /// The run that another took back, as a whole or in part.
  private func runUndone(by run: Int) throws -> Int? {
    try Int.fetchOne(db, sql: "SELECT coalesce(reverts, reverts_part) FROM run WHERE id = ?", arguments: [run])
  }

  /// Prepares for the loading of an empty register: indexes are built once, after the rows. The caller vouches that no
  /// number comes twice; the unique index proves it before the transaction ends.
  package func beginLoading() throws {
    guard !isLoading, try !hasCustomers() else { return }
    isLoading = true
    texts = SearchIndex.path(of: db).map { LoadedTexts(for: SearchIndexFile(registerPath: $0)) }
    try db.execute(sql: "DROP INDEX customer_number; DROP INDEX customer_identity")
  }

  /// Ends the run with what came of it.
  ///
  /// - Parameters:
  ///   - rejects: the file of the rejected rows, from the working directory; it is kept as an absolute path.
  ///   - report: JSON text, with its sentences in each language.
  package func endRun(_ counts: RunRecord.Counts, rejects: String? = nil, report: Text? = nil) throws {
    try db.execute(
      sql: """
        UPDATE run SET seconds = ?, first_customer = ?, last_customer = ?, rows = ?, created = ?, updated = ?,
          unchanged = ?, reactivated = ?, inactivated = ?, deleted = ?, rejected = ?, warnings = ?, rejects = ?, report = ?,
          swedish_report = ?
        WHERE id = ?
        """,
      arguments: [
        Date().timeIntervalSince(runStart), firstCustomer, nextCustomer - 1, counts.rows, counts.created,
        counts.updated,
        counts.unchanged, counts.reactivated, counts.inactivated, counts.deleted, counts.rejected, counts.warnings,
        rejects.map(Self.absolute), report?.english, report?.storedSwedish, run,
      ])
  }

  /// Replaces the report of a run that ended, in an earlier transaction or this one: what a sync did after its merge was
  /// committed belongs to the same account.
  ///
  /// - Parameters:
  ///   - report: JSON text, with its sentences in each language; nil leaves it as it is.
  ///   - seconds: how long the whole took; nil leaves what the run's own transaction took.
  package func amendRun(_ run: Int, report: Text?, seconds: Double? = nil) throws {
    try db.execute(
      sql: """
        UPDATE run SET report = ifnull(:report, report), seconds = ifnull(:seconds, seconds),
          swedish_report = CASE WHEN :report IS NULL THEN swedish_report ELSE :swedish END
        WHERE id = :run
        """,
      arguments: ["report": report?.english, "swedish": report?.storedSwedish, "seconds": seconds, "run": run])
    precondition(db.changesCount == 1, "a run that began is amended")
  }

  /// Called by the register before it commits.
  func finish() throws {
    texts?.end()
    if isLoading { try db.execute(sql: Schema.numberIndex + ";" + Schema.identityIndex) }
    if run != 0 {
      try notifyAssigned(createdFrom: firstCustomer, upTo: nextCustomer)
      try db.execute(sql: "UPDATE meta SET value = ? WHERE key = 'nextCustomer'", arguments: [nextCustomer])
    }
    if let texts {
      try keep(texts)
    } else {
      let touched = nextCustomer - firstCustomer + changes
      if touched > 0 { afterwards { $0.renewSearchIndex(touched: touched) } }
    }
  }

  private func keep(_ texts: LoadedTexts) throws {
    // A customer that was changed after it was created has other texts by now.
    let hasChanged = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM change WHERE run = ?)", arguments: [run])!
    guard !hasChanged else { return }
    let (stamp, count) = try (SearchStamp(db), nextCustomer - firstCustomer)
    afterwards { texts.keep(for: stamp, count: count, in: $0) }
  }

  package func set(_ setting: Setting, to value: Int) throws {
    try db.execute(
      sql: "INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
      arguments: [setting.rawValue, value])
  }

  /// Adds a name to one of the register's lists if it is not there. Returns true when it was added.
  @discardableResult
  package func addReference(_ name: String, to kind: ReferenceKind) throws -> Bool {
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO \(kind.table) (name, created_run) VALUES (?, ?)")
      .execute(arguments: [name, owner])
    let isNew = db.changesCount > 0
    if isNew { addedReferences[kind, default: []].append(name) }
    return isNew
  }

  /// Adds a custom field. The name must be free.
  package func addCustomField(_ definition: CustomFieldDefinition) throws {
    let choices = String(decoding: try JSONEncoder().encode(definition.choices), as: UTF8.self)
    try db.execute(
      sql: "INSERT INTO custom_field (name, kind, choices, created_run) VALUES (?, ?, ?, ?)",
      arguments: [definition.name, definition.kind.rawValue, choices, owner])
  }

  static func timestamp(_ date: Date) -> String {
    // What Foundation's `ISO8601Format` writes, of which the first costs a small import as much as its ten rows.
    var seconds = time_t(date.timeIntervalSince1970.rounded(.down))
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func digits(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let day = [parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday].map(digits).joined(separator: "-")
    let time = [parts.tm_hour, parts.tm_min, parts.tm_sec].map(digits).joined(separator: ":")
    return "\(day)T\(time)Z"
  }
}
