import Foundation
import TestSupport
import Testing
import Texts

@testable import HTTP

@Suite struct HTTPFailureTests {
  /// What a call failed with; an answer is a mistake of the test's.
  private func failure(_ request: HTTPRequest, _ client: HTTPClient = HTTPClient()) -> HTTPFailure? {
    do {
      let answer = try client.send(request)
      Issue.record("answered with \(answer.status)")
      return nil
    } catch { return error }
  }

  private let quick = HTTPClient(timeouts: HTTPClient.Timeouts(connect: 2, stall: 30, whole: 0.3))

  @Test func tellsARefusedConnectionAsNotSent() throws {
    let server = try RawHTTPServer { _, _ in .silence }
    server.stop()
    #expect(
      failure(HTTPRequest(.post, server.url + "/3/customers?secret=1", body: [65]))
        == .notSent(HTTPTexts.located("POST 127.0.0.1:\(server.port)/3/customers", HTTPTexts.notConnected)))
  }

  @Test func tellsAnUnknownHostAsNotSent() {
    guard case .notSent(let text) = failure(HTTPRequest(.put, "https://kundreg.invalid/a?b", body: [65]), quick) else {
      return #expect(Bool(false), "not told as not sent")
    }
    #expect(text.english.hasPrefix("PUT kundreg.invalid/a: "))
  }

  /// The server waits for a blank line, which a TLS client never sends.
  @Test func tellsAServerWithoutTLSAsNotSent() throws {
    let server = try RawHTTPServer { _, _ in .silence }
    let place = "127.0.0.1:\(server.port)"
    #expect(
      failure(HTTPRequest(.post, "https://\(place)/", body: [65]), quick)
        == .notSent(HTTPTexts.located("POST \(place)/", HTTPTexts.noConnection(within: "0.3 s"))))
    #expect(server.received.isEmpty)
  }

  @Test(arguments: [
    ("", HTTPTexts.closedBeforeAnswer),
    (
      "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"Customers\":[",
      HTTPTexts.closedWithinAnswer
    ),
    (
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{\"Cust",
      HTTPTexts.closedWithinAnswer
    ),
    ("SSH-2.0-OpenSSH_9.2\r\n", HTTPTexts.unreadableAnswer("Unsupported protocol")),
  ])
  func tellsACutAnswerAsLost(answer: String, why: Text) throws {
    let server = try RawHTTPServer { _, _ in .answerAndClose(answer) }
    for method in [HTTPRequest.Method.get, .put] {
      #expect(
        failure(HTTPRequest(method, server.url + "/x?token=1"))
          == .answerLost(HTTPTexts.located("\(method.rawValue) 127.0.0.1:\(server.port)/x", why)))
    }
    #expect(server.received.count == 2)
  }

  /// libcurl by itself would send the second request up to five times more.
  @Test(
    arguments: [
      (HTTPRequest.Method.post, [65]), (.post, nil), (.put, [65]), (.delete, nil), (.get, nil),
    ] as [(HTTPRequest.Method, [UInt8]?)])
  func neverRepeatsARequestOnWhichAKeptConnectionDied(method: HTTPRequest.Method, body: [UInt8]?) throws {
    let server = try RawHTTPServer { index, _ in index == 1 ? .answerAndClose("") : .answer(rawAnswer()) }
    let client = HTTPClient()
    _ = try client.send(HTTPRequest(.get, server.url + "/"))
    #expect(
      failure(HTTPRequest(method, server.url + "/x", body: body), client)
        == .answerLost(
          HTTPTexts.located("\(method.rawValue) 127.0.0.1:\(server.port)/x", HTTPTexts.closedBeforeAnswer)))
    #expect(server.received.map(\.connection) == [0, 0])
    _ = try client.send(HTTPRequest(.get, server.url + "/"))
    #expect(server.received.count == 3)
  }

  @Test func takesAFreshConnectionWhenTheKeptOneWasClosedWhileIdle() throws {
    let server = try RawHTTPServer { index, _ in index == 0 ? .answerAndClose(rawAnswer()) : .answer(rawAnswer()) }
    let client = HTTPClient()
    _ = try client.send(HTTPRequest(.get, server.url + "/"))
    server.waitUntilClosed(1)
    _ = try client.send(HTTPRequest(.post, server.url + "/", body: [65]))
    #expect(server.received.map(\.connection) == [0, 1])
  }

  @Test(arguments: [
    (HTTPClient.Timeouts(connect: 10, stall: 1, whole: 60), HTTPTexts.silence("1 s", whole: "60 s")),
    (HTTPClient.Timeouts(connect: 10, stall: 30, whole: 0.3), HTTPTexts.silence("30 s", whole: "0.3 s")),
  ])
  func tellsASlowAnswerAsLost(timeouts: HTTPClient.Timeouts, why: Text) throws {
    let server = try RawHTTPServer { _, _ in .silence }
    #expect(
      failure(HTTPRequest(.put, server.url + "/x", body: [65]), HTTPClient(timeouts: timeouts))
        == .answerLost(HTTPTexts.located("PUT 127.0.0.1:\(server.port)/x", why)))
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func refusesRedirectsAndTellsOnlyTheHost(status: Int) throws {
    let target = try RawHTTPServer { _, _ in .answer(rawAnswer()) }
    let server = try RawHTTPServer { _, _ in
      .answer(rawAnswer(status, headers: ["Location: \(target.url)/login?code=secret"]))
    }
    #expect(
      failure(HTTPRequest(.get, server.url + "/x"))
        == .refused(
          HTTPTexts.located(
            "GET 127.0.0.1:\(server.port)/x", HTTPTexts.redirect(status, to: "127.0.0.1:\(target.port)"))))
    #expect(target.received.isEmpty)
  }

  @Test func namesItsOwnHostForARedirectByPath() throws {
    let server = try RawHTTPServer { _, _ in .answer(rawAnswer(302, headers: ["Location: /login?code=secret"])) }
    let own = "127.0.0.1:\(server.port)"
    #expect(
      failure(HTTPRequest(.get, server.url + "/x"))
        == .refused(HTTPTexts.located("GET \(own)/x", HTTPTexts.redirect(302, to: own))))
  }

  /// The last one is 20,000 letters in 55 bytes of gzip.
  @Test(arguments: [
    "Content-Length: 1001\r\n\r\n" + String(repeating: "a", count: 1001),
    "Transfer-Encoding: chunked\r\n\r\n3e9\r\n" + String(repeating: "a", count: 1001) + "\r\n0\r\n\r\n",
    "\r\n" + String(repeating: "a", count: 5000),
    "gzip",
  ])
  func refusesAnAnswerThatIsTooLarge(answer: String) throws {
    let bomb = try #require(
      Data(base64Encoded: "H4sIAAAAAAACA+3BMQEAAADCoKzrX8IaHkABAAAAAAAAAAAAAAAAAAAAAAAA8GAxh73KIE4AAA=="))
    let head = "HTTP/1.1 200 OK\r\n"
    let bytes =
      answer == "gzip"
      ? Array((head + "Content-Encoding: gzip\r\nContent-Length: \(bomb.count)\r\n\r\n").utf8) + bomb
      : Array((head + answer).utf8)
    let server = try RawHTTPServer { _, _ in .answerBytes(bytes) }
    #expect(
      failure(HTTPRequest(.get, server.url + "/x"), HTTPClient(maximumAnswer: 1000))
        == .refused(HTTPTexts.located("GET 127.0.0.1:\(server.port)/x", HTTPTexts.answerTooLarge("1000 B"))))
  }

  @Test func takesAnAnswerOfExactlyTheLimit() throws {
    let body = String(repeating: "a", count: 1000)
    let server = try RawHTTPServer { _, _ in .answer(rawAnswer(200, body)) }
    let answer = try HTTPClient(maximumAnswer: 1000).send(HTTPRequest(.get, server.url + "/x"))
    #expect(answer.body.count == 1000)
  }

  @Test(arguments: [
    (
      "http://api.fortnox.se/3?secret", "GET api.fortnox.se/3", HTTPTexts.addressIsInsecure
    ),
    (
      "http://127.0.0.1.example.com/", "GET 127.0.0.1.example.com/", HTTPTexts.addressIsInsecure
    ),
    ("http://[::2]/", "GET [::2]/", HTTPTexts.addressIsInsecure),
    ("ftp://127.0.0.1/a", "GET 127.0.0.1/a", HTTPTexts.addressIsInsecure),
    ("file:///etc/hosts", "GET", HTTPTexts.addressIsNotFull),
    ("https://user:secret@api.fortnox.se/", "GET", HTTPTexts.addressIsNotFull),
    ("api.fortnox.se", "GET", HTTPTexts.addressIsNotFull),
    ("https://api.fortnox.se/\r\nsecret", "GET", HTTPTexts.addressIsNotFull),
    ("", "GET", HTTPTexts.addressIsNotFull),
  ])
  func sendsNothingToAnAddressThatIsNotSafe(address: String, place: String, why: Text) {
    #expect(failure(HTTPRequest(.get, address)) == .notSent(HTTPTexts.located(place, why)))
  }

  @Test(arguments: [
    ("Authorization", "Bearer a\r\nX: secret"), ("X Y", "secret"), ("", "secret"), ("X:", "secret"), ("X", "a\0b"),
  ])
  func sendsNoHeaderThatWouldBecomeTwo(name: String, value: String) throws {
    let server = try RawHTTPServer { _, _ in .answer(rawAnswer()) }
    #expect(
      failure(HTTPRequest(.get, server.url + "/x", headers: [(name, value)]))
        == .notSent(
          HTTPTexts.located("GET 127.0.0.1:\(server.port)/x", HTTPTexts.badHeader)))
    #expect(server.received.isEmpty)
  }

  @Test func takesEveryNameOfThisComputerForLoopback() {
    for host in ["127.0.0.1", "127.1.2.3", "LOCALHOST", "[::1]"] {
      #expect(HTTPAddress("http://\(host):8080/a?b")?.isAllowed == true)
    }
    #expect(HTTPAddress("http://localhost:8080/a?b#c")?.place == "localhost:8080/a")
  }
}
