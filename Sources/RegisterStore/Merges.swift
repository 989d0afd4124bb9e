import GRDB

/// That one customer was merged into another, by a run that is not undone.
package struct Merge: Sendable, Equatable {
  package let run: Int
  /// The customer that was merged and inactivated.
  package let customer: Int64
}

extension RegisterReader {
  /// The customers that were merged into one, and into those in turn, each with the last run whose changes count as that
  /// one's: what happens to a merged customer afterwards is its own.
  package func merges(into customer: Int64) throws -> [Merge] {
    guard let undone = try mergesExist() ? undoneRuns() : nil else { return [] }
    var found: [Merge] = []
    var known: Set<Int64> = [customer]
    var next: [(customer: Int64, until: Int)] = [(customer, .max)]
    while let (target, until) = next.popLast() {
      for row in try Row.fetchAll(
        db, sql: "SELECT run, customer FROM merge WHERE into_customer = ? ORDER BY run DESC", arguments: [target])
      {
        guard !undone.contains(row["run"]), known.insert(row["customer"]).inserted else { continue }
        let merge = Merge(run: min(until, row["run"]), customer: row["customer"])
        found.append(merge)
        next.append((merge.customer, merge.run))
      }
    }
    return found
  }

  /// Most registers never merged any: the runs need not be looked through.
  private func mergesExist() throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM merge)")!
  }

  /// The runs that are undone and not done again: those whose latest undo is not itself undone.
  func undoneRuns() throws -> Set<Int64> {
    var latest: [Int64: Int64] = [:]
    for row in try Row.fetchAll(
      db, sql: "SELECT reverts, max(id) AS undo FROM run WHERE reverts IS NOT NULL GROUP BY 1")
    {
      latest[row["reverts"]] = row["undo"]
    }
    var undone: Set<Int64> = []
    // An undo is later than what it undoes, so that the latest are decided first.
    for run in latest.keys.sorted(by: >) where !undone.contains(latest[run]!) { undone.insert(run) }
    return undone
  }
}

extension RegisterWriter {
  /// Remembers that this run merged a customer into another: until the run is undone, its history is the other's, too.
  package func recordMerge(of customer: Int64, into target: Int64) throws {
    try db.execute(
      sql: "INSERT INTO merge (run, customer, into_customer) VALUES (?, ?, ?)", arguments: [run, customer, target])
  }
}
