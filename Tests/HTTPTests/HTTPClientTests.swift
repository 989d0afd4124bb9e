import CustomerModel
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import HTTP

@Suite struct HTTPClientTests {
  @Test func sendsTheRequestAsItIs() throws {
    let server = try RawHTTPServer { _, _ in .answer(rawAnswer()) }
    let request = HTTPRequest(
      .put, server.url + "/3/customers/1%2F2?a=%24b",
      headers: [("Authorization", "Bearer secret"), ("content-type", "application/json"), ("X-Empty", "")],
      body: Array("{\"a\":\"å\"}".utf8))
    _ = try HTTPClient().send(request)
    let received = try #require(server.received.first)
    #expect(received.head.first == "PUT /3/customers/1%2F2?a=%24b HTTP/1.1")
    #expect(received.body == request.body)
    #expect(received.header("Authorization") == "Bearer secret")
    #expect(received.header("Content-Type") == "application/json")
    #expect(received.header("X-Empty") == "")
    #expect(received.header("User-Agent") == "kundreg/\(ProgramVersion.current)")
    #expect(received.header("Accept-Encoding")?.contains("gzip") == true)
    #expect(received.header("Expect") == nil)
  }

  @Test(
    arguments: [
      (HTTPRequest.Method.get, nil, nil), (.delete, nil, nil), (.post, nil, "0"), (.put, "", "0"), (.post, "ab", "2"),
      (.delete, "abc", "3"),
    ] as [(HTTPRequest.Method, String?, String?)])
  func sendsABodyWhereThereIsOne(method: HTTPRequest.Method, body: String?, length: String?) throws {
    let server = try RawHTTPServer { _, _ in .answer(rawAnswer()) }
    _ = try HTTPClient().send(HTTPRequest(method, server.url + "/x", body: body.map { Array($0.utf8) }))
    let received = try #require(server.received.first)
    #expect(received.head.first == "\(method.rawValue) /x HTTP/1.1")
    #expect(received.header("Content-Length") == length)
    #expect(received.header("Content-Type") == nil)
    #expect(received.body == Array((body ?? "").utf8))
  }

  @Test func givesStatusHeadersInLowerCaseAndBody() throws {
    let server = try RawHTTPServer { _, _ in
      .answer(
        "HTTP/1.1 103 Early Hints\r\nLink: early\r\n\r\nHTTP/1.1 404 Not Found\r\nRETRY-After:  7 \r\nX-Twice: a\r\n"
          + "x-twice: b\r\nContent-Length: 3\r\n\r\nabc")
    }
    let answer = try HTTPClient().send(HTTPRequest(.get, server.url + "/"))
    #expect(
      answer
        == HTTPResponse(
          status: 404, headers: ["retry-after": "7", "x-twice": "b", "content-length": "3"], body: Array("abc".utf8)))
  }

  @Test func keepsTheConnectionForReadsAndWrites() throws {
    let server = try RawHTTPServer { index, _ in .answer(rawAnswer(200, "\(index)")) }
    let client = HTTPClient()
    for (index, method) in [HTTPRequest.Method.get, .post, .put, .get].enumerated() {
      let answer = try client.send(HTTPRequest(method, server.url + "/"))
      #expect(answer.body == Array("\(index)".utf8))
    }
    #expect(server.opened == 1)
  }

  @Test func forgetsTheHeadersOfTheRequestBefore() throws {
    let server = try RawHTTPServer { _, _ in .answer(rawAnswer()) }
    let client = HTTPClient()
    _ = try client.send(HTTPRequest(.post, server.url + "/", headers: [("X-Secret", "1")], body: [65]))
    _ = try client.send(HTTPRequest(.get, server.url + "/"))
    #expect(server.received.map { $0.header("X-Secret") } == ["1", nil])
    #expect(server.received.map(\.body) == [[65], []])
  }

  @Test func decompresses() throws {
    let zipped = try #require(
      Data(base64Encoded: "H4sIAAAAAAACA6tWci4tLsnPTS1SsqpW8kvMTVWyUjrcmp1adHibUm0tADqWbqIfAAAA"))
    let server = try RawHTTPServer { _, _ in
      .answerBytes(
        Array("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(zipped.count)\r\n\r\n".utf8) + zipped)
    }
    let answer = try HTTPClient().send(HTTPRequest(.get, server.url + "/"))
    #expect(String(decoding: answer.body, as: UTF8.self) == #"{"Customer":{"Name":"Åkerö"}}"#)
  }

  @Test func sendsAndTakesAMegabyte() throws {
    let body = (0..<(1 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    let server = try RawHTTPServer { _, received in
      .answerBytes(Array("HTTP/1.1 200 OK\r\nContent-Length: \(received.body.count)\r\n\r\n".utf8) + received.body)
    }
    let answer = try HTTPClient().send(HTTPRequest(.post, server.url + "/", body: body))
    #expect(server.received.first?.body == body)
    #expect(answer.body == body)
  }

  @Test func servesSeveralThreadsAtOnce() throws {
    let server = try RawHTTPServer { _, received in .answer(rawAnswer(200, received.head[0])) }
    let client = HTTPClient()
    let wrong = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 40) { number in
      let answer = Result { try client.send(HTTPRequest(.get, server.url + "/\(number)")) }
      let text = (try? answer.get()).map { String(decoding: $0.body, as: UTF8.self) }
      if text != "GET /\(number) HTTP/1.1" { wrong.withLock { $0.append("\(number): \(answer)") } }
    }
    #expect(wrong.withLock { $0 } == [])
    #expect(server.received.count == 40)
    #expect(server.opened < 40)
  }
}
