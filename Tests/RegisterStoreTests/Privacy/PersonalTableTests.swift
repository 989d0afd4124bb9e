import GRDB
import Testing

@testable import RegisterStore

@Suite struct PersonalTableTests {
  /// A table or column that is new fails this until somebody has decided whether it may hold a person's data.
  @Test func everyColumnOfTheSchemaIsSaidToHoldAPersonsDataOrNothingOfThem() throws {
    let said = Dictionary(
      PersonalTable.all.map { ($0.name, $0.columns + $0.otherColumns) } + PersonalTable.impersonalColumns.map { $0 },
      uniquingKeysWith: +)
    let columns = try Store().register.read { reader in
      try Row.fetchAll(
        reader.db,
        sql: """
          SELECT tables.name, columns.name FROM sqlite_master AS tables
          JOIN pragma_table_xinfo(tables.name) AS columns WHERE tables.type = 'table'
          """)
    }
    let schema = Dictionary(grouping: columns) { $0[0] as String }.mapValues { $0.map { $0[1] as String } }
    #expect(Set(said.keys).symmetricDifference(schema.keys) == [])
    for (table, columns) in schema { #expect(said[table]?.sorted() == columns.sorted(), "\(table)") }
  }

  /// One customer with a row in every table that forgetting clears, `Svea` in each column that takes any text.
  private func plant(_ reader: RegisterReader) throws {
    try reader.db.execute(
      sql: """
        INSERT INTO run (kind, source, user, started_at, report)
          VALUES ('import', 'Svea.csv', 'anna', '2026-11-01T00:00:00Z', '"Svea"');
        INSERT INTO cost_center VALUES ('1', 1);
        INSERT INTO discount_letter VALUES ('A', 1);
        INSERT INTO tag VALUES ('t', 1);
        INSERT INTO subgroup VALUES ('s', 1);
        INSERT INTO user VALUES ('anna', 1, 1);
        INSERT INTO custom_field (name, kind) VALUES ('f', 'text');
        INSERT INTO customer (id, created_run, updated_run, number, name, type, facilities)
          VALUES (1, 1, 1, 'Svea-1', 'Svea', 'private', '"Svea"'), (2, 1, 1, '2', 'Bo', 'private', NULL);
        INSERT INTO contact_person (customer, position, name) VALUES (1, 0, 'Svea');
        INSERT INTO co_applicant VALUES (1, '19800101-1231');
        INSERT INTO custom_value VALUES (1, 'f', 'Svea');
        INSERT INTO customer_discount_letter VALUES (1, 'A');
        INSERT INTO customer_tag VALUES (1, 't');
        INSERT INTO customer_subgroup VALUES (1, 's');
        INSERT INTO customer_assigned VALUES (1, 'anna');
        INSERT INTO change (run, customer, number, action, field, old, new)
          VALUES (1, 1, 'Svea-1', 'update', 'customFields.Svea', 'Svea', 'Svea');
        INSERT INTO link (system, customer, remote_id, remote_number, agreed, record)
          VALUES ('fortnox', 1, 'Svea-1', 'Svea-1', '{"register": {"comments": "Svea"}, "erp": {}}', 'Svea');
        INSERT INTO inbox (system, remote_id, remote_number, state, reason, fetched_at, record) VALUES
          ('fortnox', 'Svea-1', 'Svea-1', 'rejected', 'Svea', '', 'Svea'),
          ('visma', 'asked', '7', 'undecided', 'Svea', '', 'Svea'),
          ('visma', 'by number', 'Svea-1', 'fetched', NULL, '', 'Svea'),
          ('visma', 'by identity', '8', 'fetched', NULL, '', 'Svea 800101-1231'),
          ('visma', 'other', '9', 'rejected', 'like Svea', '', '');
        INSERT INTO changed_record (system, remote_id)
          VALUES ('fortnox', 'Svea-1'), ('visma', 'asked'), ('visma', 'Svea-1'), ('visma', 'other');
        INSERT INTO sync_state (system, last_failure, rest) VALUES ('visma', 'Svea', 'Svea');
        INSERT INTO conflict VALUES ('fortnox', 1, 'customFields.Svea', 'Svea', 'Svea', 'Svea', 1);
        INSERT INTO match_question VALUES ('visma', 'asked', '7', 'Svea', 1, 'Svea', NULL, 1);
        INSERT INTO push (system, customer, number, kind, method, path, body, base, fields, state, reason, created_at)
          VALUES ('fortnox', 1, 'Svea-1', 'update', 'PUT', 'Svea-1', 'Svea', 'Svea', '[]', 'intended', 'Svea', '');
        INSERT INTO duplicate_answer VALUES (1, 2, 0, 'anna', '');
        INSERT INTO merge VALUES (1, 1, 2);
        INSERT INTO digest_source (fingerprint, last_run) VALUES (x'00', 1);
        INSERT INTO row_digest VALUES (1, 1, 0, 0);
        INSERT INTO problem_source VALUES (1, 0, 'k.csv', 'Svea');
        INSERT INTO problem_text VALUES (1, 1, 'c', 'warn', 'Svea', 'Svea', 'Svea');
        INSERT INTO problem VALUES
          (1, 0, 2, 0, 1, 'Svea', 'Svea', 1, NULL, 'Svea'), (1, 0, 3, 0, 1, 'Svea', 'Svea', 2, NULL, 'Svea');
        INSERT INTO notification (run, user, kind, customers, created_at) VALUES
          (1, 'Svea', 'invitation', '["Svea-1"]', ''), (1, 'anna', 'assigned', '["Svea-1","2"]', '');
        """)
  }

  /// How many rows of a table are the customer's, or mention her.
  private func rows(of table: PersonalTable, _ reader: RegisterReader) throws -> Int {
    // The history keeps a row a run, of the customer's id.
    let found = table.name == "change" ? nil : table.found
    let mentions = table.columns.map { "instr(\($0), 'Svea')" }
    return try Int.fetchOne(
      reader.db,
      sql: "SELECT count(*) FROM \(table.name) WHERE \((mentions + [found ?? "0"]).joined(separator: " OR "))",
      arguments: ["customer": 1, "number": "Svea-1", "owners": "[]"])!
  }

  @Test func forgettingLeavesNothingInAnyTableThatItClears() throws {
    let store = try Store()
    try store.register.write { try plant($0) }
    // Reports of runs are rewritten by whoever forgets; a number that is no identity number stays reserved.
    let cleared = PersonalTable.all.filter { !$0.erasure.isEmpty && !["run", "retired_number"].contains($0.name) }
    for table in cleared { #expect(try store.register.read { try rows(of: table, $0) } > 0, "\(table.name)") }
    try store.run { writer in
      _ = try writer.forget(1, numbers: ["Svea-1"], identities: ["19800101-1231"], user: "anna")
      try writer.rewriteTexts(mentioning: ["Svea"], with: "(forgotten)") { $0.contains("Svea") }
    }
    for table in cleared { #expect(try store.register.read { try rows(of: table, $0) } == 0, "\(table.name)") }
    try store.register.read { reader throws in
      let left = { try String.fetchAll(reader.db, sql: $0) }
      #expect(
        try left("SELECT remote_id FROM inbox UNION ALL SELECT remote_id FROM changed_record") == ["other", "other"])
      #expect(try left("SELECT reason FROM inbox") == ["(forgotten)"])
      #expect(try left("SELECT last_failure FROM sync_state") == ["(forgotten)"])
      #expect(try left("SELECT value FROM problem WHERE row = 3") == ["(forgotten)"])
      #expect(try left("SELECT customers FROM notification") == [#"["2"]"#])
      #expect(try reader.integrityProblems() == [])
    }
  }

  @Test func rowsThatMayBeAnothersAreForgottenButNotDisclosed() throws {
    let store = try Store()
    try store.register.write { try plant($0) }
    let held = try store.register.read { try $0.holdings(ofCustomer: 1) }
    #expect(
      held.map { "\($0.table) \($0.rows.count)" } == [
        "links 1", "inbox 2", "conflicts 1", "matchQuestions 1", "requests 1", "duplicateAnswers 1", "problems 1",
        "notifications 2",
      ])
  }
}
