import ConfigurationFile
import CustomerModel
import ERPSandbox
import Runs
import Testing
import Texts

@testable import AccountingSystems

/// Both systems check the whole record with every change: what is refused may be what nobody sent.
struct StoredFaultTests {
  struct Stored: Sendable {
    let side: Side
    let key: String
    let value: String
    var seed = "{}"
    /// What sentences call the system.
    var system: String { side == .fortnox ? "Fortnox" : "Visma" }
  }

  private static func namesTheRecord(_ finding: SyncFinding, _ stored: Stored) -> Bool {
    finding.message.contains(VendorTexts.recordIsAtFault(stored.system, keys: [stored.key]).english)
  }

  /// Whatever it says to be at fault in it.
  private static func saysThatTheRecordIsAtFault(_ finding: SyncFinding, of system: String) -> Bool {
    finding.message.contains(VendorTexts.recordIsAtFault(system, keys: [Text.unknown.english]).untilUnknown)
  }

  /// Whatever was sent.
  private static func saysThatEitherIsAtFault(_ finding: SyncFinding, of system: String) -> Bool {
    finding.message.contains(VendorTexts.eitherIsAtFault(system, keys: .unknown).untilUnknown)
  }

  private static let vat = "SE\(TestIdentity.organisation(7).filter { $0 != "-" })01"
  private static let method = "3f1a0b52-6c1d-4e0f-9a77-0000000000aa"
  /// Removed price lists, ways of delivery and cost centers, a ten-digit VAT number, and numbers that VIES no longer knows.
  private static let stored = [
    Stored(side: .fortnox, key: "WayOfDelivery", value: "BUD"),
    Stored(side: .fortnox, key: "PriceList", value: "GAMMAL"),
    Stored(side: .fortnox, key: "Project", value: "99"),
    Stored(side: .fortnox, key: "VATNumber", value: TestIdentity.organisation(7).filter { $0 != "-" }),
    Stored(
      side: .fortnox, key: "VATNumber", value: vat, seed: #"{"fortnox": {"staleVATNumbers": ["\#(vat)"]}}"#),
    Stored(side: .visma, key: "VatNumber", value: vat, seed: #"{"visma": {"staleVATNumbers": ["\#(vat)"]}}"#),
    Stored(side: .visma, key: "VatNumber", value: "SE55"),
    Stored(
      side: .visma, key: "DeliveryMethodId", value: method,
      seed: #"{"visma": {"removedDeliveryMethods": ["\#(method)"]}}"#),
  ]

  @Test(arguments: stored)
  func aRefusalForWhatWasNotSentNamesTheRecordThereAndItsField(_ stored: Stored) async throws {
    try await Rehearsal.run(stored.side, seed: stored.seed) { rehearsal in
      try await rehearsal.addThere("2001", ["name": "Där AB"])
      try await rehearsal.addThere("2002", ["name": "Andra AB"])
      try await rehearsal.editRecord("2001", [stored.key: .string(stored.value)])
      try await rehearsal.sync()
      for number in ["2001", "2002"] { try rehearsal.editHere(number, ["phone": "08-465 004 00"]) }
      let outcome = try await rehearsal.nextNight()
      let finding = try #require(outcome.findings.first { $0.code.hasPrefix("push.") }, "\(outcome.findings)")
      #expect(finding.number == "2001")
      #expect(Self.namesTheRecord(finding, stored), "\(finding.message)")
      #expect(outcome.pushed.failed == 1)
      #expect(try await rehearsal.there("2002", "phone") == "08-465 004 00")
      // Mended there, the change goes through.
      try await rehearsal.editRecord("2001", [stored.key: .null])
      try await rehearsal.nextNight()
      try await rehearsal.nextNight()
      #expect(try await rehearsal.there("2001", "phone") == "08-465 004 00")
    }
  }

  /// A record that was mended there need not wait for its quarter of an hour, though no field here has changed.
  @Test(arguments: stored)
  func aRecordThatWasMendedThereIsTriedAgainAtOnce(_ stored: Stored) async throws {
    try await Rehearsal.run(stored.side, seed: stored.seed) { rehearsal in
      try await rehearsal.addThere("2001", ["name": "Där AB"])
      try await rehearsal.editRecord("2001", [stored.key: .string(stored.value)])
      try await rehearsal.sync()
      try rehearsal.editHere("2001", ["phone": "08-465 004 00"])
      #expect(try await rehearsal.nextNight().pushed.failed == 1)
      // As long as nobody does anything, it rests.
      for _ in 1...2 {
        try await rehearsal.advance(60)
        let rested = try await rehearsal.requests {
          let outcome = try await rehearsal.sync()
          #expect(outcome.pushed.queued == 1)
        }
        #expect(rested.filter(\.isWriting) == [])
      }
      try await rehearsal.editRecord("2001", [stored.key: .null])
      try await rehearsal.advance(60)
      let mended = try await rehearsal.sync()
      #expect(mended.pushed.updated == 1, "\(mended.findings)")
      #expect(try await rehearsal.there("2001", "phone") == "08-465 004 00")
    }
  }

  /// What has no place here and changed before the request was seen with it: it does not end the rest.
  @Test func whatHasNoFieldHereAndChangedBeforeDoesNotEndTheRest() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      try await rehearsal.addThere("2001", ["name": "Där AB"])
      try await rehearsal.editRecord("2001", ["WayOfDelivery": "BUD"])
      try await rehearsal.sync()
      try rehearsal.editHere("2001", ["phone": "08-465 004 00"])
      try await rehearsal.editRecord("2001", ["InvoiceRemark": "Ring först"])
      try await rehearsal.advance(3600)
      #expect(try await rehearsal.sync { $0.direction = .push }.pushed.failed == 1)
      try await rehearsal.advance(60)
      let rested = try await rehearsal.requests { try await rehearsal.sync { $0.direction = .push } }
      #expect(rested.filter(\.isWriting) == [])
    }
  }

  /// A value that was sent is at fault itself.
  @Test func aRefusalForWhatWasSentSaysNothingOfTheRecordThere() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB"])
      try await rehearsal.sync()
      try rehearsal.editHere("1001", ["costCenter": "VÄST"])
      let outcome = try await rehearsal.nextNight()
      let finding = try #require(outcome.findings.first { $0.number == "1001" })
      #expect(finding.code == "push.2000430")
      #expect(!Self.saysThatTheRecordIsAtFault(finding, of: "Fortnox"), "\(finding.message)")
      #expect(!Self.saysThatEitherIsAtFault(finding, of: "Fortnox"), "\(finding.message)")
    }
  }

  /// Where a system checks what is sent alone, the change goes through.
  @Test func whereOnlyWhatIsSentIsCheckedTheChangeGoesThrough() async throws {
    try await Rehearsal.run(.fortnox, seed: #"{"fortnox": {"checksWholeRecord": false}}"#) { rehearsal in
      try await rehearsal.addThere("2001", ["name": "Där AB"])
      try await rehearsal.editRecord("2001", ["WayOfDelivery": "BUD", "VATNumber": "SE55"])
      try await rehearsal.sync()
      try rehearsal.editHere("2001", ["phone": "08-465 004 00"])
      try await rehearsal.nextNight()
      #expect(try await rehearsal.there("2001", "phone") == "08-465 004 00")
    }
  }

  /// Whether Fortnox checks organisation numbers is not known: `checksOrganisationNumbers` plays both.
  @Test(arguments: [true, false])
  func aForeignNumberIsSentAndARefusalToldWhetherOrNotFortnoxChecksOrganisationNumbers(_ checks: Bool) async throws {
    try await Rehearsal.run(.fortnox, seed: #"{"fortnox": {"checksOrganisationNumbers": \#(checks)}}"#) { rehearsal in
      try rehearsal.addHere(
        "1001", ["name": "Müller GmbH", "identityNumber": "HRB 4711", "invoiceAddress.country": "DE"])
      try rehearsal.addHere("1002", ["name": "Tvåan AB", "identityNumber": TestIdentity.organisation(7)])
      let outcome = try await rehearsal.sync()
      #expect(outcome.pushed.created == (checks ? 1 : 2))
      #expect(outcome.findings.filter { $0.severity == .reject }.map(\.number) == (checks ? ["1001"] : []))
      #expect(try await rehearsal.numbersThere() == (checks ? ["1002"] : ["1001", "1002"]))
      if !checks { try await rehearsal.expectAgreement(numbers: ["1001", "1002"]) }
    }
  }

  /// By which words a refusal names its field is not known: each way is played, and nothing is guessed.
  @Test(arguments: ["labels", "keys", "none"], stored.filter { $0.seed == "{}" || $0.side == .visma })
  func inWhateverWordsARefusalNamesItsFieldTheRecordThereIsNotMistakenForWhatWasSent(
    _ naming: String, _ stored: Stored
  ) async throws {
    let own = stored.seed.dropFirst().dropLast()
    let seed =
      own.isEmpty
      ? #"{"\#(stored.side.rawValue)": {"namesFieldsBy": "\#(naming)"}}"#
      : stored.seed.replacing(
        "{\"\(stored.side.rawValue)\": {", with: "{\"\(stored.side.rawValue)\": {\"namesFieldsBy\": \"\(naming)\", ")
    try await Rehearsal.run(stored.side, seed: seed) { rehearsal in
      try await rehearsal.addThere("2001", ["name": "Där AB"])
      try await rehearsal.editRecord("2001", [stored.key: .string(stored.value)])
      try await rehearsal.sync()
      try rehearsal.editHere("2001", ["phone": "08-465 004 00"])
      let outcome = try await rehearsal.nextNight()
      let finding = try #require(outcome.findings.first { $0.code.hasPrefix("push.") }, "\(outcome.findings)")
      let phone = rehearsal.side == .fortnox ? "Phone1" : "Telephone"
      // Fortnox' codes of some fields name them, whatever the words.
      let isNamedByCode = rehearsal.side == .fortnox && stored.key != "WayOfDelivery"
      if naming == "none", !isNamedByCode {
        let either = VendorTexts.eitherIsAtFault(stored.system, keys: VendorTexts.keys([phone], more: 0))
        #expect(finding.message.contains(either.english), "\(finding.message)")
        #expect(!Self.saysThatTheRecordIsAtFault(finding, of: stored.system), "\(finding.message)")
      } else {
        #expect(Self.namesTheRecord(finding, stored), "\(finding.message)")
        #expect(!Self.saysThatEitherIsAtFault(finding, of: stored.system), "\(finding.message)")
      }
    }
  }

  /// Of a new customer everything was sent: there is no record that could be at fault.
  @Test(arguments: ["labels", "keys", "none"]) func aNewCustomerIsRefusedForWhatWasSent(_ naming: String) async throws {
    try await Rehearsal.run(.fortnox, seed: #"{"fortnox": {"namesFieldsBy": "\#(naming)"}}"#) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB", "costCenter": "VÄST"])
      let outcome = try await rehearsal.sync()
      #expect(outcome.codes == ["push.2000430"])
      for finding in outcome.findings {
        #expect(!Self.saysThatTheRecordIsAtFault(finding, of: "Fortnox"), "\(finding.message)")
        #expect(!Self.saysThatEitherIsAtFault(finding, of: "Fortnox"), "\(finding.message)")
      }
    }
  }

}
