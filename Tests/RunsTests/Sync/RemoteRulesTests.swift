import ERPSandbox
import ConfigurationFile
import CustomerModel
import RegisterStore
@testable import Runs
import Testing
import Texts

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
  func whatANewCustomerCouldNotTakeAlongIsToldUntilItIsMendedAndNeverReplacedUnasked(_ side: Side) async throws {
    let (field, value) =
      side == .fortnox
      ? ("invoiceAddress.line1", "Gatan <2>") : ("invoiceAddress.line1", String(repeating: "Lång", count: 13))
    try await Rehearsal.run(side) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB", field: value])
      try await rehearsal.sync()
      let told = try await rehearsal.nextNight()
      #expect(told.findings.contains { $0.number == "1001" && $0.severity == .reject }, "\(told.findings)")
      #expect(try await rehearsal.there("1001")[field] == nil)
      // Somebody types another value there: neither side may win unasked.
      try await rehearsal.editThere("1001", [field: "Gatan 2"])
      let outcome = try await rehearsal.nextNight()
      #expect(outcome.codes.contains("sync.conflict"), "\(outcome.findings)")
      #expect(try rehearsal.here("1001", field) == value)
      #expect(try await rehearsal.there("1001")[field] == "Gatan 2")
      try rehearsal.resolve("1001", field, .erp)
      try await rehearsal.nextNight()
      try await rehearsal.expectAgreement(numbers: ["1001"])
    }
  }

  /// What a field without right shows is `API_NORIGHT`.
  @Test func theTextAPI_NORIGHTIsNeitherStoredNorWrittenOver() async throws {
    let seed = #"{"fortnox": {"fieldsWithoutRight": ["CostCenter"]}}"#
    try await Rehearsal.run(.fortnox, seed: seed) { rehearsal in
      try await rehearsal.editRecord("2001", ["Name": "Där AB", "CostCenter": "NORD"])
      try await rehearsal.editRecord("1001", ["Name": "Ettan AB", "CostCenter": "NORD"])
      try rehearsal.addHere("1001", ["name": "Ettan AB", "costCenter": "SYD"])
      let first = try await rehearsal.sync()
      #expect(first.pulled.rejected == 0)
      let system = rehearsal.system.name
      let seen = try rehearsal.register.read { try $0.link(system, remoteID: "2001")?.record }
      #expect(seen?.contains(#""CostCenter":"API_NORIGHT""#) == true, "\(seen ?? "")")
      #expect(try rehearsal.here("2001", "costCenter") == nil)
      #expect(try rehearsal.here("1001", "costCenter") == "SYD")
      #expect(first.codes.contains("push.noRight"), "\(first.findings)")
      // Other fields flow, and the value there stays whatever happens to it here.
      try rehearsal.editHere("2001", ["phone": "08-2", "costCenter": "SYD"])
      let second = try await rehearsal.nextNight()
      #expect(second.pushed.updated == 1)
      #expect(second.codes.contains("push.noRight"))
      #expect(try await rehearsal.there("2001")["phone"] == "08-2")
      #expect(try await rehearsal.there("2001")["costCenter"] == "NORD")
      #expect(try await rehearsal.there("1001")["costCenter"] == "NORD")
      try await rehearsal.expectQuiet()
    }
  }

  @Test func whatWaitsForARightIsToldUntilItIsThere() async throws {
    let seed = #"{"fortnox": {"fieldsWithoutRight": ["CostCenter"]}}"#
    try await Rehearsal.run(.fortnox, seed: seed) { rehearsal in
      for number in ["1001", "1002", "1003"] {
        try await rehearsal.editRecord(number, ["Name": .string("Kund \(number) AB"), "CostCenter": "NORD"])
        try rehearsal.addHere(number, ["name": "Kund \(number) AB", "costCenter": "SYD"])
      }
      try await rehearsal.editRecord("1004", ["Name": "Där AB", "CostCenter": "NORD"])
      try await rehearsal.sync()
      for _ in 1...2 {
        let outcome = try await rehearsal.nextNight()
        // One sentence for all of them, and no request.
        #expect(outcome.codes == ["push.noRight"])
        #expect(outcome.findings.first?.message.contains("1001 and 2 others") == true, "\(outcome.findings)")
        #expect(try rehearsal.register.read { try $0.queueLength(rehearsal.system.name) } == 3)
      }
      // Those that wait are looked at by a full comparison, the others are not.
      let sent = try await rehearsal.requests { try await rehearsal.nextNight { $0.isFull = true } }
      #expect(
        sent.filter { !$0.isList }.map(\.path).sorted() == ["/customers/1001", "/customers/1002", "/customers/1003"])
    }
  }

  @Test func customersThatMayNotBeWrittenKeepNobodyFromTheirTurn() async throws {
    let seed = #"{"fortnox": {"fieldsWithoutRight": ["CostCenter"]}}"#
    try await Rehearsal.run(.fortnox, seed: seed) { rehearsal in
      for number in 1001...1010 {
        try rehearsal.addHere(String(number), ["name": "Kund \(number) AB", "costCenter": "NORD"])
      }
      try rehearsal.addHere("2001", ["name": "Sist AB"])
      // All of the first ones seem to be all.
      #expect(try await rehearsal.sync().interruption?.code == "fortnox.rights")
      let outcome = try await rehearsal.nextNight()
      #expect(try await rehearsal.numbersThere() == ["2001"])
      #expect(outcome.pushed.created == 1)
      try rehearsal.editHere("2001", ["phone": "08-2"])
      let next = try await rehearsal.nextNight()
      #expect(next.interruption == nil)
      #expect(try await rehearsal.there("2001", "phone") == "08-2")
      #expect(next.findings.count { $0.code == "push.forbidden" } == 10)
    }
  }

  @Test func aFieldThatMayNotBeWrittenHoldsBackItsCustomerAlone() async throws {
    let seed = #"{"fortnox": {"fieldsWithoutRight": ["CostCenter"]}}"#
    try await Rehearsal.run(.fortnox, seed: seed) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB", "costCenter": "NORD"])
      for number in 1002...1009 { try rehearsal.addHere(String(number), ["name": "Kund \(number) AB"]) }
      let outcome = try await rehearsal.sync()
      #expect(outcome.interruption == nil)
      #expect(outcome.pushed.created == 8)
      #expect(outcome.findings.contains { $0.code == "push.forbidden" && $0.number == "1001" })
      // It rests, unless somebody asks for it.
      let rested = try await rehearsal.requests { try await rehearsal.sync() }
      #expect(rested.filter(\.isWriting) == [])
      let retried = try await rehearsal.requests { try await rehearsal.sync { $0.retriesAll = true } }
      #expect(retried.filter(\.isWriting).count == 1)
    }
  }

  @Test func whereNothingMayBeWrittenTheRunEndsAndSaysSo() async throws {
    let seed = #"{"fortnox": {"fieldsWithoutRight": ["Name"]}}"#
    try await Rehearsal.run(.fortnox, seed: seed) { rehearsal in
      for number in 1001...1030 { try rehearsal.addHere(String(number), ["name": "Kund \(number) AB"]) }
      let sent = try await rehearsal.requests {
        let outcome = try await rehearsal.sync()
        #expect(outcome.interruption?.status == .configuration)
        #expect(outcome.interruption?.code == "fortnox.rights")
        #expect(outcome.pushed.failed + outcome.pushed.queued == 30)
        let (refused, untried) = (outcome.pushed.failed, outcome.pushed.queued)
        let said = try #require(outcome.interruption?.message)
        let ended = PushTexts.allAreForbidden(.empty, inARow: refused, untried: untried).english
        #expect(said.contains(ended), "\(said)")
        let report = try rehearsal.register.read { try $0.run(outcome.run ?? 0)?.report }
        #expect(report?.english.contains("were not tried") == true)
      }
      // A few workers may each have one under way.
      #expect(sent.filter(\.isWriting).count <= 8)
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
        let said = outcome.findings.first { $0.number == "1001" }?.message
        #expect(said?.hasSuffix(PushTexts.isNotCreatedUntilThen.english) == true, "\(outcome.findings)")
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
    try await Rehearsal.run(side, rules: ["phone.shape": .reject]) { rehearsal in
      try await rehearsal.addThere("2001", ["name": "Tokig AB", "phone": "ingen"])
      try await rehearsal.addThere("2002", ["name": "Riktig AB"])
      for _ in 1...2 {
        let outcome = try await rehearsal.nextNight()
        #expect(outcome.pulled.rejected == 1)
        let finding = outcome.findings.first { $0.number == "2001" }
        #expect(finding?.link?.hasPrefix("http://127.0.0.1:\(rehearsal.port)\(side.resources)/customers/") == true)
        #expect(try rehearsal.numbersHere == ["2002"])
      }
      try await rehearsal.editThere("2001", ["phone": "08-465 004 00"])
      let outcome = try await rehearsal.nextNight()
      #expect(outcome.pulled.created == 1)
      #expect(outcome.pulled.rejected == 0)
      try await rehearsal.expectAgreement(numbers: ["2001", "2002"])
    }
  }

  /// Nobody writes over what was not understood.
  @Test(arguments: Side.allCases)
  func aLinkedRecordThatBreaksARuleIsNotWrittenOver(_ side: Side) async throws {
    try await Rehearsal.run(side, rules: ["email.shape": .reject]) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB"])
      try await rehearsal.sync()
      try await rehearsal.editThere("1001", ["email": "ingen"])
      try rehearsal.editHere("1001", ["phone": "08-2"])
      let sent = try await rehearsal.requests { try await rehearsal.nextNight() }
      #expect(sent.filter(\.isWriting) == [])
      #expect(try rehearsal.here("1001", "phone") == "08-2")
      try await rehearsal.editThere("1001", ["email": "ettan@example.se"])
      try await rehearsal.nextNight()
      try await rehearsal.nextNight()
      try await rehearsal.expectAgreement(numbers: ["1001"])
    }
  }
}
