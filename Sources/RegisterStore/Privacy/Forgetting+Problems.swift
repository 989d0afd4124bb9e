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
      for case .texts(let texts, let key) in table.erasure {
        try rewrite(table.name, texts, key: key, parts, replacement, isMentioned)
      }
    }
  }

  private func rewrite(
    _ table: String, _ texts: [[String]], key: [String], _ parts: String, _ replacement: String,
    _ isMentioned: (String) -> Bool
  ) throws {
    let columns = texts.flatMap(\.self)
    let mentions = columns.map { "instr(\($0), part.text)" }.joined(separator: " OR ")
    let rows = try Row.fetchAll(
      db,
      sql: """
        WITH part (text) AS MATERIALIZED (SELECT value FROM json_each(?))
        SELECT \((key + columns).joined(separator: ", ")) FROM \(table) WHERE EXISTS (SELECT 1 FROM part WHERE \(mentions))
        """, arguments: [parts])
    for row in rows {
      // A language that is not kept is as the other.
      for twins in texts.map({ $0.filter { row[$0] as String? != nil } })
      where twins.contains(where: { isMentioned(row[$0]) }) {
        let assignments = twins.map { "\($0) = ?" }.joined(separator: ", ")
        try db.execute(
          sql: "UPDATE \(table) SET \(assignments) WHERE \(key.map { "\($0) = ?" }.joined(separator: " AND "))",
          arguments: StatementArguments(twins.map { _ in replacement })
            + StatementArguments(key.map { row[$0] as DatabaseValue }))
      }
    }
  }
}
