import ConfigurationFile
import CustomerModel
import ERPSandbox
import RegisterStore
import Runs
import Testing

/// Visma's newer keys: what a customer has for tax reductions, and its labels.
struct VismaFieldsTests {
  private static let seed = #"{"visma": {"hasPropertyFields": true}}"#

  private func record(_ rehearsal: Rehearsal, _ number: String) async throws -> JSON {
    try #require(try await rehearsal.recordsThere().first { $0["CustomerNumber"]?.text == number })
  }

  @Test func aPropertyIsReadAndWrittenWhereTheRecordHasOne() async throws {
    try await Rehearsal.run(.visma, seed: Self.seed) { rehearsal in
      try await rehearsal.addThere("2001", ["name": "Siv Ek", "type": "private"])
      try await rehearsal.editRecord("2001", ["PropertyType": 2, "PropertyReference": "Eken 1:2"])
      try await rehearsal.addThere("2002", ["name": "Bo Ek", "type": "private"])
      try await rehearsal.editRecord(
        "2002",
        [
          "PropertyType": 1, "PropertyReference": "1201",
          "TaxDeductionNumber": .string(TestIdentity.organisation(7)),
        ])
      try rehearsal.addHere("1001", ["name": "Ola Ås", "type": "private", "taxReduction.propertyDesignation": "Asp 3"])
      let outcome = try await rehearsal.sync()
      #expect(!outcome.needsAttention, "\(outcome.findings)")
      #expect(try rehearsal.here("2001", "taxReduction.propertyDesignation") == "Eken 1:2")
      #expect(try rehearsal.here("2001", "taxReduction.apartmentNumber") == nil)
      #expect(try rehearsal.here("2002", "taxReduction.apartmentNumber") == "1201")
      #expect(try rehearsal.here("2002", "taxReduction.associationNumber") == TestIdentity.organisation(7))
      // A record that does not say what it is gets nothing.
      #expect(try await record(rehearsal, "1001")["PropertyReference"] == nil)
      try await rehearsal.expectQuiet()
      try rehearsal.editHere("2001", ["taxReduction.propertyDesignation": "Eken 1:3"])
      try rehearsal.editHere("2002", ["taxReduction.apartmentNumber": "1301"])
      try await rehearsal.editRecord("1001", ["PropertyType": 2, "PropertyReference": "Asp 4"])
      let second = try await rehearsal.nextNight()
      #expect(try await record(rehearsal, "2001")["PropertyReference"] == "Eken 1:3")
      #expect(try await record(rehearsal, "2001")["PropertyType"] == 2)
      #expect(try await record(rehearsal, "2002")["PropertyReference"] == "1301")
      #expect(second.codes == ["sync.conflict"])
      try rehearsal.resolve("1001", "taxReduction.propertyDesignation", .register)
      try await rehearsal.nextNight()
      #expect(try await record(rehearsal, "1001")["PropertyReference"] == "Asp 3")
      try await rehearsal.expectQuiet()
    }
  }

  @Test func aCompanyWithoutTheKeysIsSentNone() async throws {
    try await Rehearsal.run(.visma) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ola Ås", "type": "private", "taxReduction.propertyDesignation": "Asp 3"])
      let sent = try await rehearsal.requests {
        try await rehearsal.sync()
        try rehearsal.editHere("1001", ["taxReduction.propertyDesignation": "Asp 4"])
        let outcome = try await rehearsal.nextNight()
        #expect(!outcome.needsAttention, "\(outcome.findings)")
        try rehearsal.editHere("1001", ["phone": "08-1"])
        try await rehearsal.nextNight()
      }
      #expect(sent.filter(\.isWriting).count == 2)
      #expect(sent.allSatisfy { $0.body?.contains("Property") != true })
      #expect(try rehearsal.here("1001", "taxReduction.propertyDesignation") == "Asp 4")
      try await rehearsal.expectQuiet()
    }
  }

  private static func label(_ name: String) -> JSON {
    ["Id": .string("0000-" + name), "Name": .string(name), "Description": .string("Om \(name)")]
  }

  @Test func labelsAreTagsWhenAskedAndGoBackAsTheyCame() async throws {
    try await Rehearsal.run(.visma, system: { $0.labelsAsTags = true }) { rehearsal in
      let labels: JSON = .array([Self.label("Guld"), Self.label("Norr, Syd")])
      try await rehearsal.addThere("2001", ["name": "Ettan AB"])
      try await rehearsal.editRecord("2001", ["CustomerLabels": labels])
      try rehearsal.addHere("1001", ["name": "Tvåan AB", "tags": CustomerCard.set(of: ["egen"])])
      let outcome = try await rehearsal.sync()
      #expect(!outcome.needsAttention, "\(outcome.findings)")
      #expect(try rehearsal.here("2001", "tags") == CustomerCard.set(of: ["Guld", "Norr, Syd"]))
      // A tag of one's own stays here, and a change sends the labels back.
      try rehearsal.editHere("2001", ["tags": CustomerCard.set(of: ["Guld", "egen"]), "phone": "08-1"])
      try await rehearsal.nextNight()
      #expect(try await record(rehearsal, "2001")["CustomerLabels"] == labels)
      #expect(try await record(rehearsal, "2001")["Telephone"] == "08-1")
      #expect(try rehearsal.here("2001", "tags") == CustomerCard.set(of: ["Guld", "egen"]))
      try await rehearsal.editRecord("2001", ["CustomerLabels": .array([Self.label("Silver")])])
      try await rehearsal.editRecord("1001", ["CustomerLabels": .array([Self.label("Guld")])])
      try await rehearsal.nextNight()
      #expect(try rehearsal.here("2001", "tags") == CustomerCard.set(of: ["Silver", "egen"]))
      #expect(try rehearsal.here("1001", "tags") == CustomerCard.set(of: ["Guld", "egen"]))
      #expect(try rehearsal.register.read { try $0.conflicts(system: nil, customer: nil) }.isEmpty)
      try await rehearsal.expectQuiet()
    }
  }

  @Test func labelsAreNothingHereUnlessAsked() async throws {
    try await Rehearsal.run(.visma) { rehearsal in
      try await rehearsal.addThere("2001", ["name": "Ettan AB"])
      try await rehearsal.editRecord("2001", ["CustomerLabels": .array([Self.label("Guld")])])
      try await rehearsal.sync()
      #expect(try rehearsal.here("2001", "tags") == nil)
    }
  }

  @Test func fortnoxHasNoLabels() async throws {
    try await Rehearsal.run(.fortnox, system: { $0.labelsAsTags = true }) { rehearsal in
      let outcome = try await rehearsal.sync()
      #expect(outcome.notes.contains { $0.contains("labelsAsTags") })
    }
  }
}
