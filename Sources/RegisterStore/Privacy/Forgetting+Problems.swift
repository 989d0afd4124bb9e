import GRDB

extension RegisterWriter {
  /// Replaces what mentions a person in texts that are kept of others: problems of their rows, reasons.
  ///
  /// - Parameters:
  ///   - parts: of these a text that mentions the person has one somewhere.
  ///   - isMentioned: tells of such a text whether it mentions the person.
  package func rewriteTexts(
    mentioning parts: [String], with replacement: String, where isMentioned: (String) -> Bool
  ) throws {
    let parts = Self.json(Set(parts))
    for table in PersonalTable.all {
      for case .texts(let columns, let key) in table.erasure {
        try rewrite(table.name, columns, key: key, parts, replacement, isMentioned)
      }
    }
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
          arguments: [replacement] + StatementArguments(key.map { row[$0] as DatabaseValue }))
      }
    }
  }
}
