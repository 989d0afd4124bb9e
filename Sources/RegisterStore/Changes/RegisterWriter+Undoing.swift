import CustomerModel
import GRDB

extension RegisterWriter {
  /// Removes the names and custom fields that nobody uses any more, of those that came with runs that are undone: by this
  /// run, or earlier, when others still used them.
  package func removeUnusedReferencesOfUndoneRuns() throws {
    let runs = try undoneRuns().sorted().map(String.init).joined(separator: ", ")
    for kind in ReferenceKind.allCases {
      let registered = kind == .user ? "AND registered = 0" : ""
      try db.execute(
        sql: """
          DELETE FROM \(kind.table) WHERE created_run IN (\(runs)) \(registered)
          AND name NOT IN (SELECT name FROM (\(kind.uses)))
          """)
    }
    try db.execute(
      sql: "DELETE FROM custom_field WHERE created_run IN (\(runs)) AND name NOT IN (SELECT field FROM custom_value)")
  }
}
