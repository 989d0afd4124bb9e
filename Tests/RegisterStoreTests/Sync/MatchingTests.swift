import CustomerModel
import Differ
import Foundation
import GRDB
import Rows
import TestSupport
import Testing

@testable import RegisterStore

@Suite struct MatchingTests {
  @Test(arguments: [
    ("556677-8899", ["10"]), ("5566778899", ["10"]), ("165566778899", ["10"]), ("SE 556677-8899", ["10"]),
    ("19800101-1234", ["9", "100", "A"]), ("800101-1234", ["9", "100", "A"]), ("8001011234", ["9", "100", "A"]),
    ("18800101-1234", ["9", "100", "A"]), ("556677-8890", []), ("", []), ("1234", []), ("SE556677889901", []),
    ("٥٥٦٦٧٧-٨٨٩٩", []),
  ])
  func customersAreFoundByIdentityWhateverTheCentury(identity: String, numbers: [String]) throws {
    let store = try Store()
    try store.add([
      ["number": "A", "type": "private", "identityNumber": "18800101-1234"],
      ["number": "100", "type": "private", "identityNumber": "20800101-1234"],
      ["number": "9", "type": "company", "identityNumber": "19800101-1234"],
      ["number": "10", "type": "company", "identityNumber": "556677-8899"],
      ["number": "11"],
    ])
    #expect(try store.numbers(try store.register.read { try $0.customers(withIdentity: identity) }) == numbers)
  }

  @Test func identitiesAreFoundByTheirIndex() throws {
    let store = try Store()
    try store.add([["number": "1"]])
    try Self.expectIndexes(in: store.register)
  }

  @Test func anIdentityThatWasChangedIsFoundByItsPresentSpellings() throws {
    let store = try Store()
    try store.add([["number": "1", "type": "company", "identityNumber": "999 999 018", "invoiceAddress.country": "NO"]])
    func find(_ identity: String) throws -> [Int64] {
      try store.register.read { try $0.customers(withIdentity: identity) }
    }
    var old = "999 999 018"
    for (new, found, lost) in [
      ("DE-12.34/5", "de12345", "999999018"), ("556677-8899", "5566778899", "DE12345"),
      ("1234 ABCD", "1234abcd", "5566778899"),
    ] {
      try store.run { writer throws in
        let revision = try #require(try writer.key(ofNumber: "1")).revision
        try writer.apply(
          .init(
            number: "1", action: .update, revision: revision,
            fields: [.init(FieldPath("identityNumber")!, old: old, new: new)]))
      }
      #expect(try find(found).count == 1)
      #expect(try find(lost).isEmpty)
      old = new
    }
  }

  @Test func identitiesOfALoadedRegisterAreFoundByTheirIndex() throws {
    let store = try Store()
    let columns = ["number", "name", "type", "identityNumber", "invoiceAddress.country"]
    try store.run { writer throws in
      try writer.beginLoading()
      let batch = RecordBatch(
        columns,
        [["1", "A", "company", "999 999 018", "NO"], ["2", "B", "company", "556677-8899", "SE"]])
      var creator = try BatchCreator(writer, columns: batch.columns, settings: RegisterSettings())
      for row in 0..<2 { _ = try creator.create(row: row, of: batch) }
      try creator.flush(batch)
    }
    for (identity, number) in [("999999018", "1"), ("999 999 018", "1"), ("5566778899", "2")] {
      #expect(try store.numbers(try store.register.read { try $0.customers(withIdentity: identity) }) == [number])
    }
    try Self.expectIndexes(in: store.register)
  }

  /// A register as the version before left it, with the index's earlier condition.
  @Test func identitiesOfAnEarlierRegisterAreFoundByTheirIndex() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("r.db")
    let old = try Register(path: path, patience: 1, step: 10)
    try old.queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO run (kind, source, user, started_at) VALUES ('import', 'kunder.csv', 'anna', '2026-11-01T00:00:00Z');
          INSERT INTO customer (id, created_run, updated_run, number, name, type, identity_number, invoice_country)
            VALUES (1, 1, 1, '1', 'Kund 1', 'company', '999 999 018', 'NO'),
              (2, 1, 1, '2', 'Kund 2', 'company', '556677-8899', NULL);
          UPDATE meta SET value = 3 WHERE key = 'nextCustomer';
          """)
    }
    try old.queue.close()
    let register = try Register(existing: path)
    #expect(try register.read { try $0.customers(withIdentity: "999999018") } == [1])
    #expect(try register.read { try $0.customers(withIdentity: "5566778899") } == [2])
    try Self.expectIndexes(in: register)
  }

  /// A thousand customers more make the search no more work.
  private static func expectIndexes(in register: Register) throws {
    func work() throws -> Int { try register.steps { _ = try $0.customers(withIdentity: "999999018") } }
    _ = try work()
    let little = try work()
    try register.write { writer in
      try SQLiteStatement(
        writer.db,
        """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
        INSERT INTO customer (
          id, created_run, updated_run, number, name, type, invoice_country, identity_number, comparable_identity)
        SELECT 1000 + i, 1, 1, 'N' || i, 'Bolag ' || i, 'company', 'NO', printf('8000 %05d', i), printf('8000%05d', i) FROM n
        """
      ).run()
      writer.nextCustomer = 3000
    }
    #expect(try work() < little * 2)
  }

  @Test func theLastChangeOfAFieldIsTheRunThatMadeItOrTheFirstCreation() throws {
    let store = try Store()
    func run(_ hour: Int, _ body: (RegisterWriter) throws -> Void) throws {
      try store.register.write { writer throws in
        try writer.begin(
          RunDescription(kind: .edit, source: "test", user: "test", start: Store.time(Double(hour) * 3600)))
        try body(writer)
        try writer.endRun(.init())
      }
    }
    func change(_ hour: Int, _ field: String, _ old: String?, _ new: String?) throws {
      try run(hour) { writer throws in
        let revision = try #require(try writer.key(ofNumber: "1")).revision
        try writer.apply(
          .init(
            number: "1", action: .update, revision: revision, fields: [.init(FieldPath(field)!, old: old, new: new)]))
      }
    }
    func last(_ field: String) throws -> String? {
      try store.register.read { try $0.lastChange(ofCustomer: 1, field: FieldPath(field)!) }
    }
    try run(0) { try $0.apply(SchemaTests.creation(of: Store.card(["number": "1", "name": "A"]))) }
    try change(1, "name", "A", "B")
    try change(2, "contactPersons[0].email", nil, "a@b.se")
    #expect(try last("name") == "2026-11-23T23:00:00Z")
    #expect(try last("contactPersons[0].email") == "2026-11-24T00:00:00Z")
    #expect(try last("contactPersons[1].email") == "2026-11-23T22:00:00Z")
    #expect(try last("phone") == "2026-11-23T22:00:00Z")
    #expect(try store.register.read { try $0.lastChange(ofCustomer: 2, field: FieldPath(.customerName)) } == nil)

    // Gone and back again: no field changed by that.
    let card = try #require(try store.card("1"))
    try run(3) { writer throws in
      let key = try #require(try writer.key(ofNumber: "1"))
      try writer.apply(
        .init(
          number: "1", action: .delete, revision: key.revision,
          fields: card.paths.map { .init($0, old: card[$0], new: nil) }))
    }
    #expect(try last("name") == nil)
    try run(4) { try $0.apply(SchemaTests.creation(of: card), id: 1) }
    #expect(try last("name") == "2026-11-23T23:00:00Z")
    #expect(try last("phone") == "2026-11-23T22:00:00Z")
  }
}
