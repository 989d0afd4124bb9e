import CustomerModel
import GRDB
import Glibc

extension Register {
  /// Writes the file, unless a person's data was removed since it was read. Who removes drops the file after the removal is
  /// committed, so a file that has its name by then is dropped there, and a later one here.
  func keep(_ parts: [SearchEntries], _ stamp: SearchStamp, in file: SearchIndexFile) {
    // A file that cannot be written hinders nobody.
    if let draft = try? SearchIndexDraft(parts, for: file) { keep(draft, stamp, in: file) }
  }

  func keep(_ draft: SearchIndexDraft, _ stamp: SearchStamp, in file: SearchIndexFile) {
    try? draft.publish(stamp)
    if (try? queue.read { try SearchStamp($0).removals }) != stamp.removals { try? file.remove() }
  }

  /// Makes the file anew where the next search would wait for what was created or changed since. Nothing happens in a
  /// register that is too small to have one.
  ///
  /// - Parameter touched: how many customers a run has just created or changed: where no file fits, it is made only after
  ///   many. Nil makes it then, too.
  package func renewSearchIndex(touched: Int64? = nil) {
    renewSearchIndex(touched: touched, mostPending: SearchIndex.mostPending)
  }

  /// - Parameter mostPending: as of ``SearchIndex/mostPending``.
  func renewSearchIndex(touched: Int64?, mostPending: Int64) {
    let file = SearchIndexFile(registerPath: path)
    let made = try? read { reader -> (draft: SearchIndexDraft, stamp: SearchStamp)? in
      let now = try SearchStamp(reader.db)
      guard now.nextCustomer > SearchIndex.fileThreshold else { return nil }
      if let stamp = file.stamp(), try now.grew(from: stamp, reader.db) {
        guard try SearchIndex.isFar(now, from: stamp, most: mostPending, reader.db) else { return nil }
      } else if let touched {
        guard touched > max(SearchIndex.fileThreshold, now.nextCustomer / 10) else { return nil }
      }
      var builder = SearchIndexBuilder(for: file)
      try SearchEntries.read(reader.db, .all) { key, write in try builder.add(key, write) }
      return (try builder.end(), now)
    }
    if let (draft, stamp) = made { keep(draft, stamp, in: file) }
  }

  /// Removes the file that keeps the customers' searched texts. The next search makes it anew from what the register holds
  /// then: for when a person's data must be nowhere any more.
  ///
  /// - Returns: the files of it that are there and cannot be removed.
  @discardableResult
  package func dropSearchIndex() -> [String] {
    let file = SearchIndexFile(registerPath: path)
    do {
      try file.remove()
      return []
    } catch {
      return [file.path, file.newPath].filter { access($0, F_OK) == 0 }
    }
  }
}

extension SearchIndex {
  /// True when so much was created and changed since a state that a search would make its user wait.
  ///
  /// - Parameter most: as of ``mostPending``.
  fileprivate static func isFar(
    _ now: SearchStamp, from stamp: SearchStamp, most: Int64, _ db: Database
  ) throws -> Bool {
    // Fields are counted, which are at least as many as customers.
    let changes = try Int64.fetchOne(
      db, sql: "SELECT count(*) FROM (SELECT 1 FROM change WHERE run > ? LIMIT ?)",
      arguments: [stamp.run, most])!
    return now.nextCustomer - stamp.nextCustomer + costOfChange * changes > most
  }
}
