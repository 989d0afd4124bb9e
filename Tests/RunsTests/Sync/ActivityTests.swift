import AccountingSystems
import ConfigurationFile
import CustomerModel
import ERPSandbox
import RegisterStore
import Testing
import Texts

@testable import Runs

/// Inactive customers, and customers that were deleted.
struct ActivityTests {
  @Test(arguments: Side.allCases)
  func inactiveHereIsInactiveThereAndBack(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB"])
      try await rehearsal.sync()
      for (isHere, value) in [(true, "0"), (true, "1"), (false, "0"), (false, "1")] {
        try await rehearsal.advance(3600)
        if isHere {
          try rehearsal.editHere("1001", ["active": value])
        } else {
          try await rehearsal.editThere("1001", ["active": value])
        }
        try await rehearsal.sync()
        #expect(try rehearsal.here("1001", "active") == value)
        #expect(try await rehearsal.there("1001", "active") == value)
      }
      try await rehearsal.expectQuiet()
    }
  }

  /// An inactive customer that the system never had is not made there.
  @Test(arguments: Side.allCases)
  func anInactiveCustomerIsNotCreatedThere(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB", "active": "0"])
      try await rehearsal.sync()
      #expect(try await rehearsal.numbersThere() == [])
    }
  }

  /// Ten customers on both sides.
  private func ten(_ side: Side, _ body: (Rehearsal) async throws -> Void) async throws {
    try await Rehearsal.run(side) { rehearsal in
      for number in 1001...1010 { try rehearsal.addHere(String(number), ["name": "Kund \(number) AB"]) }
      try await rehearsal.sync()
      try await rehearsal.advance(86_400)
      try await body(rehearsal)
    }
  }

  @Test(arguments: Side.allCases)
  func deletedThereIsFoundByAFullSyncAndInactivatedHere(_ side: Side) async throws {
    try await ten(side) { rehearsal in
      try await rehearsal.deleteThere("1003")
      try await rehearsal.sync()
      #expect(try rehearsal.here("1003", "active") == "1")
      let outcome = try await rehearsal.nextNight { $0.isFull = true }
      #expect(outcome.codes == ["sync.deletedThere"])
      #expect(try rehearsal.here("1003", "active") == "0")
      let sent = try await rehearsal.requests { try await rehearsal.nextNight { $0.isFull = true } }
      #expect(sent.filter(\.isWriting) == [])
      #expect(try await rehearsal.numbersThere().count == 9)
      // The run is undone as any other, and the customer does not go back by itself.
      _ = try UndoRun.perform(try #require(outcome.run), on: rehearsal.register, as: Rehearsal.actor)
      #expect(try rehearsal.here("1003", "active") == "1")
      try await rehearsal.nextNight()
      #expect(try await rehearsal.numbersThere().count == 9)
    }
  }

  @Test(arguments: Side.allCases, ["emptyList", "shrinkList"])
  func aListThatIsTooShortInactivatesNobody(_ side: Side, fault: String) async throws {
    try await ten(side) { rehearsal in
      try await rehearsal.fault(fault, count: 100)
      let outcome = try await rehearsal.sync { $0.isFull = true }
      #expect(outcome.codes == ["sync.missing"])
      for number in try rehearsal.numbersHere { #expect(try rehearsal.here(number, "active") == "1") }
      // Even when it is allowed: each is asked for by itself, and is there.
      try await rehearsal.nextNight {
        $0.isFull = true
        $0.maximumInactivated = 1
      }
      for number in try rehearsal.numbersHere { #expect(try rehearsal.here(number, "active") == "1") }
      try await rehearsal.clearFaults()
      try await rehearsal.nextNight { $0.isFull = true }
      try await rehearsal.expectAgreement()
    }
  }

  @Test(arguments: Side.allCases)
  func moreDeletionsThanTheLimitNeedTheLimitRaised(_ side: Side) async throws {
    try await ten(side) { rehearsal in
      for number in ["1001", "1002", "1003"] { try await rehearsal.deleteThere(number) }
      let guarded = try await rehearsal.sync { $0.isFull = true }
      #expect(guarded.codes == ["sync.missing"])
      #expect(try rehearsal.here("1002", "active") == "1")
      try await rehearsal.nextNight {
        $0.isFull = true
        $0.maximumInactivated = 0.3
      }
      for number in ["1001", "1002", "1003"] { #expect(try rehearsal.here(number, "active") == "0") }
      #expect(try rehearsal.here("1004", "active") == "1")
    }
  }

  @Test(arguments: Side.allCases)
  func anEditOfACustomerThatIsDeletedThereIsToldAndMakesNoNewOne(_ side: Side) async throws {
    try await ten(side) { rehearsal in
      try await rehearsal.deleteThere("1003")
      try rehearsal.editHere("1003", ["phone": "08-2"])
      try rehearsal.editHere("1004", ["phone": "08-2"])
      let outcome = try await rehearsal.sync()
      #expect(outcome.codes == ["sync.deletedThere"])
      #expect(try await rehearsal.there("1004", "phone") == "08-2")
      let next = try await rehearsal.nextNight()
      #expect(next.codes.contains("sync.deletedThere"))
      #expect(try await rehearsal.numbersThere().count == 9)
      try await rehearsal.nextNight { $0.isFull = true }
      #expect(try rehearsal.here("1003", "active") == "0")
      #expect(try rehearsal.here("1003", "phone") == "08-2")
      let last = try await rehearsal.nextNight()
      #expect(!last.needsAttention)
    }
  }

  /// Code 2000637: once used, a number is reserved for ever.
  @Test func aNumberThatADeletedCustomerHadInFortnoxIsTold() async throws {
    let seed = #"{"fortnox": {"deletedNumbers": ["1001"]}}"#
    try await Rehearsal.run(.fortnox, seed: seed) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB"])
      try rehearsal.addHere("1002", ["name": "Tvåan AB"])
      let outcome = try await rehearsal.sync()
      #expect(outcome.codes == ["push.numberTaken"])
      #expect(outcome.pushed.created == 1)
      #expect(outcome.pushed.failed == 1)
      #expect(try await rehearsal.numbersThere() == ["1002"])
    }
  }

  @Test(arguments: Side.allCases)
  func aPullIsUndoneAndComesBackWithTheNextChange(_ side: Side) async throws {
    try await ten(side) { rehearsal in
      try await rehearsal.editThere("1003", ["phone": "08-2"])
      let outcome = try await rehearsal.sync()
      #expect(try rehearsal.here("1003", "phone") == "08-2")
      _ = try UndoRun.perform(try #require(outcome.run), on: rehearsal.register, as: Rehearsal.actor)
      #expect(try rehearsal.here("1003", "phone") == nil)
      // Taking it back is a change here as any other: it goes there.
      try await rehearsal.nextNight()
      try await rehearsal.expectAgreement()
      #expect(try await rehearsal.there("1003", "phone") == nil)
      try await rehearsal.expectQuiet()
    }
  }

  @Test(arguments: Side.allCases)
  func aCreationByAPullIsUndoneAndDoesNotComeBackByItself(_ side: Side) async throws {
    try await ten(side) { rehearsal in
      try await rehearsal.addThere("2001", ["name": "Ny där AB"])
      let outcome = try await rehearsal.sync()
      _ = try UndoRun.perform(try #require(outcome.run), on: rehearsal.register, as: Rehearsal.actor)
      #expect(try rehearsal.card("2001") == nil)
      try await rehearsal.nextNight { $0.isFull = true }
      try await rehearsal.nextNight()
      #expect(try rehearsal.card("2001") == nil)
      #expect(try await rehearsal.there("2001", "name") == "Ny där AB")
    }
  }

  /// The number of a customer that was deleted here stays reserved: one of that number there is told of, night after night.
  @Test(arguments: Side.allCases)
  func aNumberThatADeletedCustomerHadHereIsTold(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB"])
      _ = try EditRun("customer delete").perform(on: rehearsal.register, as: Rehearsal.actor) { session in
        try session.delete(session.customer("1001"))
      }
      try await rehearsal.addThere("1001", ["name": "Ny etta AB"])
      try await rehearsal.addThere("1002", ["name": "Tvåan AB"])
      for outcome in [try await rehearsal.sync(), try await rehearsal.nextNight()] {
        #expect(outcome.codes == ["number.reserved"])
        #expect(outcome.pulled.rejected == 1)
      }
      #expect(try rehearsal.numbersHere == ["1002"])
    }
  }

  @Test(arguments: Side.allCases)
  func customersAreLeftOutInBothDirections(_ side: Side) async throws {
    try await Rehearsal.run(side, system: { $0.leaveOut = [FieldCondition(path("type"), "private")] }) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Siv Ek", "type": "private"])
      try rehearsal.addHere("1002", ["name": "Tvåan AB"])
      try await rehearsal.addThere("2001", ["name": "Ola Ås", "type": "private"])
      try await rehearsal.addThere("2002", ["name": "Där AB"])
      try await rehearsal.sync()
      #expect(try rehearsal.numbersHere == ["1001", "1002", "2002"])
      #expect(try await rehearsal.numbersThere() == ["1002", "2001", "2002"])
      // What was synced once and is left out now stays as it is on both sides.
      rehearsal.system.leaveOut = [FieldCondition(path("name"), "Tvåan AB")]
      try rehearsal.editHere("1002", ["phone": "08-2"])
      try await rehearsal.editThere("1002", ["email": "tva@example.se"])
      try await rehearsal.nextNight()
      #expect(try rehearsal.here("1002", "email") == nil)
      #expect(try await rehearsal.there("1002", "phone") == nil)
      // And flows again when it no longer is.
      rehearsal.system.leaveOut = []
      try await rehearsal.nextNight { $0.isFull = true }
      try await rehearsal.nextNight()
      try await rehearsal.expectAgreement(numbers: ["1001", "1002", "2001", "2002"])
    }
  }

  @Test(arguments: Side.allCases)
  func whoIsActiveHereAndDeletedThereIsToldUntilItIsSettled(_ side: Side) async throws {
    try await ten(side) { rehearsal in
      try await rehearsal.deleteThere("1003")
      try await rehearsal.deleteThere("1004")
      let outcome = try await rehearsal.nextNight { $0.isFull = true }
      _ = try UndoRun.perform(try #require(outcome.run), on: rehearsal.register, as: Rehearsal.actor)
      try rehearsal.editHere("1003", ["phone": "08-2"])
      for _ in 1...2 {
        let told = try await rehearsal.nextNight()
        #expect(told.codes == ["sync.deletedThere", "sync.deletedThere"])
        #expect(told.findings.map(\.number) == ["1003", "1004"])
      }
      // Inactivated, or with a number by which it can be created there.
      try rehearsal.editHere("1004", ["active": "0"])
      _ = try RenumberRun.perform(
        "1003", to: "3003", on: rehearsal.register, as: Rehearsal.actor, today: Rehearsal.today)
      let settled = try await rehearsal.nextNight()
      #expect(settled.codes == [])
      #expect(try await rehearsal.there("3003", "phone") == "08-2")
      try await rehearsal.expectQuiet()
    }
  }

  /// Nobody decided that a customer is inactive because its record was gone: when the record is there again, a person is asked.
  @Test(arguments: Side.allCases)
  func aRecordThatComesBackHasItsActivityAskedAnew(_ side: Side) async throws {
    try await ten(side) { rehearsal in
      let record = try await rehearsal.recordsThere().first { $0["CustomerNumber"]?.text == "1003" }
      try await rehearsal.deleteThere("1003")
      try await rehearsal.nextNight { $0.isFull = true }
      #expect(try rehearsal.here("1003", "active") == "0")
      // Under the same id in Visma.
      var back: [String: String] = ["name": "Kund 1003 AB"]
      back["active"] = "1"
      try await rehearsal.addThere("1003", back)
      if side == .visma, let id = record?["Id"] {
        try await rehearsal.deleteThere("1003")
        try await rehearsal.editRecord(
          "1003",
          [
            "Id": id, "Name": "Kund 1003 AB", "InvoiceAddress1": "Storgatan 1", "InvoicePostalCode": "123 45",
            "InvoiceCity": "Storstad",
          ])
      }
      for _ in 1...2 {
        let outcome = try await rehearsal.nextNight { $0.isFull = true }
        #expect(outcome.codes == ["sync.conflict"], "\(outcome.findings)")
        let differs = ConflictTexts.differ(
          Field.active.columnHeading, number: "1003", here: ConflictTexts.no, there: ConflictTexts.yes,
          label: rehearsal.system.label)
        #expect(outcome.findings.first?.message.contains(differs.english) == true, "\(outcome.findings)")
        #expect(try rehearsal.here("1003", "active") == "0")
        #expect(try await rehearsal.there("1003", "active") == "1")
      }
      try rehearsal.resolve("1003", "active", .erp)
      try await rehearsal.nextNight()
      #expect(try rehearsal.here("1003", "active") == "1")
      try await rehearsal.expectAgreement()
    }
  }

  private func renumber(_ old: String, to new: String, _ rehearsal: Rehearsal) throws -> Int {
    try #require(
      try RenumberRun.perform(old, to: new, on: rehearsal.register, as: Rehearsal.actor, today: Rehearsal.today).run)
  }

  private func undo(_ run: Int, _ rehearsal: Rehearsal) throws -> Int {
    try UndoRun.perform(run, on: rehearsal.register, as: Rehearsal.actor).run
  }

  /// With its old number a customer is again one that was deleted there: it is told, and never created under that number.
  @Test(arguments: Side.allCases)
  func undoingARenumberingBringsTheLinkWithTheDeletedRecordBack(_ side: Side) async throws {
    try await ten(side) { rehearsal in
      try await rehearsal.deleteThere("1003")
      let found = try await rehearsal.nextNight { $0.isFull = true }
      _ = try undo(try #require(found.run), rehearsal)
      let run = try renumber("1003", to: "3003", rehearsal)
      let back = try undo(run, rehearsal)
      for _ in 1...2 {
        let told = try await rehearsal.nextNight()
        #expect(told.codes == ["sync.deletedThere"])
        #expect(told.findings.map(\.number) == ["1003"])
        #expect(told.pushed.created + told.pushed.updated + told.pushed.failed + told.pushed.queued == 0)
        #expect(try await rehearsal.numbersThere().count == 9)
      }
      // The undo undone, it may be created there once more.
      _ = try undo(back, rehearsal)
      #expect(try await rehearsal.nextNight().pushed.created == 1)
      #expect(try await rehearsal.numbersThere().contains("3003"))
      try await rehearsal.expectQuiet()
    }
  }

  /// What was created there under the new number meanwhile stays linked.
  @Test(arguments: Side.allCases)
  func undoingARenumberingKeepsTheLinkWithWhatWasCreatedMeanwhile(_ side: Side) async throws {
    try await ten(side) { rehearsal in
      try await rehearsal.deleteThere("1003")
      let found = try await rehearsal.nextNight { $0.isFull = true }
      _ = try undo(try #require(found.run), rehearsal)
      let run = try renumber("1003", to: "3003", rehearsal)
      #expect(try await rehearsal.nextNight().pushed.created == 1)
      _ = try undo(run, rehearsal)
      try rehearsal.editHere("1003", ["phone": "08-2"])
      let outcome = try await rehearsal.nextNight()
      #expect(outcome.codes == [])
      #expect(try await rehearsal.there("3003", "phone") == "08-2")
      #expect(try await rehearsal.numbersThere().count == 10)
    }
  }

  /// In Visma a number may be used again, and a customer may be inactive here already.
  @Test(arguments: Side.allCases)
  func whatIsSaidOfADeletedCustomerHoldsInBothSystems(_ side: Side) async throws {
    try await ten(side) { rehearsal in
      try await rehearsal.deleteThere("1003")
      try rehearsal.editHere("1003", ["phone": "08-465 004 00", "active": "0"])
      let outcome = try await rehearsal.nextNight()
      let finding = try #require(outcome.findings.first { $0.code == "sync.deletedThere" })
      #expect(finding.text == PushTexts.deletedThere("1003", label: rehearsal.system.label))
      #expect(finding.remedies == [.syncFully(system: rehearsal.system.name)])
      // The advice holds.
      try await rehearsal.nextNight { $0.isFull = true }
      #expect(try await rehearsal.nextNight().codes == [])
    }
  }

}
