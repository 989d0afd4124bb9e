import CustomerModel
import Dispatch
import Documents
import Foundation
import Synchronization
import Testing

@testable import AccountingSystems

private struct FixedToken: TokenSource {
  func accessToken() throws(KundregError) -> String { "hemlig-token" }
  func accessToken(replacing refused: String) throws(KundregError) -> String { "hemlig-token" }
}

@Suite struct FortnoxChangeEventsTests {
  /// A server that answers the commands as vendor and clients have it, and then tells events.
  private final class Stream: Sendable {
    let server: RawWebSocketServer
    /// The commands that came.
    let log = Log()

    /// - Parameters:
    ///   - replies: what is answered to a command; `ok` where it has nothing.
    ///   - events: what is sent after the subscription.
    init(
      _ events: [String] = [], replies: @escaping @Sendable (String, JSONNode) -> String? = { _, _ in nil },
      closes: Bool = false
    ) throws {
      server = try RawWebSocketServer { [log] _, peer in
        while let text = peer.receiveText(), let node = try? JSONNode(parsing: Array(text.utf8)) {
          log.append(node)
          let command = node["command"]?.scalarText ?? ""
          let tenants = command == "add-tenants-v1" ? #","tenantIds":{"Bearer hemlig-token":7}"# : ""
          peer.sendText(
            replies(command, node) ?? #"{"response":"\#(command)","result":"ok"\#(tenants)}"#)
          guard command == "subscribe-v1" else { continue }
          for event in events { peer.sendText(event) }
          if closes { return }
        }
      }
    }

    final class Log: Sendable {
      private let nodes = Mutex<[JSONNode]>([])
      var all: [JSONNode] { nodes.withLock { $0 } }
      func append(_ node: JSONNode) { nodes.withLock { $0.append(node) } }
    }

    func changes(
      after position: EventPosition? = nil, maximum: Int = 100, quiet: Double = 0.3, answer: Double = 0.5
    ) throws -> ToldChanges {
      let events = FortnoxChangeEvents(
        url: server.url, clientSecret: { Secret("hemlig-klient") }, tokens: FixedToken(),
        patience: FortnoxChangeEvents.Patience(answer: answer, quiet: quiet, whole: 5), maximumEvents: maximum)
      return try events.subscribe(after: position).changes()
    }
  }

  private static func event(
    _ offset: String, _ entity: String, type: String = "customer-updated-v1", tenant: String = "7",
    topic: String = "customers"
  ) -> String {
    """
    {"topic":"\(topic)","offset":"\(offset)","type":"\(type)","tenantId":\(tenant),"entityId":"\(entity)",\
    "timestamp":"2026-01-28T12:00:00.500+01:00"}
    """
  }

  private let known = EventPosition(offset: "xB", before: "xA")

  @Test func sendsTheCommandsInTheirOrderWithTheOffsetInTheTopic() throws {
    let stream = try Stream([Self.event("xB", "1")])
    _ = try stream.changes(after: known)
    #expect(
      stream.log.all.map(\.json) == [
        #"{"command":"add-tenants-v1","clientSecret":"hemlig-klient","accessTokens":["Bearer hemlig-token"]}"#,
        #"{"command":"add-topics-v1","topics":[{"topic":"customers","offset":"xA"}]}"#,
        #"{"command":"subscribe-v1"}"#,
      ])
  }

  @Test func withoutAKnownEventNoOffsetIsSent() throws {
    let stream = try Stream([Self.event("xC", "3"), Self.event("xD", "4")])
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
    #expect(try Stream(events).changes().cursor == cursor)
  }

  @Test func theKnownEventProvesThatNothingIsLeftOut() throws {
    let told = try Stream([Self.event("xB", "2"), Self.event("xC", "3")]).changes(after: known)
    #expect(told.isProven)
    #expect(told.ids == ["3"])
    #expect(told.position == EventPosition(offset: "xC", before: "xB"))
    let quiet = try Stream([Self.event("xB", "2")]).changes(after: known)
    #expect(quiet.isProven && quiet.ids.isEmpty && quiet.position == nil && quiet.trouble == nil)
  }

