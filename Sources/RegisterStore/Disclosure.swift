import GRDB

extension RegisterReader {
  /// The rows of every table that tell of a customer by its id, beside its card and history: by table, as columns and
  /// texts. Columns that hold JSON are named.
  package func holdings(ofCustomer customer: Int64) throws -> [(
    table: String, rows: [[(column: String, value: String?)]]
  )] {
    let number = try key(ofCustomer: customer)?.number
    let queries: [(String, String)] = [
      (
        "links",
        "SELECT system, remote_id, remote_number, changed, is_gone, agreed, record FROM link WHERE customer = ?1"
      ),
      (
        "inbox",
        """
        SELECT system, remote_id, remote_number, changed, state, reason, fetched_at, record FROM inbox
        WHERE (system, remote_id) IN (SELECT system, remote_id FROM link WHERE customer = ?1
          UNION SELECT system, remote_id FROM match_question WHERE customer = ?1)
        """
      ),
      (
        "conflicts",
        "SELECT system, field, register_value, erp_value, base_value, since_run FROM conflict WHERE customer = ?1"
      ),
      (
        "matchQuestions",
        "SELECT system, remote_id, remote_number, remote_name, reason, answer, asked_run FROM match_question WHERE customer = ?1"
      ),
      (
        "requests",
        """
        SELECT system, kind, method, path, state, code, reason, run, created_at, finished_at, body, base FROM push
        WHERE customer = ?1 ORDER BY id
        """
      ),
      (
        "duplicateAnswers",
        """
        SELECT (SELECT number FROM customer WHERE id = CASE first WHEN ?1 THEN second ELSE first END) AS other, is_same,
          user, answered_at FROM duplicate_answer WHERE first = ?1 OR second = ?1
        """
      ),
    ]
    var holdings = try queries.map { name, sql in (table: name, rows: try texts(sql, [customer])) }
    holdings.append((table: "problems", rows: try problemTexts(ofCustomer: customer)))
    if let number {
      holdings.append(
        (
          "notifications",
          try texts(
            """
            SELECT run, user, kind, created_at, delivered_at, cleared_at FROM notification
            WHERE EXISTS (SELECT 1 FROM json_each(customers) WHERE value = ?1) ORDER BY id
            """, [number])
        ))
    }
    return holdings
  }

  func texts(_ sql: String, _ arguments: StatementArguments) throws -> [[(column: String, value: String?)]] {
    try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
      row.map { column, value in
        (column, String.fromDatabaseValue(value) ?? Int64.fromDatabaseValue(value).map(String.init))
      }
    }
  }
}
