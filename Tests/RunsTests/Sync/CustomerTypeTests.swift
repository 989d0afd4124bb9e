import ERPSandbox
import ConfigurationFile
import CustomerModel
import RegisterStore
import Runs
import Testing

/// Private persons, companies and sole traders. Source: domain.md, "Accounting systems".
struct CustomerTypeTests {
  @Test(arguments: Side.allCases)
  func aPrivatePersonIsPrivateOnBothSidesWithThePersonalNumber(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Siv Ek", "type": "private", "identityNumber": TestIdentity.person(1)])
      try await rehearsal.addThere(
        "2001", ["name": "Ola Ås", "type": "private", "identityNumber": TestIdentity.person(2)])
      try await rehearsal.sync()
      try await rehearsal.expectAgreement(numbers: ["1001", "2001"])
      #expect(try await rehearsal.there("1001", "type") == "private")
      #expect(try rehearsal.here("2001", "type") == "private")
      #expect(try rehearsal.here("2001", "identityNumber") == TestIdentity.person(2))
    }
  }

  @Test(arguments: Side.allCases)
  func aSoleTraderStaysACompany(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      try rehearsal.addHere(
        "1001", ["name": "Sivs Snickeri", "type": "company", "identityNumber": TestIdentity.person(1)])
      try await rehearsal.sync()
      try await rehearsal.expectAgreement(numbers: ["1001"])
      #expect(try await rehearsal.there("1001", "type") == "company")
      try await rehearsal.expectQuiet()
    }
  }

  @Test(arguments: Side.allCases)
  func aMistypedCustomerIsToldAndNeverFlipped(_ side: Side) async throws {
    try await Rehearsal.run(side, system: { $0.conflicts = .erp }) { rehearsal in
      // New here: a company with a personal number.
      try await rehearsal.addThere(
        "2001", ["name": "Ola Ås", "type": "company", "identityNumber": TestIdentity.person(2)])
      // Known here as a person, there as a company.
      let person = ["name": "Siv Ek", "identityNumber": TestIdentity.person(1)]
      try rehearsal.addHere("1001", person.merging(["type": "private"]) { $1 })
      try await rehearsal.addThere("1001", person.merging(["type": "company"]) { $1 })
      let outcome = try await rehearsal.sync()
      #expect(outcome.codes.contains("sync.suspectedMistype"))
      #expect(outcome.codes.contains("sync.conflict"))
      #expect(!outcome.findings.contains { $0.message.contains(TestIdentity.person(2)) })
      #expect(try rehearsal.here("2001", "type") == "company")
      #expect(try rehearsal.here("1001", "type") == "private")
      #expect(try await rehearsal.there("1001", "type") == "company")
      try rehearsal.resolve("1001", "type", .register)
      try await rehearsal.nextNight()
      try await rehearsal.expectAgreement(numbers: ["1001", "2001"])
    }
  }

  @Test func anUndefinedTypeSaysNothingAndIsNotOverwrittenUnasked() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      try await rehearsal.editRecord("2001", ["Name": "Gammal AB", "Type": "UNDEFINED"])
      try await rehearsal.editRecord("1001", ["Name": "Siv Ek", "Type": "UNDEFINED"])
      try rehearsal.addHere("1001", ["name": "Siv Ek", "type": "private"])
      let sent = try await rehearsal.requests {
        let outcome = try await rehearsal.sync()
        #expect(outcome.pulled.rejected == 0, "\(outcome.findings)")
        #expect(!outcome.needsAttention, "\(outcome.findings)")
      }
      #expect(!sent.contains { $0.isWriting && $0.body?.contains("Type") == true }, "\(sent)")
      #expect(try rehearsal.here("2001", "type") == "company")
      #expect(try rehearsal.here("1001", "type") == "private")
      // What somebody then decides here is sent.
      try rehearsal.editHere("2001", ["type": "private"])
      try await rehearsal.nextNight()
      #expect(try await rehearsal.there("2001", "type") == "private")
      // And what somebody decides there is taken.
      try await rehearsal.editThere("1001", ["type": "private"])
      try await rehearsal.nextNight()
      try await rehearsal.expectQuiet()
    }
  }

  @Test(arguments: Side.allCases)
  func aNumberWithoutItsCenturyIsNoChange(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      let person = TestIdentity.person(1)
      try rehearsal.addHere("1001", ["name": "Siv Ek", "type": "private", "identityNumber": person])
      try await rehearsal.addThere(
        "1001", ["name": "Siv Ek", "type": "private", "identityNumber": String(person.dropFirst(2))])
      let sent = try await rehearsal.requests { try await rehearsal.sync() }
      #expect(sent.filter(\.isWriting) == [])
      #expect(try rehearsal.here("1001", "identityNumber") == person)
      try await rehearsal.editThere("1001", ["phone": "08-2"])
      try await rehearsal.nextNight()
      #expect(try rehearsal.here("1001", "identityNumber") == person)
      #expect(try rehearsal.here("1001", "phone") == "08-2")
      try await rehearsal.expectQuiet()
    }
  }
}