  /// A server that gives the event of the offset again, too.
  @Test func anOffsetMayGiveItsOwnEventAgain() throws {
    let told = try Stream([Self.event("xA", "1"), Self.event("xB", "2"), Self.event("xC", "3")]).changes(after: known)
    #expect(told.isProven && told.ids == ["3"])
    #expect(told.position == EventPosition(offset: "xC", before: "xB"))
    let still = try Stream([Self.event("xA", "1"), Self.event("xB", "2")]).changes(after: known)
    #expect(still.isProven && still.position == nil && still.ids.isEmpty)
  }

  /// A server that gives more than it was asked for: what it gives before the known event does not take the place back.
  @Test func whatComesBeforeTheKnownEventIsToldAndChangesNoPlace() throws {
    let told = try Stream([Self.event("x0", "0"), Self.event("xB", "2")]).changes(after: known)
    #expect(told.isProven && told.ids == ["0"] && told.position == nil)
    let more = try Stream([Self.event("x0", "0"), Self.event("xB", "2"), Self.event("xC", "3")]).changes(after: known)
    #expect(more.position == EventPosition(offset: "xC", before: "xB"))
  }

  /// What an offset that was too old, or was not minded, leads to: nothing proves where the stream began.
  @Test func whereTheKnownEventDoesNotComeNothingIsProven() throws {
    let told = try Stream([Self.event("xE", "5"), Self.event("xF", "6")]).changes(after: known)
    #expect(!told.isProven && told.trouble == nil)
    #expect(told.ids == ["5", "6"])
    #expect(told.position == EventPosition(offset: "xF", before: "xE"))
    let nothing = try Stream().changes(after: known)
    #expect(!nothing.isProven && nothing.position == nil)
    // One event behind a lone one is as good as known from now on.
    let lone = try Stream([Self.event("xC", "3")]).changes(after: EventPosition(offset: "xB", before: nil))
    #expect(lone.position == EventPosition(offset: "xC", before: "xB"))
  }

  @Test func eventsThatComeTwiceAreOneAndThePlaceDoesNotGoBack() throws {
    let events = ["xB", "xC", "xC", "xD", "xC", "xB"].map { Self.event($0, $0) }
    let told = try Stream(events).changes(after: known)
    #expect(told.ids == ["xC", "xD"])
    #expect(told.position == EventPosition(offset: "xD", before: "xC"))
  }

  @Test func whateverAnEventIsCalledItsRecordIsTold() throws {
    let types = ["customer-created-v1", "customer-updated-v2", "customer-deleted-v1", "customer-merged-v9"]
    let events = types.enumerated().map { Self.event("o\($0)", "\($0)", type: $1) }
    #expect(try Stream(events).changes().ids == ["0", "1", "2", "3"])
  }

  @Test func eventsOfOtherCompaniesAndTopicsAreNone() throws {
    let told = try Stream([
      Self.event("xB", "1"), Self.event("i1", "9", topic: "invoices"), Self.event("xC", "8", tenant: "8"),
      Self.event("xD", "2", tenant: "\"7\""),
    ]).changes(after: known)
    #expect(told.ids == ["2"])
    #expect(told.position == EventPosition(offset: "xD", before: "xB"))
  }

