import ConfigurationFile
import CustomerModel
import ERPSandbox
import RegisterStore
import Runs
import SwedishIdentity
import Testing

/// A system with one contact person and one address must never cost the register the others. Source: domain.md, "What hurts
/// people today" 10.
struct ContactPersonSyncTests {
  private static let people = [
    "name": "Ettan AB", "contactPersons[0].name": "Anna Ek", "contactPersons[0].sendWorkOrder": "1",
    "contactPersons[0].email": "anna@example.se", "contactPersons[1].name": "Bo Ask",
    "contactPersons[1].email": "bo@example.se", "mailAddress.line1": "Box 7", "mailAddress.postalCode": "111 11",
    "mailAddress.city": "Norrbäck", "orderNumber": "B-7",
  ]

  @Test(arguments: Side.allCases)
  func anotherPersonThereComesFirstHereAndNobodyIsLost(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      try rehearsal.addHere("1001", Self.people)
      try await rehearsal.sync()
      try await rehearsal.advance(3600)
      var change: [String: String?] = ["contactPersons[0].name": "Cilla Ny"]
      if side == .visma { change["contactPersons[0].email"] = "cilla@example.se" }
      try await rehearsal.editThere("1001", change)
      try await rehearsal.sync()
      let card = try #require(try rehearsal.card("1001"))
      let names = (0..<card.contactPersonCount).map { card[path("contactPersons[\($0)].name")] }
      #expect(names == ["Cilla Ny", "Anna Ek", "Bo Ask"])
      #expect(card[path("contactPersons[1].email")] == "anna@example.se")
      #expect(card[path("contactPersons[1].sendWorkOrder")] == "1")
      #expect(card[path("contactPersons[0].email")] == (side == .visma ? "cilla@example.se" : nil))
      try await rehearsal.expectQuiet()
    }
  }

  @Test(arguments: Side.allCases)
  func aPersonWhoIsKnownHereComesFirst(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      try rehearsal.addHere("1001", Self.people)
      try await rehearsal.sync()
      try await rehearsal.advance(3600)
      var change: [String: String?] = ["contactPersons[0].name": "Bo Ask"]
      if side == .visma { change["contactPersons[0].email"] = "bo@example.se" }
      try await rehearsal.editThere("1001", change)
      try await rehearsal.sync()
      let card = try #require(try rehearsal.card("1001"))
      let names = (0..<card.contactPersonCount).map { card[path("contactPersons[\($0)].name")] }
      #expect(names == ["Bo Ask", "Anna Ek"])
      try await rehearsal.expectQuiet()
    }
  }

  @Test(arguments: Side.allCases)
  func whatTheSystemCannotHoldSurvivesItsChanges(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      try rehearsal.register.write {
        try $0.addCustomField(CustomFieldDefinition(name: "Region", kind: .text))
      }
      try rehearsal.addHere("1001", Self.people.merging(["customFields.Region": "Norr"]) { $1 })
      try await rehearsal.sync()
      try await rehearsal.advance(3600)
      try await rehearsal.editThere("1001", ["phone": "08-2", "contactPersons[0].name": nil])
      try await rehearsal.sync { $0.isFull = true }
      for (field, value) in Self.people { #expect(try rehearsal.here("1001", field) == value, "\(field)") }
      #expect(try rehearsal.here("1001", "customFields.Region") == "Norr")
      #expect(try rehearsal.here("1001", "phone") == "08-2")
      try await rehearsal.expectQuiet()
    }
  }

  /// Keys that nobody here knows are left as they are.
  @Test(arguments: Side.allCases)
  func whatTheRegisterCannotHoldSurvivesItsChanges(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      let key = side == .fortnox ? "DeliveryName" : "DeliveryCustomerName"
      try await rehearsal.addThere("1001", ["name": "Ettan AB"])
      try await rehearsal.editRecord(
        "1001", [key: "Lagret", side == .fortnox ? "GLN" : "EdiGlnNumber": "7300009000001"])
      try await rehearsal.sync()
      try rehearsal.editHere("1001", ["phone": "08-2", "comments": "Ring"])
      try await rehearsal.nextNight()
      let record = try #require(try await rehearsal.recordsThere().first)
      #expect(record[key]?.text == "Lagret")
      #expect(record[side == .fortnox ? "GLN" : "EdiGlnNumber"]?.text == "7300009000001")
      #expect(record[side.key("phone")]?.text == "08-2")
    }
  }

  @Test func assignedUsersBecomeOurReferenceInFortnox() async throws {
    try await Rehearsal.run(.fortnox, system: { $0.assignedToOurReference = true }) { rehearsal in
      try rehearsal.register.write { try $0.register(user: "siv", permissions: [.administrator]) }
      try rehearsal.addHere("1001", ["name": "Ettan AB", "assigned": CustomerCard.set(of: ["siv"])])
      try await rehearsal.sync()
      #expect(try await rehearsal.recordsThere().first?["OurReference"]?.text == "siv")
      // A reference there is a name, not a user here.
      try await rehearsal.editRecord("1001", ["OurReference": "Någon annan"])
      try await rehearsal.nextNight()
      #expect(try rehearsal.here("1001", "assigned") == CustomerCard.set(of: ["siv"]))
      try rehearsal.editHere("1001", ["assigned": nil])
      try await rehearsal.nextNight()
      #expect(try await rehearsal.recordsThere().first?["OurReference"]?.text == nil)
      try await rehearsal.expectQuiet()
    }
  }

  @Test func vismaHasNoFieldForOurReference() async throws {
    try await Rehearsal.run(.visma, system: { $0.assignedToOurReference = true }) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB"])
      let outcome = try await rehearsal.sync()
      #expect(outcome.told.contains { $0.contains("our reference") })
    }
  }
}
