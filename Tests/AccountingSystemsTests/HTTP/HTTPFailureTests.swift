import Foundation
import Testing

@testable import AccountingSystems

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
        == .notSent("POST 127.0.0.1:\(server.port)/3/customers: no connection could be made"))
  }

  @Test func tellsAnUnknownHostAsNotSent() {
    guard case .notSent(let text) = failure(HTTPRequest(.put, "https://kundreg.invalid/a?b", body: [65]), quick) else {
      return #expect(Bool(false), "not told as not sent")
    }
    #expect(text.hasPrefix("PUT kundreg.invalid/a: "))
  }

  /// The server waits for a blank line, which a TLS client never sends.
  @Test func tellsAServerWithoutTLSAsNotSent() throws {
    let server = try RawHTTPServer { _, _ in .silence }
    let place = "127.0.0.1:\(server.port)"
    #expect(
      failure(HTTPRequest(.post, "https://\(place)/", body: [65]), quick)
        == .notSent("POST \(place)/: no connection was made within 0.3 s"))
    #expect(server.received.isEmpty)
  }

  @Test(arguments: [
    ("", "the connection was closed before the answer"),
    (
      "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"Customers\":[",
      "the connection was closed in the middle of the answer"
    ),
    (
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{\"Cust",
      "the connection was closed in the middle of the answer"
    ),
    ("SSH-2.0-OpenSSH_9.2\r\n", "the answer could not be read (Unsupported protocol)"),
  ])
  func tellsACutAnswerAsLost(answer: String, why: String) throws {
    let server = try RawHTTPServer { _, _ in .answerAndClose(answer) }
    for method in [HTTPRequest.Method.get, .put] {
      #expect(
        failure(HTTPRequest(method, server.url + "/x?token=1"))
          == .answerLost("\(method.rawValue) 127.0.0.1:\(server.port)/x: \(why)"))
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
        == .answerLost("\(method.rawValue) 127.0.0.1:\(server.port)/x: the connection was closed before the answer"))
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
    (HTTPClient.Timeouts(connect: 10, stall: 1, whole: 60), "(1 s of silence, 60 s in all)"),
    (HTTPClient.Timeouts(connect: 10, stall: 30, whole: 0.3), "(30 s of silence, 0.3 s in all)"),
  ])
  func tellsASlowAnswerAsLost(timeouts: HTTPClient.Timeouts, times: String) throws {
    let server = try RawHTTPServer { _, _ in .silence }
    #expect(
      failure(HTTPRequest(.put, server.url + "/x", body: [65]), HTTPClient(timeouts: timeouts))
        == .answerLost("PUT 127.0.0.1:\(server.port)/x: the answer did not come in time \(times)"))
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
          "GET 127.0.0.1:\(server.port)/x: the answer \(status) redirects to 127.0.0.1:\(target.port), and redirects are "
            + "not followed"))
    #expect(target.received.isEmpty)
  }

  @Test func namesItsOwnHostForARedirectByPath() throws {
    let server = try RawHTTPServer { _, _ in .answer(rawAnswer(302, headers: ["Location: /login?code=secret"])) }
    let own = "127.0.0.1:\(server.port)"
    #expect(
      failure(HTTPRequest(.get, server.url + "/x"))
        == .refused("GET \(own)/x: the answer 302 redirects to \(own), and redirects are not followed"))
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
        == .refused("GET 127.0.0.1:\(server.port)/x: the answer is larger than 1000 bytes"))
  }

  @Test func takesAnAnswerOfExactlyTheLimit() throws {
    let body = String(repeating: "a", count: 1000)
    let server = try RawHTTPServer { _, _ in .answer(rawAnswer(200, body)) }
    let answer = try HTTPClient(maximumAnswer: 1000).send(HTTPRequest(.get, server.url + "/x"))
    #expect(answer.body.count == 1000)
  }

  @Test(arguments: [
    (
      "http://api.fortnox.se/3?secret",
      "GET api.fortnox.se/3: the address must begin with https:// (http:// only to this computer)"
    ),
    (
      "http://127.0.0.1.example.com/",
      "GET 127.0.0.1.example.com/: the address must begin with https:// (http:// only to this computer)"
    ),
    ("http://[::2]/", "GET [::2]/: the address must begin with https:// (http:// only to this computer)"),
    ("ftp://127.0.0.1/a", "GET 127.0.0.1/a: the address must begin with https:// (http:// only to this computer)"),
    ("file:///etc/hosts", "GET: the address is not a full https address without user name"),
    ("https://user:secret@api.fortnox.se/", "GET: the address is not a full https address without user name"),
    ("api.fortnox.se", "GET: the address is not a full https address without user name"),
    ("https://api.fortnox.se/\r\nsecret", "GET: the address is not a full https address without user name"),
    ("", "GET: the address is not a full https address without user name"),
  ])
  func sendsNothingToAnAddressThatIsNotSafe(address: String, message: String) {
    #expect(failure(HTTPRequest(.get, address)) == .notSent(message))
  }

  @Test(arguments: [
    ("Authorization", "Bearer a\r\nX: secret"), ("X Y", "secret"), ("", "secret"), ("X:", "secret"), ("X", "a\0b"),
  ])
  func sendsNoHeaderThatWouldBecomeTwo(name: String, value: String) throws {
    let server = try RawHTTPServer { _, _ in .answer(rawAnswer()) }
    #expect(
      failure(HTTPRequest(.get, server.url + "/x", headers: [(name, value)]))
        == .notSent(
          "GET 127.0.0.1:\(server.port)/x: a header has a line break or another character that no header may have"))
    #expect(server.received.isEmpty)
  }

  @Test func takesEveryNameOfThisComputerForLoopback() {
    for host in ["127.0.0.1", "127.1.2.3", "LOCALHOST", "[::1]"] {
      #expect(HTTPAddress("http://\(host):8080/a?b")?.isAllowed == true)
    }
    #expect(HTTPAddress("http://localhost:8080/a?b#c")?.place == "localhost:8080/a")
  }
}
