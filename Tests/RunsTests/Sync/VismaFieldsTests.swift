import AccountingSystems
import ConfigurationFile
import CustomerModel
import ERPSandbox
import RegisterStore
import Testing
import Texts

@testable import Runs

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
      #expect(outcome.told.contains { $0.contains("labelsAsTags") })
    }
  }

  private static func deduction(_ more: String) -> String { #"{"visma": {"hasPropertyFields": true, \#(more)}}"# }

  /// Whose number `TaxDeductionNumber` is, and whether with a hyphen, no document tells: each way is played.
  @Test(arguments: ["association", "owner"], [true, false])
  func aTaxDeductionNumberIsTheAssociationsOrIsLetBe(_ kind: String, keepsHyphens: Bool) async throws {
    let seed = Self.deduction(#""taxDeductionNumbers": "\#(kind)", "keepsHyphens": \#(keepsHyphens)"#)
    try await Rehearsal.run(.visma, seed: seed) { rehearsal in
      let isOwner = kind == "owner"
      let full = isOwner ? TestIdentity.person(1) : TestIdentity.organisation(7)
      let stored = keepsHyphens ? full : full.filter { $0 != "-" }
      for number in ["2001", "2002"] {
        try await rehearsal.addThere(number, ["name": "Siv Ek \(number)", "type": "private"])
        try await rehearsal.editRecord(
          number, ["PropertyType": 1, "PropertyReference": "1201", "TaxDeductionNumber": .string(stored)])
      }
      let first = try await rehearsal.sync()
      #expect(first.findings == [])
      let label = rehearsal.system.label
      let anybody = MergeTexts.ownersNumber(of: .unknown, label: label).untilUnknown
      let both = MergeTexts.ownersNumber(of: PushTexts.andOthers("2001", 1), label: label)
      #expect(
        first.notes.map(\.text).filter { $0.english.hasPrefix(anybody) } == (isOwner ? [both] : []), "\(first.told)")
      // A person's number is no association's: nothing is invented, and no other field is kept from its way.
      #expect(try rehearsal.here("2001", "taxReduction.associationNumber") == (isOwner ? nil : full))
      #expect(try rehearsal.here("2001", "taxReduction.apartmentNumber") == "1201")
      try rehearsal.editHere("2001", ["taxReduction.apartmentNumber": "1301"])
      let second = try await rehearsal.nextNight()
      #expect(second.findings == [])
      #expect(try await record(rehearsal, "2001")["PropertyReference"] == "1301")
      #expect(try await record(rehearsal, "2001")["TaxDeductionNumber"] == .string(stored))
      try await rehearsal.expectQuiet()
      // What is typed here is held against a person's number there, and goes over an association's.
      try rehearsal.editHere("2002", ["taxReduction.associationNumber": TestIdentity.organisation(8)])
      let third = try await rehearsal.nextNight()
      #expect(third.codes == (isOwner ? ["sync.conflict"] : []), "\(third.findings)")
      let other = keepsHyphens ? TestIdentity.organisation(8) : TestIdentity.organisation(8).filter { $0 != "-" }
      #expect(try await record(rehearsal, "2002")["TaxDeductionNumber"] == .string(isOwner ? stored : other))
    }
  }

  /// A text that is no number at all, such as a property's designation, is told as any number that the register cannot keep.
  @Test func aTaxDeductionNumberThatIsNoNumberIsToldAndStays() async throws {
    try await Rehearsal.run(.visma, seed: Self.seed) { rehearsal in
      try await rehearsal.addThere("2001", ["name": "Siv Ek", "type": "private"])
      try await rehearsal.editRecord("2001", ["PropertyType": 1, "TaxDeductionNumber": "Eken 1:2"])
      let outcome = try await rehearsal.sync()
      #expect(outcome.codes == ["identity.shape"], "\(outcome.findings)")
      #expect(try rehearsal.here("2001", "taxReduction.associationNumber") == nil)
      try rehearsal.editHere("2001", ["phone": "08-465 004 00"])
      try await rehearsal.nextNight()
      #expect(try await record(rehearsal, "2001")["TaxDeductionNumber"] == "Eken 1:2")
    }
  }

  /// What the record has no place for is not sent, and never without a word.
  @Test func aPropertyWithoutAPlaceInTheRecordIsTold() async throws {
    try await Rehearsal.run(.visma, seed: Self.seed) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ola Ås", "type": "private", "taxReduction.propertyDesignation": "Asp 3"])
      try await rehearsal.addThere("2001", ["name": "Siv Ek", "type": "private"])
      let created = try await rehearsal.sync()
      #expect(created.codes == ["push.noPlace"])
      #expect(created.findings.map(\.number) == ["1001"])
      #expect(created.findings.map(\.severity) == [.warn])
      let designation = try #require(FieldPath("taxReduction.propertyDesignation")).columnHeading
      func noPlaceYet(_ customers: Text) -> Text {
        PushTexts.hasNoPlaceYet(
          designation, of: customers, conditions: ["PropertyType 2", "IsPrivatePerson true"],
          label: rehearsal.system.label)
      }
      #expect(created.findings.map(\.text) == [noPlaceYet(Text(verbatim: "1001"))])
      #expect(!created.needsAttention)
      for number in ["1001", "2001"] {
        try rehearsal.editHere(number, ["taxReduction.propertyDesignation": "Asp 4", "phone": "08-465 004 00"])
      }
      let changed = try await rehearsal.nextNight()
      #expect(changed.codes == ["push.noPlace"])
      #expect(changed.findings.map(\.text) == [noPlaceYet(PushTexts.andOthers("1001", 1))])
      #expect(try await record(rehearsal, "2001")["Telephone"] == "08-465 004 00")
      // The advice holds: said there, it is sent.
      try await rehearsal.editRecord("2001", ["PropertyType": 2])
      let sent = try await rehearsal.nextNight()
      #expect(sent.findings.allSatisfy { $0.code == "push.noPlace" && $0.number == "1001" }, "\(sent.findings)")
      #expect(try await record(rehearsal, "2001")["PropertyReference"] == "Asp 4")
      #expect(try await record(rehearsal, "1001")["PropertyReference"] == nil)
    }
  }

  @Test func aCompanyWithoutTheKeysIsGivenNoAdviceThatItCannotFollow() async throws {
    try await Rehearsal.run(.visma) { rehearsal in
      try await rehearsal.addThere("2001", ["name": "Siv Ek", "type": "private"])
      try await rehearsal.sync()
      try rehearsal.editHere("2001", ["taxReduction.propertyDesignation": "Asp 4"])
      let outcome = try await rehearsal.nextNight()
      #expect(outcome.codes == ["push.noPlace"])
      #expect(
        outcome.findings.map(\.text) == [
          PushTexts.hasNoPlace(
            try #require(FieldPath("taxReduction.propertyDesignation")).columnHeading, of: Text(verbatim: "2001"),
            label: rehearsal.system.label)
        ])
      try await rehearsal.expectQuiet()
    }
  }

}
