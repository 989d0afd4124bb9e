import CustomerModel
import ConfigurationFile
import ERPSandbox
import Foundation
import RegisterStore
import Testing
import Texts

@testable import Runs

/// The place in Fortnox' stream of events: how it becomes known, what is told until then, and how it is given up.
struct EventPlaceTests {
  private static let none = EventTexts.noEventIsKnown("Fortnox")
  private static let onlyOne = EventTexts.onlyOneEventIsKnown("Fortnox")

  /// What is told of a place that is not known; nil where that is not told.
  private func unknown(_ outcome: SyncOutcome) -> Text? {
    outcome.notes.map(\.text).first { [Self.none, Self.onlyOne].contains($0) }
  }

  /// Lists do not show who was deleted: while they are read, that is told.
  @Test func untilAPlaceIsKnownANoteSaysThatListsAreRead() async throws {
    try await Rehearsal.withEvents { rehearsal in
      try await rehearsal.addThere("2001", ["name": "Kund AB"])
      // The first sync compares everything: nothing is missed.
      #expect(unknown(try await rehearsal.sync()) == nil)
      let none = try await rehearsal.nextNight()
      #expect(unknown(none) == Self.none)
      #expect(none.notes.map(\.remedies) == [[.syncFully(system: rehearsal.system.name)]])
      #expect(none.codes == [] && !none.needsAttention)
      #expect(unknown(try await rehearsal.nextNight { $0.isFull = true }) == nil)
      // What this sends is the first event.
      try rehearsal.editHere("2001", ["comments": "Härifrån"])
      #expect(unknown(try await rehearsal.nextNight()) == Self.none)
      let mark = try #require(try rehearsal.eventMark())
      #expect(mark.before == nil)
      #expect(unknown(try await rehearsal.nextNight()) == Self.onlyOne)
      try await rehearsal.editThere("2001", ["comments": "Därifrån"])
      #expect(unknown(try await rehearsal.nextNight()) != nil)
      let known = try await rehearsal.nextNight()
      #expect(unknown(known) == nil)
      #expect(known.notes.map(\.text).contains(EventTexts.toldOf(0, label: "Fortnox")))
    }
  }

  @Test func whereNoEventsAreAskedForNothingIsSaidOfThem() async throws {
    try await Rehearsal.withEvents { rehearsal in
      rehearsal.system.changeEvents = false
      try await rehearsal.addThere("2001", ["name": "Kund AB"])
      try await rehearsal.sync()
      #expect(unknown(try await rehearsal.nextNight()) == nil)
    }
  }

  /// A place that is refused would be refused each night.
  @Test func aRefusedPlaceIsForgottenAndLearntAnew() async throws {
    try await Rehearsal.inStepWithEvents(#"{"retentionDays": 2, "expired": "refused"}"#) { rehearsal in
      try await rehearsal.advance(2 * 86_400)
      let before = try #require(try rehearsal.eventMark())
      try await rehearsal.editThere("2002", ["comments": "Ring först"])
      let dry = try await rehearsal.sync { $0.isDryRun = true }
      #expect(dry.codes == ["sync.changeEvents"])
      #expect(try rehearsal.eventMark() == before)
      let refused = try await rehearsal.nextNight()
      #expect(refused.codes == ["sync.changeEvents"])
      let told = try #require(refused.findings.first).message
      let forgotten = EventTexts.areUnreliable("Fortnox", EventTexts.placeIsForgotten(.unknown))
      #expect(told.hasPrefix(forgotten.untilUnknown) && told.hasSuffix(forgotten.afterUnknown), "\(told)")
      #expect(unknown(refused) == nil)
      #expect(try rehearsal.here("2002", "comments") == "Ring först")
      #expect(try rehearsal.eventMark() == nil)
      // It is not asked for again.
      try await rehearsal.editThere("2002", ["comments": "Ring sedan"])
      let quiet = try await rehearsal.nextNight()
      #expect(quiet.codes == [])
      #expect(unknown(quiet) != nil)
      #expect(try rehearsal.here("2002", "comments") == "Ring sedan")
    }
  }

  @Test func whatIsSentInTheRunThatForgetsAPlaceTellsTheNextOne() async throws {
    try await Rehearsal.inStepWithEvents(#"{"retentionDays": 2, "expired": "refused"}"#) { rehearsal in
      try await rehearsal.advance(2 * 86_400)
      let before = try #require(try rehearsal.eventMark())
      for number in ["2001", "2004"] { try rehearsal.editHere(number, ["comments": "Härifrån"]) }
      #expect(try await rehearsal.nextNight().codes == ["sync.changeEvents"])
      let after = try #require(try rehearsal.eventMark())
      #expect(after.before != nil && after.offset != before.offset)
    }
  }

  /// A stream that tells nothing may lag behind: the lists, if it ever comes to them, go on from what was told.
  @Test(arguments: ["utc", "zoned", "local", "none"])
  func aQuietStreamDoesNotMoveThePlaceFromWhichListsWouldGoOn(timestamps: String) async throws {
    try await Rehearsal.inStepWithEvents(#"{"timestamps": "\#(timestamps)"}"#) { rehearsal in
      func cursor() throws -> String? { try rehearsal.register.read { try $0.syncState(rehearsal.system.name) }.cursor }
      let first = try cursor()
      for _ in 1...3 { try await rehearsal.nextNight() }
      #expect(try cursor() == first)
      try await rehearsal.editThere("2002", ["comments": "Ring först"])
      try await rehearsal.nextNight()
      #expect(try (cursor() ?? "" > first ?? "") == (timestamps != "none"))
      #expect(try rehearsal.here("2002", "comments") == "Ring först")
    }
  }
}
