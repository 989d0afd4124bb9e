import TestSupport
import Documents
import Foundation
import Testing
import Texts

@testable import AccountingSystems

@Suite struct FortnoxChangeEventsTests {
  private let known = EventPosition(offset: "xB", before: "xA")

  @Test func sendsTheCommandsInTheirOrderWithTheOffsetInTheTopic() throws {
    let stream = try EventStreamServer([EventStreamServer.event("xB", "1")])
    _ = try stream.changes(after: known)
    #expect(
      stream.log.all.map(\.json) == [
        #"{"command":"add-tenants-v1","clientSecret":"hemlig-klient","accessTokens":["Bearer hemlig-token"]}"#,
        #"{"command":"add-topics-v1","topics":[{"topic":"customers","offset":"xA"}]}"#,
        #"{"command":"subscribe-v1"}"#,
      ])
  }

  @Test func withoutAKnownEventNoOffsetIsSent() throws {
    let stream = try EventStreamServer([EventStreamServer.event("xC", "3"), EventStreamServer.event("xD", "4")])
    let told = try stream.changes()
    #expect(stream.log.all[1].json == #"{"command":"add-topics-v1","topics":[{"topic":"customers"}]}"#)
    #expect(told.ids == ["3", "4"])
    #expect(told.position == EventPosition(offset: "xD", before: "xC"))
    #expect(told.trouble == nil && !told.isProven)
    // A day before the last event.
    #expect(told.cursor == "2026-01-27T11:00:00Z")
  }

  /// That nothing more is told does not show that nothing happened: a listing would go on from the last event, with a day for
  /// what may be told late.
  @Test(
    arguments: [
      (["2026-01-28T09:30:00Z"], "2026-01-27T09:30:00Z"), (["2026-01-28T11:30:00.5+02:00"], "2026-01-27T09:30:00Z"),
      (["2026-01-28T09:30:00-02:00"], "2026-01-27T11:30:00Z"), (["2026-01-20T09:30:00Z"], "2026-01-19T09:30:00Z"),
      // The last one that is known counts, and no clock that goes ahead of the server's, which tells 12:00.
      (["2026-01-28T09:30:00Z", "later"], "2026-01-27T09:30:00Z"), (["2026-01-29T09:30:00Z"], "2026-01-27T12:00:00Z"),
      (["yesterday"], nil), ([], nil),
    ] as [([String], String?)])
  func aListingWouldGoOnFromTheTimeOfTheLastEvent(times: [String], cursor: String?) throws {
    let events = times.enumerated().map { index, time in
      #"{"topic":"customers","offset":"o\#(index)","tenantId":7,"entityId":"\#(index)","timestamp":"\#(time)"}"#
    }
    #expect(try EventStreamServer(events).changes().cursor == cursor)
  }

  @Test func theKnownEventProvesThatNothingIsLeftOut() throws {
    let told = try EventStreamServer([EventStreamServer.event("xB", "2"), EventStreamServer.event("xC", "3")]).changes(
      after: known)
    #expect(told.isProven)
    #expect(told.ids == ["3"])
    #expect(told.position == EventPosition(offset: "xC", before: "xB"))
    let quiet = try EventStreamServer([EventStreamServer.event("xB", "2")]).changes(after: known)
    #expect(quiet.isProven && quiet.ids.isEmpty && quiet.position == nil && quiet.trouble == nil)
  }

  /// A server that gives the event of the offset again, too.
  @Test func anOffsetMayGiveItsOwnEventAgain() throws {
    let told = try EventStreamServer([
      EventStreamServer.event("xA", "1"), EventStreamServer.event("xB", "2"), EventStreamServer.event("xC", "3"),
    ]).changes(after: known)
    #expect(told.isProven && told.ids == ["3"])
    #expect(told.position == EventPosition(offset: "xC", before: "xB"))
    let still = try EventStreamServer([EventStreamServer.event("xA", "1"), EventStreamServer.event("xB", "2")]).changes(
      after: known)
    #expect(still.isProven && still.position == nil && still.ids.isEmpty)
  }

  /// A server that gives more than it was asked for: what it gives before the known event does not take the place back.
  @Test func whatComesBeforeTheKnownEventIsToldAndChangesNoPlace() throws {
    let told = try EventStreamServer([EventStreamServer.event("x0", "0"), EventStreamServer.event("xB", "2")]).changes(
      after: known)
    #expect(told.isProven && told.ids == ["0"] && told.position == nil)
    let more = try EventStreamServer([
      EventStreamServer.event("x0", "0"), EventStreamServer.event("xB", "2"), EventStreamServer.event("xC", "3"),
    ]).changes(after: known)
    #expect(more.position == EventPosition(offset: "xC", before: "xB"))
  }

  /// What an offset that was too old, or was not minded, leads to: nothing proves where the stream began.
  @Test func whereTheKnownEventDoesNotComeNothingIsProven() throws {
    let told = try EventStreamServer([EventStreamServer.event("xE", "5"), EventStreamServer.event("xF", "6")]).changes(
      after: known)
    #expect(!told.isProven && told.trouble == nil)
    #expect(told.ids == ["5", "6"])
    #expect(told.position == EventPosition(offset: "xF", before: "xE"))
    let nothing = try EventStreamServer().changes(after: known)
    #expect(!nothing.isProven && nothing.position == nil)
    // One event behind a lone one is as good as known from now on.
    let lone = try EventStreamServer([EventStreamServer.event("xC", "3")]).changes(
      after: EventPosition(offset: "xB", before: nil))
    #expect(lone.position == EventPosition(offset: "xC", before: "xB"))
  }

  @Test func eventsThatComeTwiceAreOneAndThePlaceDoesNotGoBack() throws {
    let events = ["xB", "xC", "xC", "xD", "xC", "xB"].map { EventStreamServer.event($0, $0) }
    let told = try EventStreamServer(events).changes(after: known)
    #expect(told.ids == ["xC", "xD"])
    #expect(told.position == EventPosition(offset: "xD", before: "xC"))
  }

  @Test func whateverAnEventIsCalledItsRecordIsTold() throws {
    let types = ["customer-created-v1", "customer-updated-v2", "customer-deleted-v1", "customer-merged-v9"]
    let events = types.enumerated().map { EventStreamServer.event("o\($0)", "\($0)", type: $1) }
    #expect(try EventStreamServer(events).changes().ids == ["0", "1", "2", "3"])
  }

  @Test func eventsOfOtherCompaniesAndTopicsAreNone() throws {
    let told = try EventStreamServer([
      EventStreamServer.event("xB", "1"), EventStreamServer.event("i1", "9", topic: "invoices"),
      EventStreamServer.event("xC", "8", tenant: "8"),
      EventStreamServer.event("xD", "2", tenant: "\"7\""),
    ]).changes(after: known)
    #expect(told.ids == ["2"])
    #expect(told.position == EventPosition(offset: "xD", before: "xB"))
  }

  @Test func companiesMayBeToldAsAListAndNumbersAsNumbers() throws {
    let stream = try EventStreamServer([#"{"topic":"customers","offset":17,"tenantId":7,"entityId":1001}"#]) {
      command, _ in
      command == "add-tenants-v1" ? #"{"response":"add-tenants-v1","result":"OK","tenantIds":[7]}"# : nil
    }
    let told = try stream.changes()
    #expect(told.ids == ["1001"] && told.position == EventPosition(offset: "17", before: nil))
  }

  @Test func aTopicThatIsRefusedAsAnObjectIsWrittenAsAText() throws {
    let stream = try EventStreamServer([EventStreamServer.event("xB", "2"), EventStreamServer.event("xC", "3")]) {
      command, node in
      guard command == "add-topics-v1", case .array(let topics)? = node["topics"], topics[0].scalarText == nil else {
        return nil
      }
      return #"{"response":"add-topics-v1","result":"error","invalidTopics":["customers"]}"#
    }
    let told = try stream.changes(after: known)
    #expect(told.isProven && told.ids == ["3"])
    #expect(
      stream.log.all.filter { $0["command"]?.scalarText == "add-topics-v1" }.map(\.json) == [
        #"{"command":"add-topics-v1","topics":[{"topic":"customers","offset":"xA"}]}"#,
        #"{"command":"add-topics-v1","topics":["customers"],"offsets":{"customers":"xA"}}"#,
      ])
  }

  @Test(arguments: [
    (
      "add-tenants-v1", #"{"response":"add-tenants-v1","result":"error","invalidTokens":["Bearer hemlig-token"]}"#,
      FortnoxEventTexts.tokenRefused
    ),
    // Taken on the whole, but for the one that counts.
    (
      "add-tenants-v1", #"{"response":"add-tenants-v1","result":"ok","invalidTokens":["Bearer hemlig-token"]}"#,
      FortnoxEventTexts.tokenRefused
    ),
    (
      "add-topics-v1", #"{"response":"add-topics-v1","result":"error","invalidTopics":["customers"]}"#,
      FortnoxEventTexts.topicRefused("customers")
    ),
    ("subscribe-v1", #"{"response":"subscribe-v1","result":"error"}"#, FortnoxEventTexts.subscriptionRefused),
    ("add-topics-v1", #"{"response":"subscribe-v1","result":"ok"}"#, FortnoxEventTexts.noAnswer(to: "add-topics-v1")),
    ("subscribe-v1", "hemlig-klient", FortnoxEventTexts.noAnswer(to: "subscribe-v1")),
    ("add-tenants-v1", #"["hemlig-token"]"#, FortnoxEventTexts.noAnswer(to: "add-tenants-v1")),
  ])
  func aRefusalEndsItWithoutSecrets(command: String, reply: String, why: Text) throws {
    let stream = try EventStreamServer { asked, _ in asked == command ? reply : nil }
    let failure = #expect(throws: ChangeEventFailure.self) { try stream.changes(after: known) }
    #expect(failure?.reason == why)
    #expect(failure?.reason.english.contains("hemlig") == false)
  }

  @Test func aServerThatDoesNotAnswerIsNotWaitedForForEver() throws {
    let server = try RawWebSocketServer { _, peer in while peer.receive() != nil {} }
    let events = FortnoxChangeEvents(
      url: server.url, clientSecret: { Secret("s") }, tokens: FixedToken(),
      patience: FortnoxChangeEvents.Patience(answer: 0.3, quiet: 0.1, whole: 5))
    let failure = #expect(throws: ChangeEventFailure.self) { try events.subscribe(after: nil).changes() }
    #expect(failure?.reason == FortnoxEventTexts.noAnswerInTime(to: "add-tenants-v1"))
  }
}
