import AccountingSystems
import ConfigurationFile
import CustomerModel
import Differ
import ERPSandbox
import RegisterStore
import Testing
import Texts

@testable import Runs

/// An accounting system's customers are not refused for their organisation and VAT numbers.
struct NumbersOfRecordsTests {
  struct Wrong: Sendable {
    let field: String
    let value: String
    let code: String
  }

  /// A wrong check digit, another country's number where no country is told, a ten-digit VAT number, and one of no shape.
  private static let wrongs = [
    Wrong(field: "identityNumber", value: "556677-0000", code: "identity.checksum"),
    Wrong(field: "identityNumber", value: "HRB 4711", code: "identity.shape"),
    Wrong(field: "vatNumber", value: TestIdentity.organisation(7).filter { $0 != "-" }, code: "vatNumber.country"),
    Wrong(field: "vatNumber", value: "SE55", code: "vatNumber.shape"),
  ]

  private func right(_ field: String) -> String {
    let number = TestIdentity.organisation(7)
    return field == "identityNumber" ? number : "SE\(number.filter { $0 != "-" })01"
  }

  private func doubtful(_ rehearsal: Rehearsal) throws -> Int {
    try rehearsal.register.read { try $0.customersInDoubt(rehearsal.system.name).count }
  }

  @Test(arguments: Side.allCases, wrongs)
  func aCustomerComesInWithoutTheWrongNumberWhichStaysThereAndIsToldUntilItIsMended(
    _ side: Side, _ wrong: Wrong
  ) async throws {
    let seed = #"{"fortnox": {"checksWholeRecord": false}}"#
    try await Rehearsal.run(side, seed: seed) { rehearsal in
      try await rehearsal.addThere("2001", ["name": "Tokig AB", wrong.field: wrong.value])
      try await rehearsal.addThere("2002", ["name": "Riktig AB"])
      let first = try await rehearsal.sync()
      #expect(first.pulled.created == 2)
      #expect(first.pulled.rejected == 0)
      for outcome in [first, try await rehearsal.nextNight(), try await rehearsal.nextNight { $0.isFull = true }] {
        let finding = try #require(outcome.findings.first { $0.number == "2001" }, "\(outcome.findings)")
        #expect(finding.code == wrong.code)
        #expect(finding.severity == .warn)
        #expect(outcome.findings.count == 1)
        #expect(outcome.conflicts == 0)
        #expect(try rehearsal.here("2001", wrong.field) == nil)
        #expect(try await rehearsal.there("2001", wrong.field) == wrong.value)
        #expect(try doubtful(rehearsal) == 1)
      }
      // Other fields flow as ever, and take no blank along. Visma's own check of VAT numbers is another matter.
      if wrong.field == "identityNumber" || side == .fortnox {
        try rehearsal.editHere("2001", ["phone": "08-465 004 02"])
        try await rehearsal.nextNight()
        #expect(try await rehearsal.there("2001", "phone") == "08-465 004 02")
        #expect(try await rehearsal.there("2001", wrong.field) == wrong.value)
      }
      let mended = right(wrong.field)
      try await rehearsal.editThere("2001", [wrong.field: mended])
      let outcome = try await rehearsal.nextNight()
      #expect(outcome.findings == [])
      #expect(try rehearsal.here("2001", wrong.field) == mended)
      #expect(try doubtful(rehearsal) == 0)
      try await rehearsal.expectAgreement(numbers: ["2001", "2002"])
      try await rehearsal.expectQuiet()
    }
  }

