import RegisterStore
import TestSupport
import Testing

@Suite struct SyncStateTests {
  @Test func aSystemThatWasNeverSyncedHasAnEmptyState() throws {
    let store = try Store()
    #expect(try store.register.read { try $0.syncState("fortnox") } == SyncState(system: "fortnox"))
  }

  @Test func everyStepOfASyncIsRememberedForItsSystemAlone() throws {
    let store = try Store()
    var expected = SyncState(system: "fortnox")
    func check(_ change: (RegisterWriter) throws -> Void) throws {
      try store.register.write(change)
      #expect(try store.register.read { try $0.syncState("fortnox") } == expected)
    }
    expected.lastStartedAt = "2026-11-23T22:00:00Z"
    try check { try $0.setStarted("fortnox", at: Store.time()) }
    (expected.candidate, expected.candidateAt) = ("c1", "2026-11-23T22:00:01Z")
    try check { try $0.setCandidate("fortnox", "c1", at: Store.time(1.9)) }
    (expected.candidate, expected.candidateAt) = (nil, nil)
    try check { try $0.setCandidate("fortnox", nil, at: Store.time(2)) }
    expected.cursor = "c2"
    try check { writer throws in
      try writer.setCandidate("fortnox", "c2", at: Store.time(3))
      try writer.setCursor("fortnox", "c2")
    }
    expected.matchesShownAt = "2026-11-23T22:00:04Z"
    try check { try $0.setMatchesShown("fortnox", at: Store.time(4)) }
    try check { try $0.setMatchesShown("fortnox", at: Store.time(5)) }
    (expected.lastSuccessAt, expected.lastFullAt) = ("2026-11-23T22:00:06Z", "2026-11-23T22:00:06Z")
    try check { try $0.setSucceeded("fortnox", at: Store.time(6), wasFull: true) }
    expected.lastSuccessAt = "2026-11-23T22:00:07Z"
    try check { try $0.setSucceeded("fortnox", at: Store.time(7), wasFull: false) }
    #expect(try store.register.read { try $0.syncState("visma") } == SyncState(system: "visma"))
  }

  @Test func theRunOfTheMergeBecomesTheLastOneAndStays() throws {
    let store = try Store()
    func last() throws -> Int? { try store.register.read { try $0.syncState("fortnox").lastRun } }
    let first = try store.run(.pull) { try $0.setCursor("fortnox", "c1") }
    #expect(try last() == first)
    try store.register.write { try $0.setCursor("fortnox", "c2") }
    try store.register.write { try $0.setSucceeded("fortnox", at: Store.time(), wasFull: false) }
    #expect(try last() == first)
    let second = try store.run(.pull) { _ in }
    try store.register.write { try $0.setSucceeded("fortnox", at: Store.time(), wasFull: false, run: second) }
    #expect(try last() == second)
  }
}
