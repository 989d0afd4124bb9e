import Foundation
import TestSupport
import Testing
import Texts

@testable import RegisterStore

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

  private static let told = Text(en: "One waits.", sv: "En väntar.")

  /// What a sync left and why one ended are read later, by whoever reads another language.
  @Test func whatASyncToldIsKeptInBothLanguages() throws {
    let store = try Store()
    func state() throws -> SyncState { try store.register.read { try $0.syncState("fortnox") } }
    try store.register.write { try $0.setFailed("fortnox", Self.told, at: Store.time()) }
    #expect(try state().lastFailure == Self.told)
    try store.register.write { try $0.setRest("fortnox", Self.told, at: Store.time()) }
    #expect(try state().rest == Self.told)
    #expect(try state().lastFailure == nil)
    try store.register.write { try $0.setSucceeded("fortnox", at: Store.time(), wasFull: false) }
    #expect(try state().rest == nil)
  }

  @Test func aRefusedDefaultIsKeptInBothLanguages() throws {
    let store = try Store()
    let refused = RefusedDefault(key: "TermsOfPayment", value: "31", reason: Self.told)
    try store.register.write { try $0.setRefusedDefaults("fortnox", [refused]) }
    #expect(try store.register.read { try $0.syncState("fortnox").refusedDefaults } == [refused])
  }

  /// Registers hold what was told in English only.
  @Test func whatWasKeptBeforeThereWasSwedishIsTheSameInBoth() throws {
    let old = #"[{"key": "TermsOfPayment", "value": "31", "reason": "Refused."}]"#
    #expect(try RefusedDefault.all(json: old).map(\.reason) == [Text(verbatim: "Refused.")])
  }
}