  /// A number that the register can keep although a rule would refuse its row.
  @Test(arguments: Side.allCases)
  func aVATNumberOfOtherDigitsThanTheOrganisationNumberIsKeptAndTold(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      let vat = "SE\(TestIdentity.organisation(8).filter { $0 != "-" })01"
      try await rehearsal.addThere(
        "2001", ["name": "Där AB", "identityNumber": right("identityNumber"), "vatNumber": vat])
      for outcome in [try await rehearsal.sync(), try await rehearsal.nextNight()] {
        #expect(outcome.codes == ["vatNumber.identity"])
        #expect(!outcome.needsAttention)
        #expect(try rehearsal.here("2001", "vatNumber") == vat)
      }
      // It is mended here as any other value.
      try rehearsal.editHere("2001", ["vatNumber": right("vatNumber")])
      try await rehearsal.nextNight()
      #expect(try await rehearsal.nextNight().findings == [])
      try await rehearsal.expectAgreement(numbers: ["2001"])
    }
  }

  @Test(arguments: Side.allCases, [MergePolicy.hold, .register, .erp, .newest])
  func aRightNumberHereIsNotPushedOverAWrongOneThereBeforeAPersonSaysSo(
    _ side: Side, policy: MergePolicy
  ) async throws {
    let configure = { (system: inout AccountingSystem) in system.conflicts = policy }
    try await Rehearsal.run(side, system: configure) { rehearsal in
      let number = right("identityNumber")
      try rehearsal.addHere("1001", ["name": "Ettan AB", "identityNumber": number])
      try await rehearsal.addThere("1001", ["name": "Ettan AB", "identityNumber": "556677-0000"])
      for outcome in [try await rehearsal.sync(), try await rehearsal.nextNight()] {
        #expect(outcome.codes == ["identity.checksum", "sync.conflict"])
        #expect(outcome.pushed.created + outcome.pushed.updated + outcome.pushed.failed == 0)
        #expect(try rehearsal.here("1001", "identityNumber") == number)
        #expect(try await rehearsal.there("1001", "identityNumber") == "556677-0000")
      }
      #expect(throws: KundregError.self) { try rehearsal.resolve("1001", "identityNumber", .erp) }
      try rehearsal.resolve("1001", "identityNumber", .register)
      let sent = try await rehearsal.nextNight()
      #expect(sent.pushed.updated == 1)
      #expect(try doubtful(rehearsal) == 0)
      try await rehearsal.expectAgreement(numbers: ["1001"])
      try await rehearsal.expectQuiet()
    }
  }

  @Test(arguments: Side.allCases)
  func aNumberThatIsMistypedThereDoesNotComeOverTheRightOneHere(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      let number = right("identityNumber")
      try rehearsal.addHere("1001", ["name": "Ettan AB", "identityNumber": number])
      try await rehearsal.sync()
      try await rehearsal.advance(3600)
      try await rehearsal.editThere("1001", ["identityNumber": "556677-0000", "email": "ett@example.se"])
      try rehearsal.editHere("1001", ["phone": "08-465 004 02"])
      try await rehearsal.nextNight()
      #expect(try rehearsal.here("1001", "identityNumber") == number)
      #expect(try rehearsal.here("1001", "email") == "ett@example.se")
      #expect(try await rehearsal.there("1001", "phone") == "08-465 004 02")
      #expect(try await rehearsal.there("1001", "identityNumber") == "556677-0000")
      try await rehearsal.editThere("1001", ["identityNumber": number])
      #expect(try await rehearsal.nextNight().findings == [])
      try await rehearsal.expectAgreement(numbers: ["1001"])
      try await rehearsal.expectQuiet()
    }
  }

  @Test(arguments: Side.allCases)
  func aNumberThatIsTypedHereLaterIsHeldAgainstTheWrongOneThere(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      try await rehearsal.addThere("2001", ["name": "Tokig AB", "identityNumber": "556677-0000"])
      try await rehearsal.sync()
      try rehearsal.editHere("2001", ["identityNumber": right("identityNumber")])
      let outcome = try await rehearsal.nextNight()
      #expect(outcome.codes == ["identity.checksum", "sync.conflict"])
      #expect(try await rehearsal.there("2001", "identityNumber") == "556677-0000")
      // Mended on the other side too, nothing is left to decide.
      try await rehearsal.editThere("2001", ["identityNumber": right("identityNumber")])
      let mended = try await rehearsal.nextNight()
      #expect(mended.findings == [])
      #expect(mended.conflicts == 0)
      try await rehearsal.expectAgreement(numbers: ["2001"])
    }
  }

  /// What makes a number right may be typed here: the country that it is of.
  @Test(arguments: Side.allCases)
  func aForeignNumberComesInWhenItsCustomerGetsACountryHere(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      try await rehearsal.addThere("2001", ["name": "Müller GmbH", "identityNumber": "HRB 4711"])
      try await rehearsal.addThere(
        "2002", ["name": "Schmidt GmbH", "identityNumber": "HRB 4712", "invoiceAddress.country": "DE"])
      #expect(try await rehearsal.sync().codes == ["identity.shape"])
      #expect(try rehearsal.here("2002", "identityNumber") == "HRB 4712")
      try rehearsal.editHere("2001", ["invoiceAddress.country": "DE"])
      // The country goes there, and the number comes back with it.
      try await rehearsal.nextNight()
      let outcome = try await rehearsal.nextNight()
      #expect(outcome.findings == [])
      #expect(try rehearsal.here("2001", "identityNumber") == "HRB 4711")
      try await rehearsal.expectAgreement(numbers: ["2001", "2002"])
      try await rehearsal.expectQuiet()
    }
  }

  @Test(arguments: Side.allCases)
  func aPrivateCustomerWithAnOrganisationNumberComesInWithoutIt(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      let number = right("identityNumber")
      try await rehearsal.addThere("2001", ["name": "Siv Ek", "type": "private", "identityNumber": number])
      for outcome in [try await rehearsal.sync(), try await rehearsal.nextNight()] {
        #expect(outcome.codes == ["identity.type"])
        #expect(outcome.pulled.rejected == 0)
        #expect(try rehearsal.here("2001", "identityNumber") == nil)
      }
      try rehearsal.editHere("2001", ["identityNumber": TestIdentity.person(1)])
      #expect(try await rehearsal.nextNight().codes == ["identity.type", "sync.conflict"])
      #expect(try await rehearsal.there("2001", "identityNumber") == number)
      try rehearsal.editHere("2001", ["identityNumber": nil])
      try await rehearsal.editThere("2001", ["type": "company"])
      let mended = try await rehearsal.nextNight()
      #expect(mended.findings == [], "\(mended.findings)")
      #expect(try rehearsal.here("2001", "type") == "company")
      #expect(try rehearsal.here("2001", "identityNumber") == number)
      try await rehearsal.expectAgreement(numbers: ["2001"])
    }
  }

  /// A customer abroad whose country is changed there to Sweden cannot keep its number: neither is lost.
  @Test(arguments: Side.allCases)
  func aCountryThatDoesNotGoWithTheNumberIsHeld(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      try await rehearsal.addThere(
        "2001", ["name": "Schmidt GmbH", "identityNumber": "HRB 4712", "invoiceAddress.country": "DE"])
      try await rehearsal.sync()
      try await rehearsal.advance(3600)
      try await rehearsal.editThere("2001", ["invoiceAddress.country": "SE", "phone": "08-465 004 02"])
      for _ in 1...2 {
        let outcome = try await rehearsal.nextNight()
        #expect(outcome.pulled.rejected == 0)
        #expect(outcome.codes.contains("sync.conflict"), "\(outcome.findings)")
        #expect(try rehearsal.here("2001", "invoiceAddress.country") == "DE")
        #expect(try rehearsal.here("2001", "identityNumber") == "HRB 4712")
        #expect(try rehearsal.here("2001", "phone") == "08-465 004 02")
        #expect(try await rehearsal.there("2001", "invoiceAddress.country") == "SE")
      }
    }
  }

  @Test(arguments: Side.allCases)
  func aFirstMeetingPairsByARightIdentityNumberAlone(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      let number = right("identityNumber")
      try rehearsal.addHere("1001", ["name": "Ettan AB", "identityNumber": number])
      try rehearsal.addHere("1002", ["name": "Tvåan AB"])
      // The same customer under another number, whose VAT number is wrong; and one whose number is no number.
      try await rehearsal.addThere("2001", ["name": "Ettan AB", "identityNumber": number, "vatNumber": "SE55"])
      try await rehearsal.addThere("2002", ["name": "Tvåan AB", "identityNumber": "556677-0000"])
      let outcome = try await rehearsal.sync { $0.direction = .pull }
      #expect(try rehearsal.numbersHere == ["1001", "1002", "2002"])
      #expect(outcome.codes == ["identity.checksum", "sync.pairedByIdentity", "vatNumber.shape"])
      #expect(try rehearsal.here("1001", "vatNumber") == nil)
    }
  }

  @Test(arguments: Side.allCases)
  func theRunIsUndoneAndTellsNothingMore(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      try await rehearsal.addThere("2001", ["name": "Tokig AB", "identityNumber": "556677-0000"])
      let outcome = try await rehearsal.sync()
      let undo = try UndoRun.perform(try #require(outcome.run), on: rehearsal.register, as: Rehearsal.actor)
      #expect(try rehearsal.card("2001") == nil)
      #expect(try await rehearsal.nextNight().codes == ["sync.deletedHere"])
      #expect(try await rehearsal.nextNight().findings == [])
      #expect(try doubtful(rehearsal) == 0)
      // And back, with what is wrong with it.
      _ = try UndoRun.perform(undo.run, on: rehearsal.register, as: Rehearsal.actor)
      #expect(try await rehearsal.nextNight().codes == ["identity.checksum"])
      #expect(try await rehearsal.there("2001", "identityNumber") == "556677-0000")
    }
  }

  /// A rule that the configuration switched off says nothing, and one that is a warning is told once.
  @Test func whatIsNoRejectOfARowIsNoStandingFinding() async throws {
    try await Rehearsal.run(.fortnox, rules: ["vatNumber.identity": .warn]) { rehearsal in
      let vat = "SE\(TestIdentity.organisation(8).filter { $0 != "-" })01"
      try await rehearsal.addThere(
        "2001", ["name": "Där AB", "identityNumber": right("identityNumber"), "vatNumber": vat])
      #expect(try await rehearsal.sync().codes == ["vatNumber.identity"])
      // The first night lists once more what changed just before the last sync.
      try await rehearsal.nextNight()
      #expect(try await rehearsal.nextNight().findings == [])
    }
  }

  /// In the night in which the decision goes out, nothing else is said of the number there.
  @Test(arguments: Side.allCases)
  func theNightThatPushesANumberSaysSo(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      let number = right("identityNumber")
      try rehearsal.addHere("1001", ["name": "Ettan AB", "identityNumber": number])
      try await rehearsal.addThere("1001", ["name": "Ettan AB", "identityNumber": "556677-0000"])
      let held = try await rehearsal.sync()
      let kept = try #require(held.findings.first { $0.code == "identity.checksum" })
      let label = rehearsal.system.label
      let isNotWrittenOver = PullTexts.isNotWrittenOver(.empty, label: label).english
      #expect(kept.message.hasSuffix(isNotWrittenOver), "\(kept.message)")
      try rehearsal.resolve("1001", "identityNumber", .register)
      let sent = try await rehearsal.nextNight()
      #expect(sent.pushed.updated == 1)
      for finding in sent.findings {
        #expect(!finding.message.contains(isNotWrittenOver), "\(finding.message)")
        #expect(!finding.message.contains(PullTexts.isKept(.empty).english), "\(finding.message)")
        #expect(finding.message.hasSuffix(PullTexts.goesOver(.empty, label: label).english), "\(finding.message)")
      }
      #expect(sent.codes == ["identity.checksum"])
      #expect(try await rehearsal.there("1001", "identityNumber") == number)
    }
  }

  /// What the register cannot keep it cannot take: no such choice is offered, and the one that is works.
  @Test(arguments: Side.allCases)
  func aConflictWithANumberThatCannotBeKeptOffersTheRegistersAlone(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      try rehearsal.addHere(
        "1001", ["name": "Ettan AB", "identityNumber": right("identityNumber"), "phone": "08-465 004 01"])
      try await rehearsal.addThere(
        "1001", ["name": "Ettan AB", "identityNumber": "556677-0000", "phone": "08-465 004 02"])
      let outcome = try await rehearsal.sync()
      func offered(_ field: String, mayTakeTheirs: Bool) -> Remedy {
        .ofSync(.decideField(field, number: "1001", system: nil, mayTakeTheirs: mayTakeTheirs))
      }
      let told = outcome.findings.filter { $0.code == "sync.conflict" }
      let number = try #require(told.first { $0.message.hasPrefix("identityNumber") })
      #expect(number.message.contains(ConflictTexts.mendItThere(rehearsal.system.label).english), "\(number.message)")
      #expect(number.remedies == [offered("identityNumber", mayTakeTheirs: false)])
      let phone = try #require(told.first { $0.message.hasPrefix("phone") })
      #expect(phone.remedies == [offered("phone", mayTakeTheirs: true)])
    }
  }

}