  @Test func companiesMayBeToldAsAListAndNumbersAsNumbers() throws {
    let stream = try Stream([#"{"topic":"customers","offset":17,"tenantId":7,"entityId":1001}"#]) { command, _ in
      command == "add-tenants-v1" ? #"{"response":"add-tenants-v1","result":"OK","tenantIds":[7]}"# : nil
    }
    let told = try stream.changes()
    #expect(told.ids == ["1001"] && told.position == EventPosition(offset: "17", before: nil))
  }

  @Test func aTopicThatIsRefusedAsAnObjectIsWrittenAsAText() throws {
    let stream = try Stream([Self.event("xB", "2"), Self.event("xC", "3")]) { command, node in
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
      "it does not take the access token"
    ),
    // Taken on the whole, but for the one that counts.
    (
      "add-tenants-v1", #"{"response":"add-tenants-v1","result":"ok","invalidTokens":["Bearer hemlig-token"]}"#,
      "it does not take the access token"
    ),
    (
      "add-topics-v1", #"{"response":"add-topics-v1","result":"error","invalidTopics":["customers"]}"#,
      "it has no topic “customers”, or does not take the offset that it gave"
    ),
    ("subscribe-v1", #"{"response":"subscribe-v1","result":"error"}"#, "it does not let anybody subscribe"),
    ("add-topics-v1", #"{"response":"subscribe-v1","result":"ok"}"#, "is no answer to “add-topics-v1”"),
    ("subscribe-v1", "hemlig-klient", "is no answer to “subscribe-v1”"),
    ("add-tenants-v1", #"["hemlig-token"]"#, "is no answer to “add-tenants-v1”"),
  ])
  func aRefusalEndsItWithoutSecrets(command: String, reply: String, why: String) throws {
    let stream = try Stream { asked, _ in asked == command ? reply : nil }
    let failure = #expect(throws: ChangeEventFailure.self) { try stream.changes(after: known) }
    #expect(failure?.reason.hasSuffix(why) == true, "\(failure?.reason ?? "")")
    #expect(failure?.reason.contains("hemlig") == false)
  }

  @Test func aServerThatDoesNotAnswerIsNotWaitedForForEver() throws {
    let server = try RawWebSocketServer { _, peer in while peer.receive() != nil {} }
    let events = FortnoxChangeEvents(
      url: server.url, clientSecret: { Secret("s") }, tokens: FixedToken(),
      patience: FortnoxChangeEvents.Patience(answer: 0.3, quiet: 0.1, whole: 5))
    let failure = #expect(throws: ChangeEventFailure.self) { try events.subscribe(after: nil).changes() }
    #expect(failure?.reason == "it did not answer to “add-tenants-v1” in time")
  }

  /// What came before counts: only the rest is not known.
  @Test(arguments: [
    (["{}"], "it told something that is no event"),
    (["nonsense"], "it told something that is no event"),
    ([#"{"topic":"customers","offset":"xD","tenantId":7}"#], "it told something that is no event"),
    ([#"{"topic":"customers","tenantId":7,"entityId":"4"}"#], "it told something that is no event"),
    ([event(String(repeating: "x", count: 1025), "4")], "it told something that is no event"),
    ([event("xD", String(repeating: "å", count: 513))], "it told something that is no event"),
    (
      [event("xD", "4", type: String(repeating: "x", count: 65_536))], "the server sent a text of more than 65536 bytes"
    ),
  ])
  func nonsenseEndsTheReadingButNotWhatWasTold(more: [String], why: String) throws {
    let told = try Stream([Self.event("xB", "2"), Self.event("xC", "3")] + more).changes(after: known)
    #expect(told.trouble == why)
    #expect(told.ids == ["3"] && told.position == EventPosition(offset: "xC", before: "xB"))
  }

  @Test func namesOfAThousandBytesAreTaken() throws {
    let name = String(repeating: "å", count: 512)
    let told = try Stream([Self.event("xB", "2"), Self.event(name, name)]).changes(after: known)
    #expect(told.trouble == nil && told.ids == [name])
    #expect(told.position == EventPosition(offset: name, before: "xB"))
  }

  /// A stream that never rests was not read to its end; nor was one in which the known event did not come in time.
  @Test(arguments: [(0.3, 0.5), (10, 10)]) func aStreamThatIsNotReadToItsEndIsTold(quiet: Double, answer: Double) throws
  {
    let server = try RawWebSocketServer { _, peer in
      while let text = peer.receiveText() {
        peer.sendText(#"{"result":"ok"}"#)
        guard text.contains("subscribe") else { continue }
        for number in 0..<30 {
          peer.sendText(Self.event("o\(number)", "\(number)"))
          Thread.sleep(forTimeInterval: 0.1)
        }
      }
    }
    let events = FortnoxChangeEvents(
      url: server.url, clientSecret: { Secret("s") }, tokens: FixedToken(),
      patience: FortnoxChangeEvents.Patience(answer: answer, quiet: quiet, whole: 2))
    let told = try events.subscribe(after: known).changes()
    #expect(told.trouble == "it was not read to its end within 2 seconds")
    #expect(told.ids.count > 5)
  }

  /// Between the subscription and the question what was told a run may list and send for hours.
  @Test func aServersPingsAreAnsweredWhileNobodyAsks() throws {
    let answered = DispatchSemaphore(value: 0)
    let server = try RawWebSocketServer { _, peer in
      while let text = peer.receiveText() {
        peer.sendText(#"{"result":"ok"}"#)
        guard text.contains("subscribe") else { continue }
        peer.sendText(Self.event("xC", "3"))
        peer.send(serverFrame(0x89, [1, 2, 3]))
        if let pong = peer.receive(), pong.first == 0x8A, pong.payload == [1, 2, 3] { answered.signal() }
      }
    }
    let events = FortnoxChangeEvents(
      url: server.url, clientSecret: { Secret("s") }, tokens: FixedToken(),
      patience: FortnoxChangeEvents.Patience(answer: 1, quiet: 0.2, whole: 5))
    let subscription = try events.subscribe(after: nil)
    #expect(answered.wait(timeout: .now() + 10) == .success)
    #expect(subscription.changes().ids == ["3"])
  }

  /// Who drops it listens no more: the connection ends.
  @Test func aSubscriptionThatIsDroppedEnds() throws {
    let ended = DispatchSemaphore(value: 0)
    let server = try RawWebSocketServer { _, peer in
      while peer.receiveText() != nil { peer.sendText(#"{"result":"ok"}"#) }
      ended.signal()
    }
    let events = FortnoxChangeEvents(url: server.url, clientSecret: { Secret("s") }, tokens: FixedToken())
    _ = try events.subscribe(after: nil)
    #expect(ended.wait(timeout: .now() + 10) == .success)
  }

  /// Only a place that was handed in can be refused for good.
  @Test(arguments: [true, false]) func aRefusedPlaceIsToldAsSuch(isKnown: Bool) throws {
    let stream = try Stream { command, _ in
      command == "add-topics-v1" ? #"{"response":"add-topics-v1","result":"error","invalidTopics":["customers"]}"# : nil
    }
    let failure = #expect(throws: ChangeEventFailure.self) { try stream.changes(after: isKnown ? known : nil) }
    #expect(failure?.refusesPosition == isKnown)
  }

  @Test func aStreamThatIsCutTellsWhatItTold() throws {
    let told = try Stream([Self.event("xB", "2"), Self.event("xC", "3")], closes: true).changes(after: known)
    #expect(told.trouble == "the server closed the connection")
    #expect(told.ids == ["3"] && told.isProven)
  }

  @Test func moreEventsThanCanBeReadAreToldAsSuch() throws {
    let events = (0..<50).map { Self.event("o\($0)", "\($0)") }
    let told = try Stream(events).changes(maximum: 10)
    #expect(told.trouble == "it told more than could be read in one go")
    #expect(told.ids == (0...10).map(String.init))
    #expect(told.position == EventPosition(offset: "o10", before: "o9"))
  }

  /// An event that comes between the answers is not lost.
  @Test func anEventBeforeTheAnswerCounts() throws {
    let server = try RawWebSocketServer { _, peer in
      while let text = peer.receiveText() {
        if text.contains("subscribe") { peer.sendText(Self.event("xC", "3")) }
        peer.sendText(#"{"result":"ok"}"#)
      }
    }
    let events = FortnoxChangeEvents(
      url: server.url, clientSecret: { Secret("s") }, tokens: FixedToken(),
      patience: FortnoxChangeEvents.Patience(answer: 1, quiet: 0.2, whole: 5))
    #expect(try events.subscribe(after: nil).changes().ids == ["3"])
  }

  @Test func withoutALoginNobodyIsAsked() throws {
    let stream = try Stream()
    let events = FortnoxChangeEvents(
      url: stream.server.url, clientSecret: { throw CancellationError() }, tokens: FixedToken())
    let failure = #expect(throws: ChangeEventFailure.self) { try events.subscribe(after: nil).changes() }
    #expect(failure?.reason == "there is no login that could be used for it")
    #expect(stream.server.requests.isEmpty)
  }
}
