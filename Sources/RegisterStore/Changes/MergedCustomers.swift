import GRDB

/// That one customer was merged into another, by a run that is not undone.
package struct Merge: Sendable, Equatable {
  /// What happened to the merged customer until this run is the other's, too; what happens afterwards is its own.
  package let run: Int
  /// The customer that was merged and inactivated.
  package let customer: Int64
}

extension RegisterReader {
  /// The customers that were merged into one, and into those before that.
  ///
  /// - Parameter onlyInactive: leaves out those that somebody activated again, with what was merged into them.
  package func merges(into customer: Int64, onlyInactive: Bool = false) throws -> [Merge] {
    guard let undone = try mergesExist() ? undoneRuns() : nil else { return [] }
    var found: [Int64: Int] = [:]
    // The latest first, so that each customer is met by the way that takes most of its history.
    var open = [Merge(run: .max, customer: customer)]
    while let next = open.indices.max(by: { open[$0].run < open[$1].run }).map({ open.remove(at: $0) }) {
      guard found[next.customer] == nil else { continue }
      if onlyInactive, next.customer != customer, try isActive(next.customer) { continue }
      found[next.customer] = next.run
      for row in try Row.fetchAll(
        db, sql: "SELECT run, customer FROM merge WHERE into_customer = ? AND run <= ?",
        arguments: [next.customer, next.run])
      where !undone.contains(row["run"]) {
        open.append(Merge(run: row["run"], customer: row["customer"]))
      }
    }
    found[customer] = nil
    return found.map { Merge(run: $0.value, customer: $0.key) }.sorted { ($0.run, $0.customer) < ($1.run, $1.customer) }
  }

  private func isActive(_ customer: Int64) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT active FROM customer WHERE id = ?", arguments: [customer]) == true
  }

  /// The customers that a customer was merged into.
  package func mergeTargets(of customer: Int64) throws -> [Int64] {
    guard let undone = try mergesExist() ? undoneRuns() : nil else { return [] }
    let rows = try Row.fetchAll(
      db, sql: "SELECT run, into_customer FROM merge WHERE customer = ? ORDER BY run", arguments: [customer])
    return rows.filter { !undone.contains($0["run"]) }.map { $0["into_customer"] }
  }

  /// True for a run that merged one customer into another.
  package func isMerge(_ run: Int) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM merge WHERE run = ?)", arguments: [run])!
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
