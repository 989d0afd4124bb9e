import AccountingSystems
import ConfigurationFile
import CustomerModel
import Differ
import ERPSandbox
import RegisterStore
@testable import Runs
import TestSupport
import Testing
import Texts

/// What is answered to whether two customers are one holds in the next run, as it was said.
struct MatchAnswerTests {
  /// Two records there, 11 and 12, with the identity number of one customer here, 20.
  private func twoForOne(_ side: Side, _ body: (Rehearsal) async throws -> Void) async throws {
    try await Rehearsal.run(side) { rehearsal in
      let fields = ["name": "Målarna AB", "identityNumber": TestIdentity.organisation(2)]
      try rehearsal.addHere("20", fields)
      for number in ["11", "12"] { try await rehearsal.addThere(number, fields) }
      #expect(try await rehearsal.sync().codes == ["sync.unsureMatch", "sync.unsureMatch"])
      try await body(rehearsal)
    }
  }

  /// Pairs that are asked about and not decided, `here there`.
  private func open(_ rehearsal: Rehearsal) throws -> [String] {
    try rehearsal.register.read { reader in
      try reader.matchQuestions(nil).filter { $0.answer == nil }.map { "\($0.customerNumber) \($0.remoteNumber)" }
    }
  }

  /// The number there that a customer here is paired with.
  private func partner(_ number: String, _ rehearsal: Rehearsal) throws -> String? {
    let system = rehearsal.system.name
    return try rehearsal.register.read { reader in
      guard let key = try reader.key(ofNumber: number) else { return nil }
      return try reader.link(system, customer: key.id)?.remoteNumber
    }
  }

