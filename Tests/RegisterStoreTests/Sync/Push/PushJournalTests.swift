import CustomerModel
import TestSupport
import Testing
import Texts

@testable import RegisterStore

@Suite struct PushJournalTests {
  @Test(arguments: PushEntry.Kind.allCases)
  func anIntentIsReadAsItWasWrittenDown(kind: PushEntry.Kind) throws {
    let store = try Store()
    let intent = Store.push(kind: kind)
    let id = try store.register.write { try $0.beginPush(intent, at: Store.time()) }
    // Another process finds it after a crash.
    let other = try Register(existing: store.path)
    let found = try #require(try other.read { try $0.pendingPushes("fortnox") }.first)
    #expect(found.id == id)
    #expect(found.kind == kind)
    #expect(
      [found.system, found.number, found.method, found.path] == ["fortnox", "1001", intent.method, "/customers"])
    #expect(found.body == #"{"Customer":{"Name":"Åkes \"Bygg\""}}"#)
    #expect(found.base == intent.base)
    #expect(found.fields.map(\.description) == ["name", "contactPersons[1].email", "customFields.Zon \"1\""])
    #expect(found.run == nil)
    #expect(found.state == .intended)
    #expect(found.attempts == 1)
    #expect(found.createdAt == "2026-11-23T22:00:00Z")
    #expect(found.finishedAt == nil)
    #expect(try other.read { try $0.pendingPushes("visma") }.isEmpty)
  }

  @Test func aFailureStandsUntilTheNextAttemptWhichCountsOn() throws {
    let store = try Store()
    func failed() throws -> PushEntry? { try store.register.read { try $0.lastFailedPush("fortnox", customer: 1) } }
    func attempt(_ state: PushEntry.State) throws {
      try store.register.write { writer throws in
        let id = try writer.beginPush(Store.push(), at: Store.time())
        try writer.finishPush(
          id, as: state, code: "2000359", reason: Text(en: "Not allowed", sv: "Inte tillåtet"),
          retryAfter: Store.time(60),
          at: Store.time(1))
      }
    }
    try attempt(.failed)
    let first = try #require(try failed())
    #expect(first.attempts == 1)
    #expect(first.code == "2000359" && first.reason == Text(en: "Not allowed", sv: "Inte tillåtet"))
    #expect(first.retryAfter == "2026-11-23T22:01:00Z")
    #expect(first.finishedAt == "2026-11-23T22:00:01Z")
    try attempt(.failed)
    #expect(try failed()?.attempts == 2)
    try attempt(.done)
    #expect(try failed() == nil)
    try attempt(.failed)
    #expect(try failed()?.attempts == 1)
    // What needs no push any more has no failure.
    try store.register.write { try $0.markSynced("visma", customer: 1, revision: 1) }
    #expect(try failed() != nil)
    try store.register.write { try $0.markSynced("fortnox", customer: 1, revision: 1) }
    #expect(try failed() == nil)
    try attempt(.failed)
    let link = CustomerLink(
      system: "fortnox", customer: 1, remoteID: "1", remoteNumber: "1", agreed: nil, record: "{}")
    try store.register.write { try $0.save(link) }
    #expect(try failed() != nil)
    var synced = link
    synced.syncedRevision = 1
    try store.register.write { try $0.save(synced) }
    #expect(try failed() == nil)
  }

  @Test func failuresAreListedOfCustomersThatStillWait() throws {
    let store = try Store()
    try store.add(["1", "2", "3", "4", "5"].map { ["number": $0] })
    try store.register.write { writer throws in
      for customer in [5, 1, 2, 3, 4] as [Int64] {
        for system in ["fortnox", "visma"] {
          try writer.finishPush(try writer.beginPush(Store.push(customer, system: system)), as: .failed)
        }
      }
      for system in ["fortnox", "visma"] { _ = try writer.beginPush(Store.push(6, system: system)) }
    }
    try store.delete("2")
    try store.change("3", ["active": "0"])
    try store.link("4", synced: 0, isGone: true)
    try store.link("5", synced: 0)
    func failed(_ system: String) throws -> [Int64] {
      try store.register.read { try $0.failedPushes(system) }.map(\.customer)
    }
    #expect(try failed("fortnox") == [5, 1])
    #expect(try failed("visma") == [5, 1, 4])
  }

  @Test func aCustomerHasOneRequestOfUnknownOutcomeAtMost() throws {
    let store = try Store()
    let id = try store.register.write { try $0.beginPush(Store.push()) }
    #expect(throws: KundregError.self) { try store.register.write { try $0.beginPush(Store.push()) } }
    _ = try store.register.write { try $0.beginPush(Store.push(2)) }
    _ = try store.register.write { try $0.beginPush(Store.push(system: "visma")) }
    #expect(try store.register.read { try $0.pendingPushes("fortnox") }.map(\.customer) == [1, 2])
    try store.register.write { try $0.finishPush(id, as: .superseded) }
    _ = try store.register.write { try $0.beginPush(Store.push()) }
    #expect(try store.register.read { try $0.pendingPushes("fortnox") }.map(\.customer) == [2, 1])
  }

  @Test func onlyWhatEndedLongAgoAndDoesNotStandIsForgotten() throws {
    let store = try Store()
    func end(_ customer: Int64, _ state: PushEntry.State?, _ seconds: Double) throws {
      try store.register.write { writer throws in
        let id = try writer.beginPush(Store.push(customer), at: Store.time())
        if let state { try writer.finishPush(id, as: state, at: Store.time(seconds)) }
      }
    }
    try end(1, .done, 9)
    try end(2, .done, 10)
    try end(3, .superseded, 9)
    try end(4, .failed, 9)
    try end(5, nil, 0)
    func count() throws -> Int {
      try store.register.read { reader throws in
        let count = try SQLiteStatement(reader.db, "SELECT count(*) FROM push")
        defer { count.reset() }
        return try count.step() ? Int(count.integer(0)) : 0
      }
    }
    #expect(try count() == 5)
    try store.register.write { try $0.prunePushes(olderThan: Store.time(10)) }
    #expect(try count() == 3)
    #expect(try store.register.read { try $0.lastFailedPush("fortnox", customer: 4) } != nil)
    #expect(try store.register.read { try $0.pendingPushes("fortnox") }.map(\.customer) == [5])
  }
}
