import CustomerModel
import Foundation
import GRDB
import GRDBSQLite

extension SearchIndex {
  /// How many customers a register has before the texts are kept in a file: fewer are read in a few hundredths of a
  /// second.
  static let fileThreshold: Int64 = 20_000

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

  /// The index that fits what a transaction sees, as two: what the file holds, and what has changed since.
  struct Current {
    /// Nil when there is no file that fits.
    let base: SearchIndex?
    /// The customers whose entries in the base no longer hold.
    let changed: Set<Int64>
    /// The entries that do hold for them.
    let recent: SearchIndex
  }

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
      let changed = try changedCustomers(since: stamp, most: max(1000, base.count / 4), db)
    {
      var entries = try SearchEntries(db, .these(changed))
      let created = try createdSince(stamp, db, at: now, path: isReading ? path : nil)
      guard created.allSatisfy({ entries.append($0) }) else { throw SearchEntries.tooLarge }
      let recent = entries.sortedByNumber
      let current = Current(base: base, changed: changed, recent: SearchIndex(recent))
      if isReading, changed.count + recent.count > max(200, base.count / 200) {
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

extension SearchIndex.Current {
  /// The customers that hold all words, in the order of their numbers, at most `limit` of them.
  ///
  /// - Parameter isAdmitted: asked of the customers with the words.
  func customers(
    with words: SearchWords, activity: CustomerSearch.Activity, limit: Int, where isAdmitted: (Int64) -> Bool
  ) -> [Int64] {
    let new = recent.entries(with: words, limit: limit) {
      isListed(recent, $0, activity) && isAdmitted(recent.customer($0))
    }
    guard let base else { return new.map(recent.customer) }
    let old = base.entries(with: words, limit: limit) {
      isListed(base, $0, activity) && isAdmitted(base.customer($0))
    }
    return Array(Self.merge(base, old, recent, new).lazy.map { $0.index.customer($0.entry) }.prefix(limit))
  }

  /// All customers that hold all words.
  func customers(with words: SearchWords, activity: CustomerSearch.Activity) -> CustomerSet {
    var set = CustomerSet()
    for index in [base, recent].compactMap(\.self) {
      index.visit(with: words) {
        if isListed(index, $0, activity) { set.insert(index.customer($0)) }
        return true
      }
    }
    return set
  }

  /// True when an entry holds, of a customer that such a search shows.
  private func isListed(_ index: SearchIndex, _ entry: Int, _ activity: CustomerSearch.Activity) -> Bool {
    switch activity {
    case .all: break
    case .active: guard index.isActive(entry) else { return false }
    case .inactive: guard !index.isActive(entry) else { return false }
    }
    return index === recent || changed.isEmpty || !changed.contains(index.customer(entry))
  }

  /// All entries that hold, in the order of their numbers; nil when they are too many for one file.
  fileprivate func merged() -> SearchEntries? {
    var entries = SearchEntries()
    guard let base else { return entries }
    let old = (0..<base.count).filter { !changed.contains(base.customer($0)) }
    for (index, entry) in Self.merge(base, old, recent, Array(0..<recent.count)) {
      guard entries.append(index.entry(entry), customer: index.customer(entry), isActive: index.isActive(entry)) else {
        return nil
      }
    }
    return entries
  }

  private static func merge(
    _ base: SearchIndex, _ old: [Int], _ recent: SearchIndex, _ new: [Int]
  ) -> [(index: SearchIndex, entry: Int)] {
    var merged: [(index: SearchIndex, entry: Int)] = []
    merged.reserveCapacity(old.count + new.count)
    var rest = new[...]
    for entry in old {
      while let first = rest.first, NumberOrder.precedes(recent.number(first), base.number(entry)) {
        merged.append((recent, first))
        rest.removeFirst()
      }
      merged.append((base, entry))
    }
    return merged + rest.map { (recent, $0) }
  }
}

extension Register {
  /// Writes the file, unless a person's data was removed since it was read. Who removes drops the file after the removal is
  /// committed, so a file that has its name by then is dropped there, and a later one here.
  fileprivate func keep(_ parts: [SearchEntries], _ stamp: SearchStamp, in file: SearchIndexFile) {
    // A file that cannot be written hinders nobody.
    if let draft = try? SearchIndexDraft(parts, for: file) { keep(draft, stamp, in: file) }
  }

  func keep(_ draft: SearchIndexDraft, _ stamp: SearchStamp, in file: SearchIndexFile) {
    try? draft.publish(stamp)
    if (try? queue.read { try SearchStamp($0).removals }) != stamp.removals { try? file.remove() }
  }

  /// Makes the file fit the register, so that the next search need not: for after a run that changed much. Nothing happens
  /// in a register that is too small to have one.
  package func renewSearchIndex() {
    _ = try? read { reader in if try SearchIndex.isKept(reader.db) { _ = try SearchIndex.current(reader) } }
  }

  /// Removes the file that keeps the customers' searched texts. The next search makes it anew from what the register holds
  /// then: for when a person's data must be nowhere any more.
  ///
  /// - Throws: ``KundregError`` `search.cannotRemove` when the file is there and stays.
  package func dropSearchIndex() throws {
    do {
      try SearchIndexFile(registerPath: path).remove()
    } catch {
      throw KundregError(
        .failed, code: "search.cannotRemove",
        "\(path).search, which holds customers' names for searching, cannot be removed. Remove it by hand.")
    }
  }
}
