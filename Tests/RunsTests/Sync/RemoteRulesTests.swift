import ConfigurationFile
import CustomerModel
import Runs
import Testing

/// Records and values that one of the sides cannot take.
struct RemoteRulesTests {
  /// Pairs of a value here that the system cannot take, and the field.
  private static func unsendable(_ side: Side) -> (field: String, value: String) {
    side == .fortnox
      ? ("invoiceAddress.line2", "Uppgång <B>") : ("name", String(repeating: "Lång", count: 13) + " AB")
  }

  @Test(arguments: Side.allCases)
  func whatTheSystemCannotHoldIsToldAndTheRestFlows(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB"])
      try await rehearsal.sync()
      let (field, value) = Self.unsendable(side)
      let before = try await rehearsal.there("1001", field)
      try rehearsal.editHere("1001", [field: value, "phone": "08-2"])
      for _ in 1...2 {
        let outcome = try await rehearsal.nextNight()
        #expect(outcome.findings.contains { $0.number == "1001" && $0.severity == .reject }, "\(outcome.findings)")
        #expect(outcome.needsAttention)
        #expect(try rehearsal.here("1001", field) == value)
        #expect(try await rehearsal.there("1001", field) == before)
        #expect(try await rehearsal.there("1001", "phone") == "08-2")
      }
      try rehearsal.editHere("1001", [field: "Kort"])
      let outcome = try await rehearsal.nextNight()
      #expect(!outcome.needsAttention, "\(outcome.findings)")
      try await rehearsal.expectAgreement(numbers: ["1001"])
      try await rehearsal.expectQuiet()
    }
  }

  @Test(arguments: Side.allCases)
  func aNewCustomerWhoseNameCannotBeSentWaits(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      let name = side == .fortnox ? "Bygg <Norr> AB" : String(repeating: "Lång", count: 13)
      try rehearsal.addHere("1001", ["name": name])
      try rehearsal.addHere("1002", ["name": "Tvåan AB"])
      let sent = try await rehearsal.requests {
        let outcome = try await rehearsal.sync()
        #expect(outcome.pushed.failed == 1)
        #expect(outcome.pushed.created == 1)
      }
      #expect(sent.filter { $0.isWriting }.count == 1)
      #expect(try await rehearsal.numbersThere() == ["1002"])
      try rehearsal.editHere("1001", ["name": "Bygg Norr AB"])
      try await rehearsal.nextNight()
      try await rehearsal.expectAgreement(numbers: ["1001", "1002"])
    }
  }

  @Test(arguments: Side.allCases)
  func aRecordThatBreaksARuleIsToldWithItsLinkAndTakenWhenMended(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      try await rehearsal.addThere("2001", ["name": "Tokig AB", "identityNumber": "556677-0000"])
      try await rehearsal.addThere("2002", ["name": "Riktig AB"])
      for _ in 1...2 {
        let outcome = try await rehearsal.nextNight()
        #expect(outcome.pulled.rejected == 1)
        let finding = outcome.findings.first { $0.number == "2001" }
        #expect(finding?.link?.hasPrefix("http://127.0.0.1:\(rehearsal.port)\(side.resources)/customers/") == true)
        #expect(try rehearsal.numbersHere == ["2002"])
      }
      try await rehearsal.editThere("2001", ["identityNumber": TestIdentity.organisation(7)])
      let outcome = try await rehearsal.nextNight()
      #expect(outcome.pulled.created == 1)
      #expect(outcome.pulled.rejected == 0)
      try await rehearsal.expectAgreement(numbers: ["2001", "2002"])
    }
  }

  /// Nobody writes over what was not understood.
  @Test(arguments: Side.allCases)
  func aLinkedRecordThatBreaksARuleIsNotWrittenOver(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB"])
      try await rehearsal.sync()
      try await rehearsal.editThere("1001", ["identityNumber": "556677-0000"])
      try rehearsal.editHere("1001", ["phone": "08-2"])
      let sent = try await rehearsal.requests { try await rehearsal.nextNight() }
      #expect(sent.filter(\.isWriting) == [])
      #expect(try rehearsal.here("1001", "phone") == "08-2")
      try await rehearsal.editThere("1001", ["identityNumber": TestIdentity.organisation(7)])
      try await rehearsal.nextNight()
      try await rehearsal.nextNight()
      try await rehearsal.expectAgreement(numbers: ["1001"])
    }
  }
}
