import Documents
import GRDB

extension RegisterWriter {
  /// Removes the problems of a customer's rows: of those that were found to mean it, and of rejected rows with one of its
  /// numbers.
  func removeProblems(of customer: Int64, numbers: Set<String>, identities: Set<String>) throws {
    try db.execute(
      sql: "DELETE FROM problem WHERE customer = ?1 OR owner IN (SELECT value FROM json_each(?2))",
      arguments: [customer, problemKeys(of: numbers, identities)])
  }

  /// Replaces what mentions a person in the problems of other rows.
  ///
  /// - Parameters:
  ///   - parts: of these a text that mentions the person has one somewhere.
  ///   - isMentioned: tells of such a text whether it mentions the person.
  package func rewriteProblems(
    mentioning parts: [String], with replacement: String, where isMentioned: (String) -> Bool
  ) throws {
    let parts = JSONNode.array(parts.map { .text($0) }).json
    try rewrite(
      "problem", ["value", "detail"], key: ["run", "part", "row", "ordinal"], parts, replacement, isMentioned)
    try rewrite("problem_text", ["heading", "message"], key: ["id"], parts, replacement, isMentioned)
    try rewrite("problem_source", ["sheet"], key: ["run", "part"], parts, replacement, isMentioned)
  }

  private func rewrite(
    _ table: String, _ columns: [String], key: [String], _ parts: String, _ replacement: String,
    _ isMentioned: (String) -> Bool
  ) throws {
    let mentions = columns.map { "instr(\($0), part.text)" }.joined(separator: " OR ")
    let rows = try Row.fetchAll(
      db,
      sql: """
        WITH part (text) AS MATERIALIZED (SELECT value FROM json_each(?))
        SELECT \((key + columns).joined(separator: ", ")) FROM \(table) WHERE EXISTS (SELECT 1 FROM part WHERE \(mentions))
        """, arguments: [parts])
    for row in rows {
      for column in columns {
        guard let text = row[column] as String?, isMentioned(text) else { continue }
        try db.execute(
          sql: "UPDATE \(table) SET \(column) = ? WHERE \(key.map { "\($0) = ?" }.joined(separator: " AND "))",
          arguments: StatementArguments([replacement] + key.map { row[$0] as Int64 }))
      }
    }
  }
}
