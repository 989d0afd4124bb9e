import AccountingSystems
import ConfigurationFile
import ERPSandbox
import RegisterStore
@testable import Runs
import Testing
import Texts

/// A sync that may send only so many requests ends in good order, and the next ones do the rest.
struct MaximumRequestsTests {
  /// Syncs until nothing is left to do, with a budget for each run, which none may exceed.
  private func syncs(
    _ rehearsal: Rehearsal, budget: Int, atMost runs: Int, _ choose: (inout SyncOptions) -> Void = { _ in }
  ) async throws -> [SyncOutcome] {
    var outcomes: [SyncOutcome] = []
    repeat {
      let outcome = try await rehearsal.sync(budget: RequestBudget(budget), choose)
      outcomes.append(outcome)
      #expect(outcome.requests <= budget)
      #expect(outcome.interruption == nil)
      if outcome.hasMore { #expect(outcome.told.contains { $0.hasPrefix(SyncTexts.hasMore.english) }) }
      try await rehearsal.advance(86_400)
    } while outcomes.last?.hasMore == true && outcomes.count < runs
    #expect(outcomes.last?.hasMore == false)
    return outcomes
  }

  private func requests(_ rehearsal: Rehearsal, _ method: String, of path: String) async throws -> [String] {
    try await rehearsal.control("GET", "/requests").elements?.filter {
      $0["method"]?.text == method && $0["path"]?.text?.hasPrefix(path) == true
    }.compactMap { $0["path"]?.text } ?? []
  }

  @Test func aFirstPullGoesOnWhereTheLastOneEnded() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      for number in 1001...1030 { try await rehearsal.addThere(String(number), ["name": "Kund \(number) AB"]) }
      // Longer ago than what a pull takes anew.
      try await rehearsal.advance(3600)
      let outcomes = try await syncs(rehearsal, budget: 12, atMost: 20)
      #expect(outcomes.count > 2)
      #expect(outcomes.dropLast().allSatisfy { $0.run == nil && $0.fetched > 0 && !$0.needsAttention })
      #expect(outcomes.map(\.fetched).reduce(0, +) == 30)
      #expect(outcomes.last?.pulled.created == 30)
      // Nothing was asked for twice.
      let asked = try await requests(rehearsal, "GET", of: "/fortnox/3/customers/")
      #expect(asked.count == 30 && Set(asked).count == 30)
      // What changed there meanwhile is found by the next one.
      try await rehearsal.advance(3600)
      try await rehearsal.editThere("1001", ["name": "Ett nytt namn AB"])
      _ = try await syncs(rehearsal, budget: 12, atMost: 3)
      #expect(try rehearsal.here("1001", "name") == "Ett nytt namn AB")
    }
  }

  @Test(arguments: Side.allCases) func pushesStopBetweenCustomers(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      for number in 1001...1020 { try rehearsal.addHere(String(number), ["name": "Kund \(number) AB"]) }
      let outcomes = try await syncs(rehearsal, budget: 12, atMost: 20)
      #expect(outcomes.count > 2)
      #expect(outcomes.allSatisfy { $0.pushed.created > 0 && $0.pushed.failed == 0 && $0.pushed.queued == 0 })
      #expect(outcomes.map(\.pushed.created).reduce(0, +) == 20)
      #expect(outcomes.allSatisfy { !$0.needsAttention })
      let sent = try await requests(rehearsal, "POST", of: side == .fortnox ? "/fortnox/3/" : "/visma/v2/")
      #expect(sent.count == 20)
      #expect(try await rehearsal.sync().requests < 20)
    }
  }

  @Test func theCursorMovesOnlyWhenAllIsMerged() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      for number in 1001...1020 { try await rehearsal.addThere(String(number), ["name": "Kund \(number) AB"]) }
      let system = rehearsal.system.name
      let outcome = try await rehearsal.sync(budget: RequestBudget(10))
      #expect(outcome.hasMore)
      let state = try rehearsal.register.read { try $0.syncState(system) }
      #expect(state.cursor == nil && state.candidate != nil && state.lastSuccessAt == nil)
      #expect(try rehearsal.register.read { try $0.inboxCount(system, state: .fetched) } == outcome.fetched)
      // Without a number the next one does all that is left, from the first one's cursor.
      try await rehearsal.advance(3600)
      let rest = try await rehearsal.sync()
      #expect(!rest.hasMore && rest.pulled.created == 20)
      let after = try rehearsal.register.read { try $0.syncState(system) }
      #expect(after.cursor == state.candidate && after.lastSuccessAt != nil)
    }
  }

  @Test func requestsOfUnknownOutcomeAreReadBackBitByBit() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      let system = rehearsal.system.name
      for number in 1001...1012 {
        try rehearsal.addHere(String(number), ["name": "Kund \(number) AB"])
        try await rehearsal.addThere(String(number), ["name": "Kund \(number) AB"])
        // As a run leaves it that was cut off after the request left.
        try rehearsal.register.write { writer in
          let key = try #require(try writer.key(ofNumber: String(number)))
          _ = try writer.beginPush(
            PushEntry(
              system: system, customer: key.id, number: key.number, kind: .create, method: "POST", path: "/customers",
              body: "{}", base: nil, fields: [], run: nil), at: rehearsal.clock.now)
        }
      }
      func pending() throws -> Int { try rehearsal.register.read { try $0.pendingPushes(system).count } }
      let first = try await rehearsal.sync(budget: RequestBudget(10))
      #expect(first.hasMore && first.run == nil && first.requests == 6)
      #expect(try pending() == 6)
      _ = try await syncs(rehearsal, budget: 10, atMost: 20)
      #expect(try pending() == 0)
      #expect(try await requests(rehearsal, "POST", of: "/fortnox/3/customers").isEmpty)
      #expect(try await rehearsal.numbersThere().count == 12)
    }
  }

  @Test func deletionsAreFoundBitByBit() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      for number in 1001...1020 { try await rehearsal.addThere(String(number), ["name": "Kund \(number) AB"]) }
      try await rehearsal.sync()
      try await rehearsal.advance(86_400)
      for number in 1001...1012 { try await rehearsal.deleteThere(String(number)) }
      let outcomes = try await syncs(rehearsal, budget: 14, atMost: 10) {
        $0.isFull = true
        $0.maximumInactivated = 1
      }
      #expect(outcomes.count > 1)
      for number in 1001...1020 {
        #expect(try rehearsal.here(String(number), "active") == (number <= 1012 ? "0" : "1"))
      }
    }
  }

  /// Names of contact persons come in a list of their own, which is not cut either.
  @Test func aLongListOfNamesKeepsNobodyBack() async throws {
    let customers = (1001...1021).map { #"{"CustomerNumber": "\#($0)", "Name": "Kund \#($0) AB"}"# }
    let names = (1001...1021).flatMap { number in
      (1...100).map { #"{"CustomerNumber": "\#(number)", "Reference": "Person \#($0)"}"# }
    }
    let seed = """
      {"fortnox": {"customers": [\(customers.joined(separator: ","))], "references": [\(names.joined(separator: ","))]}}
      """
    try await Rehearsal.run(.fortnox, seed: seed) { rehearsal in
      try await rehearsal.sync()
      try await rehearsal.advance(86_400)
      try rehearsal.editHere("1005", ["comments": "Ringd"])
      let outcome = try await rehearsal.sync(budget: RequestBudget(10))
      #expect(outcome.run != nil && !outcome.hasMore, "\(outcome.told)")
      #expect(outcome.pushed.updated == 1)
      try rehearsal.editHere("1006", ["contactPersons[100].name": "Ny Person"])
      try await rehearsal.advance(86_400)
      _ = try await rehearsal.sync(budget: RequestBudget(10))
      #expect(try await rehearsal.referencesThere("1006").contains("Ny Person"))
    }
  }

  /// What was learnt of missing customers before the number was reached is kept, whatever the system keeps beside its records.
  @Test(arguments: [true, false]) func everyFullComparisonGetsOn(mayUseReferences: Bool) async throws {
    let seed = #"{"fortnox": {"mayUseReferences": \#(mayUseReferences)}}"#
    try await Rehearsal.run(.fortnox, seed: seed) { rehearsal in
      for number in 1001...1030 { try await rehearsal.addThere(String(number), ["name": "Kund \(number) AB"]) }
      // Longer ago than what a comparison fetches anew.
      try await rehearsal.advance(3600)
      try await rehearsal.sync()
      if mayUseReferences { try await rehearsal.setReferencesThere("1030", ["Bo Ask", "Cia By"]) }
      for number in 1001...1012 { try await rehearsal.deleteThere(String(number)) }
      var inactive = 0
      for _ in 0..<6 where inactive < 12 {
        try await rehearsal.advance(86_400)
        let outcome = try await rehearsal.sync(budget: RequestBudget(15)) {
          $0.isFull = true
          $0.maximumInactivated = 0.5
        }
        let now = try rehearsal.numbersHere.count { try rehearsal.here($0, "active") == "0" }
        #expect(outcome.run != nil && now > inactive)
        inactive = now
      }
      #expect(inactive == 12)
    }
  }

  @Test func thoseWhoFailEachTimeDoNotKeepTheOthersBack() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      for number in 1001...1015 { try rehearsal.addHere(String(number), ["name": "Kund \(number) AB"]) }
      try await rehearsal.sync()
      for number in 1001...1012 { try await rehearsal.deleteThere(String(number)) }
      for number in 1001...1015 { try rehearsal.editHere(String(number), ["invoiceAddress.city": "Lillköping"]) }
      for _ in 0..<30 {
        try await rehearsal.advance(86_400)
        _ = try await rehearsal.sync(budget: RequestBudget(10))
      }
      for number in 1013...1015 {
        #expect(try await rehearsal.there(String(number), "invoiceAddress.city") == "Lillköping")
      }
    }
  }

  private func comparesAll(_ outcome: SyncOutcome) -> Bool {
    outcome.told.contains { $0.contains("compares everything") }
  }

  /// A full comparison that the number of requests cut short is gone on with by whatever sync comes next.
  @Test(arguments: [false, true]) func aCutComparisonIsGoneOnWithByTheNextSync(isDeep: Bool) async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      for number in 1001...1030 { try await rehearsal.addThere(String(number), ["name": "Kund \(number) AB"]) }
      try await rehearsal.advance(3600)
      try await rehearsal.sync()
      try await rehearsal.advance(86_400)
      // What no list of changes tells: changed comments, a deep comparison's matter alone; a changed name; a deletion.
      try await rehearsal.editThere("1005", [isDeep ? "comments" : "name": "Nytt"])
      for number in 1006...1025 where !isDeep { try await rehearsal.editThere(String(number), ["phone": "08-1"]) }
      try await rehearsal.deleteThere("1030")
      try await rehearsal.advance(86_400)
      try rehearsal.forgetTheChanges()
      let cut = try await rehearsal.sync(budget: RequestBudget(12)) {
        $0.isFull = true
        $0.isDeep = isDeep
      }
      #expect(cut.hasMore && cut.run == nil)
      var nights = 0
      var last = cut
      while last.hasMore, nights < 8 {
        nights += 1
        try await rehearsal.advance(86_400)
        last = try await rehearsal.sync(budget: RequestBudget(12))
        #expect(comparesAll(last), "\(last.told)")
        #expect(last.requests <= 12)
      }
      #expect(!last.hasMore && nights > 1)
      #expect(try rehearsal.here("1005", isDeep ? "comments" : "name") == "Nytt")
      #expect(try rehearsal.here("1030", "active") == "0")
      // And no longer than that.
      try await rehearsal.advance(86_400)
      let plain = try await rehearsal.requests {
        let outcome = try await rehearsal.sync()
        #expect(!comparesAll(outcome))
      }
      #expect(plain.count < 10, "\(plain)")
    }
  }

  /// Also where the list was read and only those that it lacks were not all asked for.
  @Test func deletionsThatWereNotAllAskedForAreFoundByTheNextSync() async throws {
    try await Rehearsal.run(.visma) { rehearsal in
      for number in 1001...1030 { try await rehearsal.addThere(String(number), ["name": "Kund \(number) AB"]) }
      try await rehearsal.sync()
      try await rehearsal.advance(86_400)
      for number in 1001...1015 { try await rehearsal.deleteThere(String(number)) }
      let cut = try await rehearsal.sync(budget: RequestBudget(10)) {
        $0.isFull = true
        $0.maximumInactivated = 1
      }
      #expect(cut.hasMore && cut.run != nil)
      try await rehearsal.advance(86_400)
      let rest = try await rehearsal.sync { $0.maximumInactivated = 1 }
      #expect(comparesAll(rest) && !rest.hasMore)
      for number in 1001...1015 { #expect(try rehearsal.here(String(number), "active") == "0") }
      try await rehearsal.advance(86_400)
      #expect(!comparesAll(try await rehearsal.sync()))
    }
  }

  /// A sync that only takes changes, and is cut short, makes no full one of the next.
  @Test func aCutSyncThatIsNotFullMakesNoFullOne() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      for number in 1001...1030 { try await rehearsal.addThere(String(number), ["name": "Kund \(number) AB"]) }
      try await rehearsal.sync()
      try await rehearsal.advance(86_400)
      for number in 1001...1030 { try await rehearsal.editThere(String(number), ["phone": "08-1"]) }
      #expect(try await rehearsal.sync(budget: RequestBudget(10)).hasMore)
      let rest = try await rehearsal.sync()
      #expect(!comparesAll(rest) && !rest.hasMore)
      try await rehearsal.expectAgreement()
    }
  }

  /// Nobody gave `--full`, and nobody is told of it.
  @Test func aFirstSyncThatWasCutShortIsGoneOnWithAndCalledSo() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      for number in 1001...1030 { try await rehearsal.addThere(String(number), ["name": "Kund \(number) AB"]) }
      #expect(try await rehearsal.sync(budget: RequestBudget(12)).hasMore)
      let state = { try rehearsal.register.read { try $0.syncState("fortnox") } }
      #expect(
        try state().rest == SyncTexts.moreToFetch("Fortnox"))
      #expect(try state().restAt != nil)
      try await rehearsal.advance(3600)
      let next = try await rehearsal.sync()
      #expect(
        next.told.contains(PullTexts.firstSyncGoesOn.english), "\(next.told)")
      #expect(next.notes.allSatisfy { $0.remedies.isEmpty }, "\(next.notes)")
      #expect(try state().rest == nil)
      #expect(try state().restAt == nil)
    }
  }

  @Test func oneCustomerThatWaitsIsOne() async throws {
    try await Rehearsal.run(.visma) { rehearsal in
      // The list of customers and the terms are asked for, too.
      for number in 1001...1003 { try rehearsal.addHere(String(number), ["name": "Kund \(number) AB"]) }
      var outcome = try await rehearsal.sync(budget: RequestBudget(10))
      for _ in 0..<5 where outcome.hasMore && !outcome.told.contains(where: { $0.contains(" 1 customer") }) {
        outcome = try await rehearsal.sync(budget: RequestBudget(10))
      }
      #expect(!outcome.told.contains { $0.contains("1 customers") }, "\(outcome.told)")
    }
  }
}
