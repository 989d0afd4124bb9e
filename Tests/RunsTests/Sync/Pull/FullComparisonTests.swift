import ConfigurationFile
import CustomerModel
import ERPSandbox
import Runs
import Testing

/// `--full` lists everything and fetches what differs; `--full --deep` fetches everything.
struct FullComparisonTests {
  /// Twelve customers there, one of them inactive, in step with the register and long unchanged.
  private func inStep(
    _ side: Side = .fortnox, system configure: (inout AccountingSystem) -> Void = { _ in },
    _ body: (Rehearsal) async throws -> Void
  ) async throws {
    try await Rehearsal.run(side, system: configure) { rehearsal in
      for number in 2001...2012 { try await rehearsal.addThere(String(number), ["name": "Kund \(number) AB"]) }
      try await rehearsal.editThere("2012", ["active": "0"])
      try await rehearsal.sync()
      try await rehearsal.nextNight()
      try await body(rehearsal)
    }
  }

  /// What a full comparison fetches one by one.
  private func fetched(_ rehearsal: Rehearsal, deep: Bool = false) async throws -> [String] {
    let sent = try await rehearsal.requests {
      try await rehearsal.nextNight {
        $0.isFull = true
        $0.isDeep = deep
      }
    }
    return sent.filter { $0.method == "GET" && !$0.isList }.map { String($0.path.dropFirst("/customers/".count)) }
      .sorted()
  }

  @Test func whereNothingChangedOnlyListsAreRead() async throws {
    try await inStep { rehearsal in
      let sent = try await rehearsal.requests { try await rehearsal.nextNight { $0.isFull = true } }
      #expect(sent.filter { !$0.isList } == [])
      #expect(sent.count <= 6)
      #expect(try await fetched(rehearsal, deep: true).count == 12)
    }
  }

  /// A change that `lastmodified` did not tell of, as somebody else's clock or a cursor of tomorrow may bring about.
  @Test func whatTheListsShowOtherwiseIsFetchedAlthoughNoChangeWasTold() async throws {
    try await inStep { rehearsal in
      try await rehearsal.editThere("2003", ["phone": "08-465 004 00"])
      try await rehearsal.editThere("2004", ["active": "0"])
      try await rehearsal.editThere("2012", ["active": "1"])
      try await rehearsal.addThere("2013", ["name": "Ny AB"])
      try await rehearsal.editThere("2005", ["comments": "Ring först"])
      try await rehearsal.deleteThere("2006")
      try rehearsal.forgetTheChanges()
      #expect(try await fetched(rehearsal) == ["2003", "2004", "2006", "2012", "2013"])
      #expect(try rehearsal.here("2003", "phone") == "08-465 004 00")
      #expect(try rehearsal.here("2004", "active") == "0")
      #expect(try rehearsal.here("2012", "active") == "1")
      #expect(try rehearsal.here("2013", "name") == "Ny AB")
      #expect(try rehearsal.here("2006", "active") == "0")
      // What no list shows is found by fetching everything.
      #expect(try rehearsal.here("2005", "comments") == nil)
      _ = try await fetched(rehearsal, deep: true)
      #expect(try rehearsal.here("2005", "comments") == "Ring först")
    }
  }

  /// What changed since the last pull is fetched too, whether or not a list shows it.
  @Test(arguments: Side.allCases)
  func aChangeThatNoListShowsComesInWithAFullComparisonToo(_ side: Side) async throws {
    try await inStep(side) { rehearsal in
      try await rehearsal.editThere("2005", ["comments": "Ring först"])
      let found = try await fetched(rehearsal)
      #expect(found == (side == .fortnox ? ["2005"] : []))
      #expect(try rehearsal.here("2005", "comments") == "Ring först")
      try await rehearsal.expectAgreement()
    }
  }

