import ConfigurationFile
import CustomerModel
import Differ
import RegisterStore
import Runs
import Testing

/// How two registers that exist already are brought together. Source: domain.md, "Accounting systems"; issue 3, "Merge".
struct FirstSyncTests {
  @Test(arguments: Side.allCases)
  func pairsByNumberThenByIdentityAndAsksWhatIsNotSure(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      let identity = TestIdentity.organisation(1)
      try rehearsal.addHere("1001", ["name": "Åkes Bygg AB", "phone": "08-111 11 11"])
      try rehearsal.addHere("1002", ["name": "Kök och Bad AB", "identityNumber": identity])
      try rehearsal.addHere("1003", ["name": "Målarna i Norr AB", "identityNumber": TestIdentity.organisation(2)])
      try rehearsal.addHere("1004", ["name": "Nyast Här AB"])
      try await rehearsal.addThere("1001", ["name": "Åkes Bygg AB", "email": "info@example.se"])
      try await rehearsal.addThere("77", ["name": "Kök & Bad", "identityNumber": identity])
      try await rehearsal.addThere("1003", ["name": "Helt Annan AB", "identityNumber": TestIdentity.organisation(3)])
      try await rehearsal.addThere("2001", ["name": "Nyast Där AB"])

      let outcome = try await rehearsal.sync()
      #expect(outcome.interruption == nil)
      #expect(outcome.codes.contains("sync.unsureMatch"))
      #expect(outcome.codes.contains("sync.pairedByIdentity"))
      // Both have what only one had.
      #expect(try rehearsal.here("1001", "email") == "info@example.se")
      #expect(try await rehearsal.there("1001", "phone") == "08-111 11 11")
      // Paired by identity number: the numbers stay, and the names, which differ, are held.
      #expect(try rehearsal.numbersHere == ["1001", "1002", "1003", "1004", "2001"])
      #expect(try await rehearsal.numbersThere() == ["1001", "1003", "1004", "2001", "77"])
      #expect(try rehearsal.here("1002", "name") == "Kök och Bad AB")
      #expect(try await rehearsal.there("77", "name") == "Kök & Bad")
      // Neither side of the pair that is not sure is touched.
      #expect(try rehearsal.here("1003", "name") == "Målarna i Norr AB")
      #expect(try await rehearsal.there("1003", "name") == "Helt Annan AB")
      #expect(try rehearsal.here("2001", "name") == "Nyast Där AB")
      #expect(try await rehearsal.there("1004", "name") == "Nyast Här AB")
    }
  }

  @Test(arguments: Side.allCases, [true, false])
  func aPairThatIsNotSureIsDecidedByAPerson(_ side: Side, isSame: Bool) async throws {
    try await Rehearsal.run(side) { rehearsal in
      try rehearsal.addHere("1003", ["name": "Målarna AB", "identityNumber": TestIdentity.organisation(2)])
      try await rehearsal.addThere("1003", ["name": "Annan AB", "identityNumber": TestIdentity.organisation(3)])
      let first = try await rehearsal.sync()
      #expect(first.conflicts == 1)
      try rehearsal.answerMatch("1003", isSame: isSame)
      let sent = try await rehearsal.requests { try await rehearsal.nextNight() }
      #expect(sent.filter(\.isWriting) == [])
      // Paired, all that differs is held; apart, nothing is asked any more.
      let held = try rehearsal.register.read { try $0.conflicts(system: side.rawValue, customer: nil) }
      #expect(held.map { $0.conflict.path.description }.sorted() == (isSame ? ["identityNumber", "name"] : []))
      let numbers = try await rehearsal.numbersThere()
      #expect(numbers == ["1003"])
      #expect(try rehearsal.numbersHere == ["1003"])
      try await rehearsal.nextNight()
      #expect(try await rehearsal.there("1003", "name") == "Annan AB")
    }
  }

  @Test(arguments: Side.allCases)
  func ofTwoRecordsWithOneIdentityTheRightOneIsNamed(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      let identity = ["identityNumber": TestIdentity.organisation(2)]
      try rehearsal.addHere("3000", identity.merging(["name": "Målarna AB"]) { $1 })
      try await rehearsal.addThere("17", identity.merging(["name": "Målarna AB"]) { $1 })
      try await rehearsal.addThere("18", identity.merging(["name": "Målarna AB"]) { $1 })
      let first = try await rehearsal.sync()
      for number in ["17", "18"] {
        let asked = SyncRemedy.decideMatch(
          number: "3000", remote: number, system: rehearsal.system.name, mayBeSame: true)
        #expect(first.findings.contains { $0.remedies == [.ofSync(asked)] }, "\(first.findings)")
      }
      let several = #expect(throws: KundregError.self) { try rehearsal.answerMatch("3000", isSame: true) }
      #expect(several?.code == "conflict.several")
      #expect(several?.remedies == [.ofSync(.nameRemoteCustomer)])
      try rehearsal.answerMatch("3000", remote: "18", isSame: true)
      try rehearsal.answerMatch("3000", remote: "17", isSame: false)
      try await rehearsal.nextNight()
      try rehearsal.editHere("3000", ["phone": "08-2"])
      try await rehearsal.nextNight()
      #expect(try await rehearsal.there("18", "phone") == "08-2")
      #expect(try await rehearsal.there("17", "phone") == nil)
      #expect(try rehearsal.numbersHere == ["17", "3000"])
    }
  }

  @Test(arguments: Side.allCases)
  func nothingIsSentBeforeTheMatchesWereShown(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Åkes Bygg AB", "phone": "08-111 11 11"])
      try rehearsal.addHere("1002", ["name": "Ny AB"])
      try await rehearsal.addThere("1001", ["name": "Åkes Bygg AB"])
      for _ in 1...2 {
        let sent = try await rehearsal.requests {
          let outcome = try await rehearsal.sync { $0.confirmsMatches = false }
          #expect(outcome.pushed.queued == 2)
          let shown = Remedy.ofSync(.showMatches(system: rehearsal.system.name))
          #expect(outcome.notes.contains { $0.remedies == [shown] })
        }
        #expect(sent.filter(\.isWriting) == [])
      }
      try await rehearsal.sync { $0.isDryRun = true }
      try await rehearsal.sync { $0.confirmsMatches = false }
      try await rehearsal.expectAgreement(numbers: ["1001", "1002"])
    }
  }

  @Test(arguments: Side.allCases)
  func anEmptySideNeedsNoConfirmation(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Åkes Bygg AB"])
      try await rehearsal.sync { $0.confirmsMatches = false }
      try await rehearsal.expectAgreement(numbers: ["1001"])
    }
    try await Rehearsal.run(side) { rehearsal in
      try await rehearsal.addThere("2001", ["name": "Där AB"])
      try await rehearsal.sync { $0.confirmsMatches = false }
      try rehearsal.editHere("2001", ["phone": "08-1"])
      try await rehearsal.nextNight { $0.confirmsMatches = false }
      try await rehearsal.expectAgreement(numbers: ["2001"])
    }
  }
}
