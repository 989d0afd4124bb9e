import TestSupport
import Dispatch
import Documents
import Foundation
import Testing
import Texts

@testable import AccountingSystems
@testable import HTTP

/// What becomes of Fortnox' events where something goes wrong with their stream, and while nobody asks for them.
@Suite struct FortnoxEventTroubleTests {
  private let known = EventPosition(offset: "xB", before: "xA")

  /// What came before counts: only the rest is not known.
  @Test(arguments: [
    (["{}"], FortnoxEventTexts.noEvent),
    (["nonsense"], FortnoxEventTexts.noEvent),
    ([#"{"topic":"customers","offset":"xD","tenantId":7}"#], FortnoxEventTexts.noEvent),
    ([#"{"topic":"customers","tenantId":7,"entityId":"4"}"#], FortnoxEventTexts.noEvent),
    ([EventStreamServer.event(String(repeating: "x", count: 1025), "4")], FortnoxEventTexts.noEvent),
    ([EventStreamServer.event("xD", String(repeating: "å", count: 513))], FortnoxEventTexts.noEvent),
    (
      [EventStreamServer.event("xD", "4", type: String(repeating: "x", count: 65_536))],
      WebSocketTexts.textTooLong(limit: 65_536)
    ),
  ])
  func nonsenseEndsTheReadingButNotWhatWasTold(more: [String], why: Text) throws {
    let told = try EventStreamServer([EventStreamServer.event("xB", "2"), EventStreamServer.event("xC", "3")] + more)
      .changes(after: known)
    #expect(told.trouble == why)
    #expect(told.ids == ["3"] && told.position == EventPosition(offset: "xC", before: "xB"))
  }

  @Test func namesOfAThousandBytesAreTaken() throws {
    let name = String(repeating: "å", count: 512)
    let told = try EventStreamServer([EventStreamServer.event("xB", "2"), EventStreamServer.event(name, name)]).changes(
      after: known)
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
          peer.sendText(EventStreamServer.event("o\(number)", "\(number)"))
          Thread.sleep(forTimeInterval: 0.1)
        }
      }
    }
    let events = FortnoxChangeEvents(
      url: server.url, clientSecret: { Secret("s") }, tokens: FixedToken(),
      patience: FortnoxChangeEvents.Patience(answer: answer, quiet: quiet, whole: 2))
    let told = try events.subscribe(after: known).changes()
    #expect(told.trouble == FortnoxEventTexts.notReadToEnd(seconds: 2))
    #expect(told.ids.count > 5)
  }

  /// Between the subscription and the question what was told a run may list and send for hours.
  @Test func aServersPingsAreAnsweredWhileNobodyAsks() throws {
    let answered = DispatchSemaphore(value: 0)
    let server = try RawWebSocketServer { _, peer in
      while let text = peer.receiveText() {
        peer.sendText(#"{"result":"ok"}"#)
        guard text.contains("subscribe") else { continue }
        peer.sendText(EventStreamServer.event("xC", "3"))
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
    let stream = try EventStreamServer { command, _ in
      command == "add-topics-v1" ? #"{"response":"add-topics-v1","result":"error","invalidTopics":["customers"]}"# : nil
    }
    let failure = #expect(throws: ChangeEventFailure.self) { try stream.changes(after: isKnown ? known : nil) }
    #expect(failure?.refusesPosition == isKnown)
  }

  @Test func aStreamThatIsCutTellsWhatItTold() throws {
    let told = try EventStreamServer(
      [EventStreamServer.event("xB", "2"), EventStreamServer.event("xC", "3")], closes: true
    ).changes(after: known)
    #expect(told.trouble == WebSocketTexts.closedConnection)
    #expect(told.ids == ["3"] && told.isProven)
  }

  @Test func moreEventsThanCanBeReadAreToldAsSuch() throws {
    let events = (0..<50).map { EventStreamServer.event("o\($0)", "\($0)") }
    let told = try EventStreamServer(events).changes(maximum: 10)
    #expect(told.trouble == FortnoxEventTexts.tooMuch)
    #expect(told.ids == (0...10).map(String.init))
    #expect(told.position == EventPosition(offset: "o10", before: "o9"))
  }

  /// An event that comes between the answers is not lost.
  @Test func anEventBeforeTheAnswerCounts() throws {
    let server = try RawWebSocketServer { _, peer in
      while let text = peer.receiveText() {
        if text.contains("subscribe") { peer.sendText(EventStreamServer.event("xC", "3")) }
        peer.sendText(#"{"result":"ok"}"#)
      }
    }
    let events = FortnoxChangeEvents(
      url: server.url, clientSecret: { Secret("s") }, tokens: FixedToken(),
      patience: FortnoxChangeEvents.Patience(answer: 1, quiet: 0.2, whole: 5))
    #expect(try events.subscribe(after: nil).changes().ids == ["3"])
  }

  @Test func withoutALoginNobodyIsAsked() throws {
    let stream = try EventStreamServer()
    let events = FortnoxChangeEvents(
      url: stream.server.url, clientSecret: { throw CancellationError() }, tokens: FixedToken())
    let failure = #expect(throws: ChangeEventFailure.self) { try events.subscribe(after: nil).changes() }
    #expect(failure?.reason == FortnoxEventTexts.noLogin)
    #expect(stream.server.requests.isEmpty)
  }
}
