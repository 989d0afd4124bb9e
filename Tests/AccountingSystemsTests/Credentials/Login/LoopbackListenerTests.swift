import ConfigurationFile
import CustomerModel
import Foundation
import Glibc
import HTTP
import Synchronization
import TestSupport
import Testing
import Texts

@testable import AccountingSystems

/// Over real sockets of this computer.
@Suite struct LoopbackListenerTests {
  private func listener(_ host: String = "localhost") throws -> LoopbackListener {
    try LoopbackListener(
      host: host, port: 0, path: "/callback", answer: AuthorizationAnswer(name: "erp-1", state: Secret("5tate")),
      language: .swedish)
  }

  /// A connection to the port, as a browser makes it.
  private static func connect(_ port: Int, host: String = "127.0.0.1") throws -> Int32 {
    var hints = addrinfo(), found: UnsafeMutablePointer<addrinfo>?
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    #expect(getaddrinfo(host, String(port), &hints, &found) == 0)
    defer { freeaddrinfo(found) }
    let info = try #require(found).pointee
    let connection = socket(info.ai_family, Int32(SOCK_STREAM.rawValue), 0)
    #expect(Glibc.connect(connection, info.ai_addr, info.ai_addrlen) == 0)
    return connection
  }

  /// Sends the parts one by one and gives the answer whole.
  private static func ask(_ port: Int, _ parts: [String], host: String = "127.0.0.1") throws -> String {
    let connection = try connect(port, host: host)
    defer { close(connection) }
    for part in parts {
      let bytes = Array(part.utf8)
      _ = send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
      if parts.count > 1 { usleep(10_000) }
    }
    var answer: [UInt8] = [], buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = recv(connection, &buffer, buffer.count, 0)
      if count <= 0 { break }
      answer += buffer.prefix(count)
    }
    return String(decoding: answer, as: UTF8.self)
  }

  /// Asks from another thread while the listener waits; gives the answers when it has ended.
  private func during(
    _ requests: [[String]], at port: Int, host: String = "127.0.0.1", _ body: () throws -> Void
  ) throws -> [String] {
    let answers = Mutex<[String]>([])
    let done = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      for parts in requests {
        let answer = (try? Self.ask(port, parts, host: host)) ?? ""
        answers.withLock { $0.append(answer) }
      }
      done.signal()
    }
    try body()
    done.wait()
    return answers.withLock { $0 }
  }

  private func get(_ target: String) -> [String] { ["GET \(target) HTTP/1.1\r\nHost: localhost\r\n\r\n"] }

  @Test(arguments: ["127.0.0.1", "localhost"])
  func theRedirectGivesTheCode(host: String) throws {
    let listener = try listener(host)
    let answers = try during([get("/callback?code=a%2Bb&state=5tate")], at: listener.port, host: "127.0.0.1") {
      let code = try listener.waitForCode(seconds: 20, Cancellation())
      #expect(code == Secret("a+b"))
    }
    let answer = try #require(answers.first)
    #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(answer.contains("<html lang=\"sv\">") && answer.contains(LoginTexts.pageDone.swedish))
    #expect(answer.contains("\r\nReferrer-Policy: no-referrer\r\n"))
    #expect(answer.hasSuffix("</p></html>\n"))
    #expect(!answer.contains("a+b"))
  }

  @Test func everythingElseIsNotThere() throws {
    let listener = try listener("127.0.0.1")
    let requests = [
      get("/favicon.ico"), get("/callback/x?code=a&state=5tate"), get("/?code=a&state=5tate"),
      ["POST /callback?code=a&state=5tate HTTP/1.1\r\n\r\n"], ["nonsense\r\n\r\n"],
      ["GET /" + String(repeating: "x", count: 20_000)],
      ["GET /callb", "ack?code=right&state=5tate HTTP/1.1\r\nHo", "st: localhost\r\n\r\n"],
    ]
    let answers = try during(requests, at: listener.port) {
      let code = try listener.waitForCode(seconds: 20, Cancellation())
      #expect(code == Secret("right"))
    }
    for answer in answers.dropLast(2) { #expect(answer.hasPrefix("HTTP/1.1 404 Not Found\r\n")) }
    #expect(answers.last?.hasPrefix("HTTP/1.1 200 OK\r\n") == true)
  }

  @Test func connectionsThatSayNothingHinderNobody() throws {
    let listener = try listener("127.0.0.1")
    let silent = try (0..<40).map { _ in try Self.connect(listener.port) }
    defer { for connection in silent { close(connection) } }
    _ = try during([get("/callback?code=c&state=5tate")], at: listener.port) {
      let code = try listener.waitForCode(seconds: 20, Cancellation())
      #expect(code == Secret("c"))
    }
  }

  @Test(arguments: [
    ("code=c0de&state=other", ErrorCode.erpLoginState),
    ("code=c0de", .erpLoginState),
    ("error=access_denied&state=5tate", .erpLoginDenied),
    ("error=access_denied", .erpLoginState), ("state=5tate", .erpLoginAnswer),
  ])
  func anAnswerThatIsNoneEndsTheLogin(query: String, code: ErrorCode) throws {
    let listener = try listener("127.0.0.1")
    let answers = try during([get("/callback?" + query)], at: listener.port) {
      Office.expect(code, naming: "erp-1", remedies: Office.logIn, without: ["c0de", "5tate"]) {
        _ = try listener.waitForCode(seconds: 20, Cancellation())
      }
    }
    #expect(answers.first?.hasPrefix("HTTP/1.1 400 Bad Request\r\n") == true)
    #expect(answers.first?.contains("c0de") == false)
  }

  @Test func waitingEnds() throws {
    let listener = try listener("127.0.0.1")
    Office.expect(.erpLoginTimeout, naming: "erp-1", remedies: Office.logIn) {
      _ = try listener.waitForCode(seconds: 0, Cancellation())
    }
    let cancellation = Cancellation()
    cancellation.cancel()
    Office.expect(.erpLoginCancelled, naming: "erp-1") {
      _ = try listener.waitForCode(seconds: 20, cancellation)
    }
  }

  @Test func aTakenPortIsTold() throws {
    let first = try listener("127.0.0.1")
    Office.expect(.erpLoginPort, naming: "\(first.port)") {
      _ = try LoopbackListener(
        host: "localhost", port: first.port, path: "/",
        answer: AuthorizationAnswer(name: "erp-1", state: Secret("5tate")), language: .english)
    }
  }

  @Test func aLoginGoesAllTheWay() throws {
    let office = try Office()
    try office.write()
    var system = office.system
    // A port that was free a moment ago.
    let port = try listener().port
    system.redirectURI = try #require(URL(string: "http://localhost:\(port)/a/b"))
    let server = ScriptedTokenServer([.tokens("access-new", refresh: "refresh-new")])
    let login = LoginFlow(system, file: office.file(), sender: server, now: { Office.now }, pause: { _ in })
    let listener = try #require(try login.listen(in: .english))
    let query = FormEncoding.decode(try login.authorizeAddress().split(separator: "?")[1])
    let state = try #require(query["state"])
    _ = try during([get("/a/b?code=c&state=\(state)")], at: port) {
      try login.finish(try listener.waitForCode(seconds: 20, Cancellation()))
    }
    #expect(try office.file().state(at: Office.now) == .loggedIn(until: Office.now.addingTimeInterval(3600)))
  }

  @Test func anAddressElsewhereIsNotListenedOn() throws {
    let office = try Office()
    for text in ["https://kundreg.example/callback", "https://localhost:8765/callback"] {
      var system = office.system
      system.redirectURI = try #require(URL(string: text))
      let login = LoginFlow(system, file: office.file(), sender: ScriptedTokenServer([]))
      #expect(try login.listen(in: .english) == nil)
    }
  }
}