  @Test(arguments: Side.allCases)
  func ofTwoRecordsTheOtherIsClosedWhenOneIsDecided(_ side: Side) async throws {
    try await twoForOne(side) { rehearsal in
      let said = try rehearsal.answerMatch("20", remote: "12", isSame: true)
      let name = rehearsal.system.name
      #expect(
        said
          == [
            DecisionTexts.arePaired("20", "12", system: name),
            DecisionTexts.othersThere(["11"], than: "20", system: name),
          ]
          .joined())
      #expect(try open(rehearsal) == [])
      let next = try await rehearsal.nextNight()
      #expect(next.conflicts == 0)
      #expect(!next.codes.contains("sync.unsureMatch"), "\(next.findings)")
      #expect(try partner("20", rehearsal) == "12")
      #expect(try partner("11", rehearsal) == "11")
      #expect(try rehearsal.numbersHere == ["11", "20"])
      #expect(try await rehearsal.numbersThere() == ["11", "12"])
      // What is decided and done is no longer to be answered.
      let late = #expect(throws: KundregError.self) { try rehearsal.answerMatch("20", remote: "11", isSame: true) }
      #expect(late?.code == "conflict.paired")
      #expect(try await rehearsal.nextNight().conflicts == 0)
      try await rehearsal.expectQuiet()
    }
  }

  /// Until it is carried out, the answer may be another.
  @Test(arguments: Side.allCases)
  func anAnswerMayBeChangedBeforeTheNextSync(_ side: Side) async throws {
    try await twoForOne(side) { rehearsal in
      try rehearsal.answerMatch("20", remote: "12", isSame: true)
      try rehearsal.answerMatch("20", remote: "11", isSame: true)
      try await rehearsal.nextNight()
      #expect(try partner("20", rehearsal) == "11")
      #expect(try partner("12", rehearsal) == "12")
      try await rehearsal.expectQuiet()
    }
  }

  /// That one is not the same does not say that the other is: it is asked until somebody answers.
  @Test(arguments: Side.allCases)
  func whatIsSaidOfOneDecidesNothingOfTheOther(_ side: Side) async throws {
    try await twoForOne(side) { rehearsal in
      let name = rehearsal.system.name
      let said = try rehearsal.answerMatch("20", remote: "12", isSame: false)
      #expect(said == DecisionTexts.areTwoAndMoreIsAsked("20", "12", system: name))
      for _ in 1...3 {
        let night = try await rehearsal.nextNight()
        #expect(night.conflicts == 1)
        #expect(try open(rehearsal) == ["20 11"])
        #expect(try partner("20", rehearsal) == nil)
        #expect(try partner("12", rehearsal) == "12")
      }
      let last = try rehearsal.answerMatch("20", remote: "11", isSame: false)
      #expect(last == DecisionTexts.areTwo("20", "11", system: name))
      try await rehearsal.nextNight()
      #expect(try partner("11", rehearsal) == "11")
      #expect(try partner("20", rehearsal) == "20")
      #expect(try await rehearsal.numbersThere() == ["11", "12", "20"])
      #expect(try open(rehearsal) == [])
      try await rehearsal.expectQuiet()
    }
  }

  /// The same with two customers here and one record there.
  @Test(arguments: Side.allCases, [true, false])
  func ofTwoCustomersHereEachIsAsked(_ side: Side, isSame: Bool) async throws {
    try await Rehearsal.run(side) { rehearsal in
      let fields = ["name": "Målarna AB", "identityNumber": TestIdentity.organisation(2)]
      for number in ["20", "21"] { try rehearsal.addHere(number, fields) }
      try await rehearsal.addThere("11", fields)
      try await rehearsal.sync()
      #expect(try open(rehearsal) == ["20 11", "21 11"])
      let name = rehearsal.system.name
      let said = try rehearsal.answerMatch("20", remote: "11", isSame: isSame)
      if isSame {
        #expect(
          said
            == [
              DecisionTexts.arePaired("20", "11", system: name),
              DecisionTexts.othersHere(["21"], than: "11", system: name),
            ].joined())
      }
      for _ in 1...2 { try await rehearsal.nextNight() }
      #expect(try open(rehearsal) == (isSame ? [] : ["21 11"]))
      #expect(try partner("20", rehearsal) == (isSame ? "11" : "20"))
      #expect(try partner("21", rehearsal) == (isSame ? "21" : nil))
    }
  }

  /// A record that somebody deletes or gives another identity number is asked about no more.
  @Test(arguments: Side.allCases)
  func theQuestionGoesWithWhatMadeIt(_ side: Side) async throws {
    try await twoForOne(side) { rehearsal in
      try await rehearsal.editThere("11", ["identityNumber": TestIdentity.organisation(3)])
      let night = try await rehearsal.nextNight()
      #expect(night.conflicts == 0, "\(night.findings)")
      #expect(try open(rehearsal) == [])
      #expect(try partner("20", rehearsal) == "12")
      #expect(try partner("11", rehearsal) == "11")
    }
  }

  /// One number here and there, and not one customer.
  private func oneNumber(_ side: Side, _ body: (Rehearsal) async throws -> Void) async throws {
    try await Rehearsal.run(side) { rehearsal in
      try rehearsal.addHere("1003", ["name": "Målarna AB", "identityNumber": TestIdentity.organisation(2)])
      try await rehearsal.addThere("1003", ["name": "Annan AB", "identityNumber": TestIdentity.organisation(3)])
      try await rehearsal.sync()
      let said = try rehearsal.answerMatch("1003", isSame: false)
      #expect(said == DecisionTexts.areKeptApart("1003", "1003", system: rehearsal.system.name))
      try await body(rehearsal)
    }
  }

  @Test(arguments: Side.allCases)
  func whoIsKeptApartIsSyncedWhenTheNumbersDiffer(_ side: Side) async throws {
    try await oneNumber(side) { rehearsal in
      let sent = try await rehearsal.requests { try await rehearsal.nextNight() }
      #expect(sent.filter(\.isWriting) == [])
      try rehearsal.editHere("1003", ["number": "1004"])
      let night = try await rehearsal.nextNight { $0.isFull = true }
      #expect(try await rehearsal.numbersThere() == ["1003", "1004"])
      #expect(try await rehearsal.there("1004", "name") == "Målarna AB")
      // A number that a customer here had stays that customer's: the other is told as ever.
      #expect(night.codes == ["number.reserved"])
    }
  }

  @Test(arguments: Side.allCases)
  func whoIsKeptApartIsSyncedWhenTheOtherIsNoLongerThere(_ side: Side) async throws {
    try await oneNumber(side) { rehearsal in
      try await rehearsal.nextNight()
      try await rehearsal.deleteThere("1003")
      let night = try await rehearsal.nextNight { $0.isFull = true }
      // Fortnox gives a number once and never again, and says so.
      #expect(night.codes == (side == .fortnox ? ["push.numberTaken"] : []), "\(night.findings)")
      #expect(try await rehearsal.numbersThere() == (side == .fortnox ? [] : ["1003"]))
    }
  }

  @Test(arguments: Side.allCases)
  func whoIsKeptApartMayBeSaidToBeTheSameAfterAll(_ side: Side) async throws {
    try await oneNumber(side) { rehearsal in
      try await rehearsal.nextNight()
      let said = try rehearsal.answerMatch("1003", isSame: true)
      #expect(said == DecisionTexts.arePairedByAComparison("1003", "1003", system: rehearsal.system.name))
      try await rehearsal.nextNight { $0.isFull = true }
      #expect(try partner("1003", rehearsal) == "1003")
    }
  }

  /// One customer here is one there: that it is another's as well cannot be said.
  @Test(arguments: Side.allCases)
  func theNumberOfACustomerThatIsPairedOtherwiseIsNoQuestionOfOneCustomer(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      let fields = ["name": "Målarna AB", "identityNumber": TestIdentity.organisation(2)]
      try rehearsal.addHere("1001", fields)
      try await rehearsal.addThere("77", fields)
      try await rehearsal.sync()
      #expect(try partner("1001", rehearsal) == "77")
      try await rehearsal.addThere("1001", ["name": "Annan AB"])
      let night = try await rehearsal.nextNight()
      let name = rehearsal.system.name
      let told = try #require(night.findings.first { $0.code == "sync.unsureMatch" })
      #expect(told.text == ConflictTexts.isTaken("1001", "1001", label: rehearsal.system.label, by: "77"))
      #expect(
        told.remedies == [.ofSync(.decideMatch(number: "1001", remote: "1001", system: name, mayBeSame: false))])
      let refused = #expect(throws: KundregError.self) { try rehearsal.answerMatch("1001", isSame: true) }
      #expect(refused?.code == "conflict.paired")
      let said = try rehearsal.answerMatch("1001", isSame: false)
      #expect(said == DecisionTexts.isLeftAlone("1001", system: name, whileOurs: "1001"))
      try rehearsal.editHere("1001", ["phone": "08-2"])
      let quiet = try await rehearsal.nextNight()
      #expect(quiet.conflicts == 0 && !quiet.codes.contains("sync.unsureMatch"))
      #expect(try await rehearsal.there("77", "phone") == "08-2")
      #expect(try await rehearsal.there("1001", "phone") == nil)
    }
  }

  @Test func aRecordWhoseNumberIsTakenComesInByAnother() async throws {
    try await Rehearsal.run(.visma) { rehearsal in
      let fields = ["name": "Målarna AB", "identityNumber": TestIdentity.organisation(2)]
      try rehearsal.addHere("1001", fields)
      try await rehearsal.addThere("77", fields)
      try await rehearsal.sync()
      try await rehearsal.addThere("1001", ["name": "Annan AB"])
      try await rehearsal.nextNight()
      try await rehearsal.editRecord("1001", ["CustomerNumber": "1005"])
      let night = try await rehearsal.nextNight()
      #expect(night.pulled.created == 1, "\(night.findings)")
      #expect(try open(rehearsal) == [])
      #expect(try rehearsal.here("1005", "name") == "Annan AB")
    }
  }

  /// A pairing that a rule keeps out is not forgotten, and nothing is created there meanwhile.
  @Test(arguments: Side.allCases)
  func anAnswerHoldsUntilTheRecordCanBePaired(_ side: Side) async throws {
    try await Rehearsal.run(side, rules: ["phone.shape": .reject]) { rehearsal in
      let fields = ["name": "Målarna AB", "identityNumber": TestIdentity.organisation(2)]
      try rehearsal.addHere("20", fields)
      for number in ["11", "12"] { try await rehearsal.addThere(number, fields) }
      try await rehearsal.sync()
      try rehearsal.answerMatch("20", remote: "12", isSame: true)
      try await rehearsal.editThere("12", ["phone": "ingen"])
      let sent = try await rehearsal.requests {
        let night = try await rehearsal.nextNight()
        #expect(night.pulled.rejected == 1)
      }
      #expect(sent.filter(\.isWriting) == [])
      try await rehearsal.editThere("12", ["phone": "08-465 004 00"])
      try await rehearsal.nextNight()
      #expect(try partner("20", rehearsal) == "12")
      #expect(try await rehearsal.numbersThere() == ["11", "12"])
    }
  }
}
