import CustomerModel
import Testing

@testable import AccountingSystems

@Suite struct APISessionTests {
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
          .unavailable, code: "erp.unauthorized",
          "Fortnox (fortnox) does not accept the access token, though it was just renewed. Log in again with "
            + "“kundreg erp login fortnox”."))
    ) { try scene.session.send(HTTPRequest(.get, "https://a/1")) }
  }

  @Test func passesTheTokensTroubleOn() {
    let error = KundregError(.unavailable, code: "erp.deadToken", "The consent is gone.")
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
        KundregError(
          .unavailable, code: "erp.throttled",
          "Fortnox (fortnox): answered 6 times that there are too many requests; perhaps another program uses the same "
            + "client. Try again later."))
    ) { try scene.session.send(HTTPRequest(.put, "https://a/1", body: [65])) }
    #expect(scene.session.requestCount == (6, 6))
    #expect(scene.waited >= 12.5 && scene.waited < 13)
  }

  @Test(arguments: [
    ScriptedSender.Step.answer(503), .fails(.answerLost("GET a/1: cut")), .fails(.notSent("GET a/1: no")),
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
        "gave no answer that can be used in 3 tries: GET was answered with status 503, a fault on the other side",
        3
      ),
      (.fails(.answerLost("GET a/1: cut")), "gave no answer that can be used in 3 tries: GET a/1: cut", 3),
      (.fails(.notSent("GET a/1: no")), "could not be reached in 3 tries: GET a/1: no", 0),
    ] as [(ScriptedSender.Step, String, Int)])
  func givesUpReadingAfterThreeTries(step: ScriptedSender.Step, why: String, sent: Int) {
    let scene = SessionScene([step, step, step, .answer(200)])
    #expect(
      throws: APIFailure.unavailable(
        KundregError(
          .unavailable, code: "erp.unreachable",
          "Fortnox (fortnox) \(why). Try again later."))
    ) { try scene.session.send(HTTPRequest(.get, "https://a/1")) }
    #expect(scene.session.requestCount == (sent, 0))
  }

  @Test(arguments: [HTTPRequest.Method.put, .post, .delete])
  func repeatsAWriteThatSurelyDidNotLeave(method: HTTPRequest.Method) throws {
    let scene = SessionScene([.fails(.notSent("no")), .fails(.notSent("no")), .answer(201)])
    #expect(try scene.session.send(HTTPRequest(method, "https://a/1")).status == 201)
    #expect(scene.session.requestCount == (1, 0))
  }

  @Test(
    arguments: [
      (.answer(500), "Fortnox (fortnox): PUT was answered with status 500, a fault on the other side"),
      (.fails(.answerLost("PUT a/1: cut")), "Fortnox (fortnox): PUT a/1: cut"),
      (.fails(.refused("PUT a/1: too large")), "Fortnox (fortnox): PUT a/1: too large"),
    ] as [(ScriptedSender.Step, String)])
  func neverRepeatsAWriteThatMayHaveBeenDone(step: ScriptedSender.Step, message: String) {
    let scene = SessionScene([step, .answer(200)])
    #expect(throws: APIFailure.outcomeUnknown(message)) {
      try scene.session.send(HTTPRequest(.put, "https://a/1", body: [65]))
    }
    #expect(scene.sent.count == 1)
    #expect(scene.session.requestCount == (1, 0))
  }

  @Test func endsAtAnAnswerThatMustNotBeFollowed() {
    let scene = SessionScene([.fails(.refused("GET a/1: redirects")), .answer(200)])
    #expect(
      throws: APIFailure.unavailable(
        KundregError(.unavailable, code: "erp.refused", "Fortnox (fortnox): GET a/1: redirects."))
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
