import CustomerModel
import Differ
import Foundation
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
    try store.register.read { reader throws in
      let plan = try SQLiteStatement(reader.db, "EXPLAIN QUERY PLAN " + RegisterReader.identityQuery)
      var searches: [String] = []
      while try plan.step() { searches.append(String(decoding: plan.bytes(3), as: UTF8.self)) }
      plan.reset()
      #expect(searches.contains("SEARCH customer USING INDEX customer_identity (identity_number=?)"))
      #expect(searches.contains("SEARCH customer USING INDEX customer_comparable_identity (<expr>=?)"))
      #expect(!searches.contains { $0.hasPrefix("SCAN") })
    }
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
