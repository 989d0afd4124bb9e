import AccountingSystems
import ConfigurationFile
import CustomerModel
import Differ
import ERPSandbox
import Foundation
import RegisterStore
import Testing
import Texts

@testable import HTTP
@testable import Runs

/// What Fortnox' events tell is fetched instead of lists; where they cannot be relied on, lists are read.
struct ChangeEventsTests {
  /// What was sent over the stream.
  private func streamed(_ rehearsal: Rehearsal) async throws -> [JSON] {
    try #require(try await rehearsal.control("GET", "/requests").elements).filter {
      $0["path"]?.text == "/fortnox/topics-v1"
    }
  }

  @Test func unlessTheConfigurationAsksNoStreamIsOpened() async throws {
    try await Rehearsal.withEvents { rehearsal in
      rehearsal.system.changeEvents = false
      try await rehearsal.addThere("2001", ["name": "Kund AB"])
      try await rehearsal.sync()
      try await rehearsal.nextNight()
      #expect(try await streamed(rehearsal).isEmpty)
      #expect(try rehearsal.eventMark() == nil)
    }
  }

  @Test func whatWasCreatedChangedAndDeletedThereIsLearntWithoutAList() async throws {
    try await Rehearsal.inStepWithEvents { rehearsal in
      #expect(try rehearsal.eventMark()?.before != nil)
      try await rehearsal.addThere("3001", ["name": "Ny AB"])
      try await rehearsal.editThere("2002", ["comments": "Ring först"])
      try await rehearsal.editThere("2002", ["phone": "08-465 004 00"])
      try await rehearsal.editThere("2005", ["active": "0"])
      try await rehearsal.deleteThere("2003")
      let numbers = try await rehearsal.asked {
        let outcome = try await rehearsal.nextNight()
        #expect(outcome.codes == ["sync.deletedThere"])
        #expect(outcome.notes.map(\.text).contains(EventTexts.toldOf(4, label: "Fortnox")))
        #expect(outcome.pulled.created == 1 && outcome.pulled.updated == 3)
      }
      #expect(numbers == ["2002", "2003", "2005", "3001"])
      #expect(try rehearsal.here("3001", "name") == "Ny AB")
      #expect(try rehearsal.here("2002", "comments") == "Ring först")
      #expect(try rehearsal.here("2003", "active") == "0")
      #expect(try rehearsal.here("2005", "active") == "0")
      // And then there is nothing to be asked.
      #expect(try await rehearsal.asked { try await rehearsal.nextNight() } == [])
      #expect(try rehearsal.toldAndWaiting() == [])
    }
  }

  /// What changes here is sent as ever, and comes back as an event once.
  @Test func whatIsPushedIsReadBackOnce() async throws {
    try await Rehearsal.inStepWithEvents { rehearsal in
      try rehearsal.editHere("2004", ["comments": "Härifrån"])
      let outcome = try await rehearsal.nextNight()
      #expect(outcome.pushed.updated == 1)
      #expect(try await rehearsal.asked { try await rehearsal.nextNight() } == ["2004"])
      #expect(try await rehearsal.asked { try await rehearsal.nextNight() } == [])
      try await rehearsal.expectAgreement()
    }
  }

  @Test(arguments: [
    #"{"offsets": "from"}"#, #"{"repeats": true}"#, #"{"topicForm": "text"}"#, #"{"topicForm": "both"}"#,
    #"{"updatedType": "customer-updated-v2"}"#, #"{"listsTenants": true}"#, #"{"writesNumbers": true}"#,
    #"{"withoutOffset": "earliest"}"#, #"{"offsets": "from", "repeats": true, "writesNumbers": true}"#,
  ])
  func whateverFortnoxTurnsOutToDoChangesAreLearntWithoutAList(events: String) async throws {
    try await Rehearsal.inStepWithEvents(events) { rehearsal in
      for night in 1...3 {
        try await rehearsal.editThere("2002", ["comments": "Natt \(night)"])
        if night == 2 { try await rehearsal.deleteThere("2003") }
        let numbers = try await rehearsal.asked { try await rehearsal.nextNight() }
        #expect(!numbers.contains("list"), "\(numbers)")
        #expect(try rehearsal.here("2002", "comments") == "Natt \(night)")
      }
      #expect(try rehearsal.here("2003", "active") == "0")
    }
  }

  /// Where nothing proves that all was told, the lists are read: each of these would lose a change otherwise.
  @Test(arguments: [
    #"{"offsets": "ignored"}"#, #"{"retentionDays": 0, "expired": "now"}"#,
    #"{"retentionDays": 0, "expired": "earliest"}"#, #"{"withoutOffset": "refused"}"#,
  ])
  func anOffsetThatIsNotMindedLosesNothing(events: String) async throws {
    try await Rehearsal.inStepWithEvents(events) { rehearsal in
      for night in 1...3 {
        try await rehearsal.editThere("2002", ["comments": "Natt \(night)"])
        let outcome = try await rehearsal.nextNight()
        #expect(outcome.codes == ["sync.changeEvents"])
        #expect(outcome.findings.allSatisfy { $0.severity == .warn })
        #expect(!outcome.needsAttention)
        #expect(try rehearsal.here("2002", "comments") == "Natt \(night)")
      }
      try await rehearsal.expectAgreement()
    }
  }

  @Test func deletionsThatAreNotToldAreLeftToAFullComparison() async throws {
    try await Rehearsal.inStepWithEvents(#"{"tellsDeletions": false}"#) { rehearsal in
      try await rehearsal.deleteThere("2003")
      try await rehearsal.nextNight()
      #expect(try rehearsal.here("2003", "active") == "1")
      try await rehearsal.nextNight { $0.isFull = true }
      #expect(try rehearsal.here("2003", "active") == "0")
    }
  }

  @Test(arguments: ["dropBefore", "status500", "status403", "unauthorized", "truncate", "dropAfter"])
  func whereTheStreamIsDownListsAreReadAndNothingIsLost(fault: String) async throws {
    try await Rehearsal.inStepWithEvents { rehearsal in
      try await rehearsal.editThere("2002", ["comments": "Ring först"])
      try await rehearsal.deleteThere("2003")
      try await rehearsal.control(
        "POST", "/faults",
        ["kind": .string(fault), "system": "fortnox", "path": "/fortnox/topics-v1", "count": JSON(1)])
      let numbers = try await rehearsal.asked {
        let outcome = try await rehearsal.nextNight()
        #expect(outcome.codes.contains("sync.changeEvents"), "\(outcome.findings)")
        #expect(!outcome.findings.contains { $0.message.contains("sandbox-secret") || $0.message.contains("eyJ") })
      }
      #expect(numbers.contains("list"))
      #expect(try rehearsal.here("2002", "comments") == "Ring först")
      // The deletion is told by the next night's events.
      try await rehearsal.nextNight()
      #expect(try rehearsal.here("2003", "active") == "0")
      #expect(try await rehearsal.asked { try await rehearsal.nextNight() } == [])
    }
  }

  @Test func aSandboxThatIsNotThereIsToldOnceANight() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      rehearsal.system.changeEvents = true
      // Nobody listens there.
      rehearsal.system.changeEventsURL = URL(string: "ws://127.0.0.1:1/fortnox/topics-v1")
      try await rehearsal.addThere("2001", ["name": "Kund AB"])
      let outcome = try await rehearsal.sync()
      #expect(outcome.codes == ["sync.changeEvents"])
      #expect(outcome.findings.first?.message.contains(HTTPTexts.notConnected.english) == true)
      #expect(try rehearsal.here("2001", "name") == "Kund AB")
    }
  }

  @Test func anOffsetOlderThanTwoWeeksIsGivenUp() async throws {
    try await Rehearsal.inStepWithEvents { rehearsal in
      try await rehearsal.editThere("2002", ["comments": "Ring först"])
      try await rehearsal.advance(14 * 86_400)
      let numbers = try await rehearsal.asked {
        let outcome = try await rehearsal.sync()
        #expect(outcome.codes == ["sync.changeEvents"])
        #expect(
          outcome.findings.map(\.text) == [EventTexts.areUnreliable("Fortnox", EventTexts.lastIsTooOld("Fortnox"))])
      }
      #expect(numbers.contains("list"))
      #expect(try rehearsal.here("2002", "comments") == "Ring först")
      #expect(try rehearsal.eventMark() == nil)
      // From then on it is learnt anew.
      try rehearsal.editHere("2001", ["comments": "Ett"])
      try rehearsal.editHere("2004", ["comments": "Två"])
      #expect(try await rehearsal.nextNight().codes == [])
      #expect(try rehearsal.eventMark() != nil)
    }
  }

  /// An event is no proof: who is there again was not deleted.
  @Test func whoWasDeletedAndCreatedAgainStaysActive() async throws {
    try await Rehearsal.inStepWithEvents { rehearsal in
      try await rehearsal.deleteThere("2003")
      try await rehearsal.addThere("2003", ["name": "Kund 2003 AB"])
      #expect(try await rehearsal.nextNight().codes == [])
      #expect(try rehearsal.here("2003", "active") == "1")
    }
  }

  @Test func aDryRunShowsWhatWasToldAndKeepsNothing() async throws {
    try await Rehearsal.inStepWithEvents { rehearsal in
      let before = try rehearsal.eventMark()
      try await rehearsal.editThere("2002", ["comments": "Ring först"])
      try await rehearsal.deleteThere("2003")
      try await rehearsal.advance(86_400)
      let numbers = try await rehearsal.asked {
        let outcome = try await rehearsal.sync { $0.isDryRun = true }
        #expect(Set(outcome.changes.map(\.number)) == ["2002", "2003"])
      }
      #expect(numbers == ["2002", "2003"])
      #expect(try rehearsal.eventMark() == before)
      #expect(try rehearsal.toldAndWaiting() == [])
      #expect(try rehearsal.here("2003", "active") == "1")
      try await rehearsal.sync()
      #expect(try rehearsal.here("2002", "comments") == "Ring först")
      #expect(try rehearsal.here("2003", "active") == "0")
    }
  }

  /// A first dry run has no place in the stream, and begins none.
  @Test func aFirstDryRunOpensNoStream() async throws {
    try await Rehearsal.withEvents { rehearsal in
      try await rehearsal.addThere("2001", ["name": "Kund AB"])
      try await rehearsal.sync { $0.isDryRun = true }
      #expect(try await streamed(rehearsal).isEmpty)
      #expect(try rehearsal.eventMark() == nil)
    }
  }

  /// The place in the stream moves on with what is told, though nothing proves that it is all: a run that ends before it has
  /// read the lists leaves them to the next, whatever that is told.
  @Test func listsThatCouldNotBeReadAreReadByTheNextSync() async throws {
    try await Rehearsal.inStepWithEvents(#"{"retentionDays": 0, "expired": "now"}"#) { rehearsal in
      try await rehearsal.editThere("2002", ["comments": "Ring först"])
      try await rehearsal.control(
        "POST", "/faults",
        ["kind": "status500", "system": "fortnox", "path": "/fortnox/3/customers", "count": JSON(3)])
      try await rehearsal.nextNight()
      #expect(try rehearsal.here("2002", "comments") != "Ring först")
      let numbers = try await rehearsal.asked { try await rehearsal.nextNight() }
      #expect(numbers.contains("list"))
      #expect(try rehearsal.here("2002", "comments") == "Ring först")
    }
  }

  /// Killed at any step, a sync loses no event; the next ones bring everything.
  @Test func aKillAtAnyStepLosesNoEvent() async throws {
    try await Rehearsal.inStepWithEvents { rehearsal in
      var step = 1
      while step < 60 {
        try await rehearsal.addThere("30\(step)", ["name": "Ny \(step) AB"])
        try await rehearsal.editThere("2002", ["comments": "Steg \(step)"])
        try await rehearsal.deleteThere("30\(step)")
        try await rehearsal.addThere("40\(step)", ["name": "Kvar \(step) AB"])
        try rehearsal.editHere("2001", ["comments": "Härifrån \(step)"])
        try await rehearsal.advance(86_400)
        let isKilled = try await rehearsal.crash(at: step)
        let numbers = try await rehearsal.asked { try await rehearsal.nextNight() }
        #expect(!numbers.contains("list"), "step \(step)")
        #expect(try rehearsal.here("2002", "comments") == "Steg \(step)", "step \(step)")
        #expect(try rehearsal.here("40\(step)", "name") == "Kvar \(step) AB", "step \(step)")
        #expect(try rehearsal.card("30\(step)") == nil, "step \(step)")
        guard isKilled else { break }
        step += 1
      }
      #expect((5..<60).contains(step))
      try await rehearsal.expectAgreement()
    }
  }

  @Test func aSystemWithoutEventsSaysSo() async throws {
    try await Rehearsal.run(.visma) { rehearsal in
      rehearsal.system.changeEvents = true
      let outcome = try await rehearsal.sync()
      #expect(outcome.notes.map(\.text).contains(SyncTexts.noEvents(rehearsal.system.label)))
    }
  }
}
