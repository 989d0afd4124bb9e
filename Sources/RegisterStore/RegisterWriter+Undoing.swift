import CustomerModel
import GRDB

extension RegisterWriter {
  /// Removes the names and custom fields that nobody uses any more, of those that came with runs that are undone: by this
  /// run, or earlier, when others still used them.
  package func removeUnusedReferencesOfUndoneRuns() throws {
    let runs = try undoneRuns().sorted().map(String.init).joined(separator: ", ")
    for kind in ReferenceKind.allCases {
      let users = Field.all.filter { $0.referenceKind == kind }.map { field in
        switch field.storage {
        case .link(let table): "SELECT name FROM \(table)"
        default: "SELECT \(field.column!) FROM customer WHERE \(field.column!) IS NOT NULL"
        }
      }
      let registered = kind == .user ? "AND registered = 0" : ""
      try db.execute(
        sql: """
          DELETE FROM \(kind.table) WHERE created_run IN (\(runs)) \(registered)
          AND name NOT IN (\(users.joined(separator: " UNION ")))
          """)
    }
    try db.execute(
      sql: "DELETE FROM custom_field WHERE created_run IN (\(runs)) AND name NOT IN (SELECT field FROM custom_value)")
  }

  /// The runs that are undone and not done again: those whose latest undo is not itself undone.
  private func undoneRuns() throws -> Set<Int64> {
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
