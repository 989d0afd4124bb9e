import CustomerModel
import Differ
import GRDB
import TestSupport
import Testing

@testable import RegisterStore

/// Step 7 of the schema: numbers of other countries.
@Suite struct ForeignIdentitiesTests {
  private let folder: TemporaryFolder
  private let path: String

  /// A register as the version before left it, with everything that refers to a customer.
  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("r.db")
    let old = try Register(path: path, patience: 1, step: 6)
    try old.queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO run (kind, source, user, started_at) VALUES ('import', 'kunder.csv', 'anna', '2026-11-01T00:00:00Z');
          INSERT INTO customer (id, created_run, updated_run, number, name, type, identity_number, invoice_country,
              facilities)
            VALUES (1, 1, 1, '1', 'Kund 1', 'company', '556677-8899', 'NO', '[{"number":"A"}]'),
              (7, 1, 1, '2', 'Kund 2', 'private', '19121212-1212', NULL, NULL);
          UPDATE meta SET value = 8 WHERE key = 'nextCustomer';
          INSERT INTO contact_person (customer, position, name) VALUES (1, 0, 'Anna'), (7, 0, 'Bo');
          INSERT INTO tag VALUES ('vvs', 1);
          INSERT INTO customer_tag VALUES (1, 'vvs'), (7, 'vvs');
          INSERT INTO custom_field (name, kind) VALUES ('Region', 'text');
          INSERT INTO custom_value VALUES (1, 'Region', 'Norr');
          INSERT INTO change (run, customer, number, action, field, old, new) VALUES (1, 1, '1', 'update', 'phone', 'a', 'b');
          """)
    }
    try old.queue.close()
  }

  @Test func anEarlierRegisterIsBroughtUpToDateWithAllItHolds() throws {
    let register = try Register(existing: path)
    try register.read { reader throws in
      #expect(try reader.integrityProblems().isEmpty)
      let card = try #require(try reader.card(ofNumber: "1"))
      #expect(card[.identityNumber] == "556677-8899")
      #expect(card[.facilities] == #"[{"number":"A"}]"#)
      #expect(card[FieldPath("contactPersons[0].name")!] == "Anna")
      #expect(card[FieldPath("tags")!] == "vvs\u{1F}")
      #expect(card[FieldPath(custom: "Region")] == "Norr")
      let other = try #require(try reader.card(ofNumber: "2"))
      #expect(other[.identityNumber] == "19121212-1212")
      #expect(other[FieldPath("contactPersons[0].name")!] == "Bo")
      #expect(try Int.fetchOne(reader.db, sql: "SELECT count(*) FROM change") == 1)
      let indexes = try String.fetchSet(
        reader.db, sql: "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'customer'")
      #expect(
        indexes == ["customer_number", "customer_identity", "customer_with_users", "customer_comparable_identity"])
    }
    // What referred to the customers still does.
    try register.write { writer in try writer.db.execute(sql: "DELETE FROM customer WHERE id = 7") }
    try register.read { reader throws in
      #expect(try String.fetchAll(reader.db, sql: "SELECT name FROM contact_person") == ["Anna"])
      #expect(try Int.fetchOne(reader.db, sql: "SELECT count(*) FROM customer_tag") == 1)
    }
  }

  @Test(
    "a number as it was typed is for customers who are, or may be, abroad",
    arguments: [
      (["invoice_country": "NO"], true), (["mail_country": "NO"], true), (["vat_number": "NO999999018MVA"], true),
      (["phone": "+4722000001"], true), (["invoice_country": "SE"], false), ([:], false),
      (["visiting_country": "SE", "mail_country": "NO"], false),
    ] as [([String: String], Bool)])
  func constraint(columns: [String: String], isTaken: Bool) throws {
    let register = try Register(existing: path)
    let set = columns.map { "\($0) = '\($1)'" } + ["identity_number = '999 999 018'"]
    let update = {
      try register.write { writer in
        try writer.db.execute(sql: "UPDATE customer SET \(set.joined(separator: ", ")) WHERE id = 7")
      }
    }
    if isTaken { try update() } else { #expect(throws: KundregError.self) { try update() } }
  }

  @Test func aNumberHasAtMostThirtyCharacters() throws {
    let register = try Register(existing: path)
    let set = { (number: String) in
      try register.write { writer in
        try writer.db.execute(sql: "UPDATE customer SET identity_number = ? WHERE id = 1", arguments: [number])
      }
    }
    try set(String(repeating: "Å", count: 30))
    #expect(throws: KundregError.self) { try set(String(repeating: "Å", count: 31)) }
  }
}
