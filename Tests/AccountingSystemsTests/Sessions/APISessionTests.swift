import CustomerModel
import HTTP
import TestSupport
import Testing
import Texts

@testable import AccountingSystems

@Suite struct APISessionTests {
  private static let cut = Text(verbatim: "GET a/1: cut")

  @Test func addsTokenAndTypes() throws {
    let scene = SessionScene([.answer(200), .answer(200), .answer(200)])
    _ = try scene.session.send(HTTPRequest(.put, "https://a/1", headers: [("X", "y")], body: [65]))
    _ = try scene.session.send(HTTPRequest(.get, "https://a/1"))
    _ = try scene.session.send(HTTPRequest(.post, "https://a/1", headers: [("content-type", "text/csv")], body: [65]))
    #expect(
      scene.sent.map { $0.headers.map { "\($0.name): \($0.value)" } } == [
        ["X: y", "Authorization: Bearer t0", "Accept: application/json", "Content-Type: application/json"],
        ["Authorization: Bearer t0", "Accept: application/json"],
        ["content-type: text/csv", "Authorization: Bearer t0", "Accept: application/json"],
      ])
    #expect(scene.sent.map(\.method) == [.put, .get, .post])
    #expect(scene.session.requestCount == (3, 0))
  }

  @Test(arguments: [200, 201, 204, 400, 403, 404, 409, 422])
  func passesAnswersOn(status: Int) throws {
    let scene = SessionScene([.answer(status, "text")])
    let answer = try scene.session.send(HTTPRequest(.post, "https://a/1", body: [65]))
    #expect(answer == HTTPResponse(status: status, body: Array("text".utf8)))
    #expect(scene.waited == 0)
  }

  @Test(arguments: [HTTPRequest.Method.get, .put, .post, .delete])
  func renewsARefusedTokenOnce(method: HTTPRequest.Method) throws {
    let scene = SessionScene([.answer(401), .answer(200)])
    #expect(try scene.session.send(HTTPRequest(method, "https://a/1")).status == 200)
    #expect(scene.tokensUsed == ["Bearer t0", "Bearer t1"])
    #expect(scene.session.requestCount == (2, 0))
  }

  @Test func tellsWhenTheRenewedTokenIsRefusedToo() {
    let scene = SessionScene([.answer(401), .answer(401)])
    #expect(
      throws: APIFailure.unavailable(
        KundregError(
          .erpUnauthorized, SessionTexts.unauthorized("Fortnox (fortnox)"), remedies: [.logIn(system: "fortnox")]))
    ) { try scene.session.send(HTTPRequest(.get, "https://a/1")) }
  }

  @Test func passesTheTokensTroubleOn() {
    let error = KundregError(.erpConsentDead, TokenTexts.consentLost("fortnox"))
    let scene = SessionScene([.answer(200)], tokenError: error)
    #expect(throws: APIFailure.unavailable(error)) { try scene.session.send(HTTPRequest(.get, "https://a/1")) }
    #expect(scene.sent.isEmpty)
  }

  @Test(
    arguments: [
      (["retry-after": "7"], "", 7.5), (["retry-after": "0"], "", 1.5), (["retry-after": "3600"], "", 60.0),
      (["retry-after": "Sun, 06 Nov 1994 08:49:47 GMT"], "", 10.5),
      (["retry-after": "Sun, 06 Nov 1994 08:49:47 GMT", "date": "Sun, 06 Nov 1994 08:49:44 GMT"], "", 3.5),
      (["retry-after": "soon"], "", 5.5), ([:], "", 5.5), ([:], "{\"message\":\"Try again later\"}", 5.5),
      (
        [:],
        "{\"ErrorCode\":4010,\"DeveloperErrorMessage\":\"API calls quota exceeded! maximum admitted 600 per Minute. Try again in 55 seconds.\"}",
        55.5
      ),
      ([:], "Try again in 1 second", 1.5), (["retry-after": "-5"], "", 5.5),
    ] as [([String: String], String, Double)])
  func waitsAsLongAs429Says(headers: [String: String], body: String, seconds: Double) throws {
    for method in [HTTPRequest.Method.get, .post] {
      let scene = SessionScene([.answer(429, body, headers), .answer(200)])
      #expect(try scene.session.send(HTTPRequest(method, "https://a/1", body: [65])).status == 200)
      #expect(scene.waited >= seconds && scene.waited < seconds + 0.1, "\(scene.waited)")
      #expect(scene.session.requestCount == (2, 1))
    }
  }

  @Test func givesUpAfterSix429() {
    let scene = SessionScene(Array(repeating: .answer(429, "", ["retry-after": "2"]), count: 9))
    #expect(
      throws: APIFailure.unavailable(
        KundregError(.erpThrottled, SessionTexts.throttled("Fortnox (fortnox)", tries: 6)))
    ) { try scene.session.send(HTTPRequest(.put, "https://a/1", body: [65])) }
    #expect(scene.session.requestCount == (6, 6))
    #expect(scene.waited >= 12.5 && scene.waited < 13)
  }

  @Test(arguments: [
    ScriptedSender.Step.answer(503), .fails(.answerLost(Self.cut)), .fails(.notSent(Self.cut)),
  ])
  func repeatsReadsWithGrowingWaits(step: ScriptedSender.Step) throws {
    let scene = SessionScene([step, step, .answer(200)])
    #expect(try scene.session.send(HTTPRequest(.get, "https://a/1")).status == 200)
    #expect(scene.waited >= 3 && scene.waited < 3.1)
  }

  @Test(
    arguments: [
      (
        .answer(503),
        SessionTexts.noUsableAnswer(
          "Fortnox (fortnox)", tries: 3, SessionTexts.serverFault("GET", status: 503)), 3
      ),
      (.fails(.answerLost(Self.cut)), SessionTexts.noUsableAnswer("Fortnox (fortnox)", tries: 3, Self.cut), 3),
      (.fails(.notSent(Self.cut)), SessionTexts.unreachable("Fortnox (fortnox)", tries: 3, Self.cut), 0),
    ] as [(ScriptedSender.Step, Text, Int)])
  func givesUpReadingAfterThreeTries(step: ScriptedSender.Step, told: Text, sent: Int) {
    let scene = SessionScene([step, step, step, .answer(200)])
    #expect(
      throws: APIFailure.unavailable(KundregError(.erpUnreachable, told))
    ) { try scene.session.send(HTTPRequest(.get, "https://a/1")) }
    #expect(scene.session.requestCount == (sent, 0))
  }

  @Test(arguments: [HTTPRequest.Method.put, .post, .delete])
  func repeatsAWriteThatSurelyDidNotLeave(method: HTTPRequest.Method) throws {
    let scene = SessionScene([.fails(.notSent(Self.cut)), .fails(.notSent(Self.cut)), .answer(201)])
    #expect(try scene.session.send(HTTPRequest(method, "https://a/1")).status == 201)
    #expect(scene.session.requestCount == (1, 0))
  }

  @Test(
    arguments: [
      (.answer(500), SessionTexts.serverFault("PUT", status: 500)),
      (.fails(.answerLost(Self.cut)), Self.cut), (.fails(.refused(Self.cut)), Self.cut),
    ] as [(ScriptedSender.Step, Text)])
  func neverRepeatsAWriteThatMayHaveBeenDone(step: ScriptedSender.Step, why: Text) {
    let scene = SessionScene([step, .answer(200)])
    #expect(throws: APIFailure.outcomeUnknown(SessionTexts.lost("Fortnox (fortnox)", why))) {
      try scene.session.send(HTTPRequest(.put, "https://a/1", body: [65]))
    }
    #expect(scene.sent.count == 1)
    #expect(scene.session.requestCount == (1, 0))
  }

  @Test func endsAtAnAnswerThatMustNotBeFollowed() {
    let scene = SessionScene([.fails(.refused(Self.cut)), .answer(200)])
    #expect(
      throws: APIFailure.unavailable(
        KundregError(.erpRefused, SessionTexts.refused("Fortnox (fortnox)", Self.cut)))
    ) { try scene.session.send(HTTPRequest(.get, "https://a/1")) }
  }

  @Test func sendsNothingWhenCancelled() {
    let scene = SessionScene([.answer(200)])
    scene.cancellation.cancel()
    #expect(throws: APIFailure.cancelled) { try scene.session.send(HTTPRequest(.get, "https://a/1")) }
    #expect(scene.sent.isEmpty)
  }

  @Test(arguments: [ScriptedSender.Step.answer(429), .answer(500)])
  func wakesUpBetweenTriesWhenCancelled(step: ScriptedSender.Step) {
    let scene = SessionScene([step, .answer(200)])
    let cancellation = scene.cancellation
    scene.time.plan(at: 1000.5) { cancellation.cancel() }
    #expect(throws: APIFailure.cancelled) { try scene.session.send(HTTPRequest(.get, "https://a/1")) }
    #expect(scene.sent.count == 1)
    #expect(scene.waited <= 0.56)
  }

  @Test func finishesTheRequestInFlight() throws {
    let scene = SessionScene([.cancelsAndAnswers(200)])
    #expect(try scene.session.send(HTTPRequest(.put, "https://a/1", body: [65])).status == 200)
    #expect(throws: APIFailure.cancelled) { try scene.session.send(HTTPRequest(.put, "https://a/1", body: [65])) }
  }
}