  /// A record that was refused is not fetched again as long as it is the same.
  @Test func aRefusedRecordIsComparedWithWhatWasRefused() async throws {
    try await Rehearsal.run(.fortnox, rules: ["email.shape": .reject]) { rehearsal in
      try await rehearsal.addThere("2001", ["name": "Tokig AB", "email": "ingen"])
      try await rehearsal.sync()
      try await rehearsal.nextNight()
      #expect(try await fetched(rehearsal) == [])
      try await rehearsal.editThere("2001", ["email": "tokig@example.se"])
      try rehearsal.forgetTheChanges()
      #expect(try await fetched(rehearsal) == ["2001"])
      try await rehearsal.expectAgreement(numbers: ["2001"])
    }
  }

  /// What changed there while a customer was left out flows when it no longer is, without fetching everything.
  @Test(arguments: Side.allCases)
  func whatChangedWhileACustomerWasLeftOutComesInLater(_ side: Side) async throws {
    try await inStep(side) { rehearsal in
      rehearsal.system.leaveOut = [FieldCondition(path("name"), "Kund 2003 AB")]
      try await rehearsal.editThere("2003", ["comments": "Ring först"])
      try await rehearsal.nextNight()
      try await rehearsal.nextNight()
      #expect(try rehearsal.here("2003", "comments") == nil)
      rehearsal.system.leaveOut = []
      try await rehearsal.nextNight()
      #expect(try rehearsal.here("2003", "comments") == "Ring först")
      try await rehearsal.expectAgreement()
    }
  }

  /// A part of four customers is less than one: one may always be found deleted.
  @Test(arguments: Side.allCases)
  func oneOfFewCustomersMayBeFoundDeleted(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      for number in 1001...1004 { try rehearsal.addHere(String(number), ["name": "Kund \(number) AB"]) }
      try await rehearsal.sync()
      try await rehearsal.deleteThere("1003")
      // Nobody, where nobody is allowed.
      let guarded = try await rehearsal.nextNight {
        $0.isFull = true
        $0.maximumInactivated = 0
      }
      #expect(guarded.codes == ["sync.missing"])
      #expect(try rehearsal.here("1003", "active") == "1")
      let outcome = try await rehearsal.nextNight { $0.isFull = true }
      #expect(outcome.codes == ["sync.deletedThere"])
      #expect(try rehearsal.here("1003", "active") == "0")
      // Two of the three that are left are too many.
      for number in ["1001", "1002"] { try await rehearsal.deleteThere(number) }
      #expect(try await rehearsal.nextNight { $0.isFull = true }.codes == ["sync.missing"])
    }
  }

  /// Records that wait for a person's answer are no less there than linked ones because a list lacks them.
  @Test(arguments: Side.allCases, ["emptyList", "shrinkList"])
  func anOpenQuestionOutlivesAListThatIsTooShort(_ side: Side, fault: String) async throws {
    try await Rehearsal.run(side) { rehearsal in
      let identity = TestIdentity.organisation(1)
      try rehearsal.addHere("1002", ["name": "Målarna AB", "identityNumber": identity])
      for number in ["17", "18"] {
        try await rehearsal.addThere(number, ["name": "Målarna", "identityNumber": identity])
      }
      for number in 2001...2010 { try await rehearsal.addThere(String(number), ["name": "Kund \(number) AB"]) }
      let first = try await rehearsal.sync()
      #expect(first.conflicts == 2)
      try await rehearsal.fault(fault, count: 100)
      for share in [0.2, 1] {
        let outcome = try await rehearsal.nextNight {
          $0.isFull = true
          $0.maximumInactivated = share
        }
        #expect(outcome.conflicts == 2)
        #expect(outcome.pushed.created == 0)
      }
      try await rehearsal.clearFaults()
      // One is deleted there for good: that question is no more, and the other answers itself.
      try await rehearsal.deleteThere("18")
      #expect(try await rehearsal.nextNight { $0.isFull = true }.codes.contains("sync.pairedByIdentity"))
      #expect(try await rehearsal.numbersThere().sorted() == ["17"] + (2001...2010).map(String.init))
    }
  }
}
