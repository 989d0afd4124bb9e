import Foundation
import Synchronization
import TestSupport
import Testing
import Texts

@testable import HTTP

@Suite struct WebSocketConnectionTests {
  private func connect(
    _ server: RawWebSocketServer, stall: Double = 5, cancellation: Cancellation = Cancellation()
  ) throws(WebSocketFailure) -> WebSocketConnection {
    try WebSocketConnection(
      server.url, timeouts: HTTPClient.Timeouts(connect: 2, stall: stall, whole: 5), longestText: 1000,
      cancellation: cancellation)
  }

  /// What reading ends with.
  private func failure(_ bytes: [UInt8]) throws -> (reason: Text?, toldServer: [UInt8]?) {
    let told = Mutex<[UInt8]?>(nil)
    let isDone = DispatchSemaphore(value: 0)
    let server = try RawWebSocketServer { _, peer in
      peer.send(bytes)
      let frame = peer.receive()
      told.withLock { $0 = frame?.first == 0x88 ? frame?.payload : nil }
      isDone.signal()
    }
    let reason: Text?
    do {
      let connection = try connect(server)
      let failure = #expect(throws: WebSocketFailure.self) { while try connection.receive(within: 3) != nil {} }
      reason = failure?.reason
    }
    isDone.wait()
    return (reason, told.withLock { $0 })
  }

  @Test func sendsAndTakesTextsAndAnswersPings() throws {
    let received = Mutex<[String]>([])
    let server = try RawWebSocketServer { _, peer in
      peer.send(serverFrame(0x89, [9]))
      peer.sendText("Hej, Åsa")
      while let frame = peer.receive() {
        received.withLock { $0.append("\(frame.first) \(String(decoding: frame.payload, as: UTF8.self))") }
        if frame.first == 0x81 { peer.sendText(String(repeating: "x", count: 1000)) }
        if frame.first == 0x88 { return }
      }
    }
    let connection = try connect(server)
    #expect(try connection.receive(within: 3) == "Hej, Åsa")
    try connection.send(String(repeating: "å", count: 100_000))
    #expect(try connection.receive(within: 3) == String(repeating: "x", count: 1000))
    connection.close()
    connection.close()
    for _ in 0..<200 where received.withLock({ $0.count }) < 3 { usleep(10_000) }
    #expect(
      received.withLock { $0 } == ["138 \u{9}", "129 " + String(repeating: "å", count: 100_000), "136 \u{3}\u{FFFD}"])
  }

  @Test func readsWhatCameWithTheAnswerToTheHandshake() throws {
    // Head and frame in one packet.
    let raw = try RawHTTPServer { _, request in
      .answerBytes(
        Array(
          """
          HTTP/1.1 101 Switching\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
          Sec-WebSocket-Accept: \(acceptKey(request.header("Sec-WebSocket-Key") ?? ""))\r\n\r\n
          """.utf8) + serverFrame(0x81, Array("first".utf8)))
    }
    let url = try #require(URL(string: "ws://127.0.0.1:\(raw.port)"))
    let connection = try WebSocketConnection(url, cancellation: Cancellation())
    #expect(try connection.receive(within: 3) == "first")
    #expect(raw.received.first?.head.first == "GET / HTTP/1.1")
    #expect(raw.received.first?.header("Host") == "127.0.0.1:\(raw.port)")
  }

  @Test func isQuietWhenNothingComes() throws {
    let server = try RawWebSocketServer { _, peer in _ = peer.receive() }
    let connection = try connect(server)
    let start = ContinuousClock.now
    #expect(try connection.receive(within: 0.3) == nil)
    #expect(ContinuousClock.now - start >= .milliseconds(300))
  }

  /// Pings alone keep nobody from seeing that nothing is told.
  @Test func isQuietAlthoughPingsCome() throws {
    let server = try RawWebSocketServer { _, peer in
      for _ in 0..<100 {
        peer.send(serverFrame(0x89, []))
        usleep(20_000)
      }
    }
    let connection = try connect(server)
    #expect(try connection.receive(within: 0.3) == nil)
  }

  @Test(
    arguments: [
      (serverFrame(0x88, [0x03, 0xE9]), WebSocketTexts.closedStream(status: 1001), [0x03, 0xE9]),
      (serverFrame(0x88, []), WebSocketTexts.closedStream(status: nil), [0x03, 0xE8]),
      ([0x81, 0x82, 1, 2, 3, 4, 5, 6], WebSocketTexts.fault(WebSocketTexts.maskedFrame), [0x03, 0xEA]),
      (
        serverFrame(0x81, [UInt8](repeating: 0x61, count: 1001)), WebSocketTexts.textTooLong(limit: 1000),
        [0x03, 0xF1]
      ),
      (serverFrame(0x81, [0xFF]), WebSocketTexts.textIsNoUTF8, [0x03, 0xEF]),
      (
        serverFrame(0x01, [0x61]) + serverFrame(0x89, []) + serverFrame(0x81, [0x61]),
        WebSocketTexts.fault(WebSocketTexts.textWithinText), nil
      ),
    ] as [([UInt8], Text, [UInt8]?)])
  func endsWithWhatIsWrongAndTellsTheServer(bytes: [UInt8], why: Text, told: [UInt8]?) throws {
    let (reason, toldServer) = try failure(bytes)
    #expect(reason == why)
    // Where a ping came before, the first answer is to that.
    #expect(toldServer == told)
  }

  @Test func tellsAServerThatGoesAwayInTheMiddleOfAText() throws {
    let server = try RawWebSocketServer { _, peer in peer.send([0x81, 0x05, 0x48, 0x65]) }
    let connection = try connect(server)
    let failure = #expect(throws: WebSocketFailure.self) { try connection.receive(within: 3) }
    #expect(failure?.reason == WebSocketTexts.closedConnection)
  }

  @Test func refusesAnAnswerWithAnotherKey() throws {
    let server = try RawWebSocketServer(accept: { acceptKey($0 + "x") }) { _, peer in peer.sendText("a") }
    let failure = #expect(throws: WebSocketFailure.self) { try connect(server) }
    #expect(failure?.reason == WebSocketTexts.otherKey)
  }

  @Test func tellsAServerThatRefuses() throws {
    let server = try RawHTTPServer { _, _ in .answer(rawAnswer(403, "secret")) }
    let url = try #require(URL(string: "ws://127.0.0.1:\(server.port)/topics-v1?secret"))
    let failure = #expect(throws: WebSocketFailure.self) {
      try WebSocketConnection(url, cancellation: Cancellation())
    }
    #expect(failure?.reason == WebSocketTexts.notOpened(status: 403))
  }

  @Test func tellsAServerThatSaysNothing() throws {
    let server = try RawHTTPServer { _, _ in .silence }
    let url = try #require(URL(string: "ws://127.0.0.1:\(server.port)/"))
    let failure = #expect(throws: WebSocketFailure.self) {
      try WebSocketConnection(
        url, timeouts: HTTPClient.Timeouts(connect: 1, stall: 0.3, whole: 2), cancellation: Cancellation())
    }
    #expect(failure?.reason == WebSocketTexts.noAnswerInTime)
  }

  @Test func refusesAnAnswerWithoutEnd() throws {
    let server = try RawHTTPServer { _, _ in
      .answerBytes(Array(("HTTP/1.1 101 X\r\nX: " + String(repeating: "a", count: 40_000)).utf8))
    }
    let url = try #require(URL(string: "ws://127.0.0.1:\(server.port)/"))
    let failure = #expect(throws: WebSocketFailure.self) { try WebSocketConnection(url, cancellation: Cancellation()) }
    #expect(failure?.reason == WebSocketTexts.endlessAnswer)
  }

  @Test func tellsThatNobodyListensAndNothingOfTheQuery() throws {
    let server = try RawHTTPServer { _, _ in .silence }
    server.stop()
    let url = try #require(URL(string: "ws://127.0.0.1:\(server.port)/topics-v1?secret=1"))
    let failure = #expect(throws: WebSocketFailure.self) { try WebSocketConnection(url, cancellation: Cancellation()) }
    #expect(failure?.reason == HTTPTexts.located("GET 127.0.0.1:\(server.port)/topics-v1", HTTPTexts.notConnected))
  }

  @Test(arguments: ["ws://fortnox.example/topics-v1", "http://fortnox.example/", "file:///etc/hosts"])
  func connectsToNoAddressThatIsNotSafe(text: String) throws {
    let url = try #require(URL(string: text))
    let failure = #expect(throws: WebSocketFailure.self) { try WebSocketConnection(url, cancellation: Cancellation()) }
    #expect(failure?.reason == WebSocketTexts.insecureAddress)
  }

  @Test func endsWhenTheRunIsAskedToStop() throws {
    let server = try RawWebSocketServer { _, peer in _ = peer.receive() }
    let cancellation = Cancellation()
    let connection = try connect(server, cancellation: cancellation)
    cancellation.cancel()
    let failure = #expect(throws: WebSocketFailure.self) { try connection.receive(within: 60) }
    #expect(failure?.reason == HTTPTexts.stopped)
  }

  @Test func goesThroughTheProxyOfTheEnvironment() async throws {
    await #expect(processExitsWith: .success) {
      let proxy = try RawHTTPServer { _, _ in .answerAndClose("HTTP/1.1 403 Forbidden\r\n\r\n") }
      setenv("https_proxy", proxy.url, 1)
      unsetenv("no_proxy")
      unsetenv("NO_PROXY")
      let url = URL(string: "wss://kundreg.invalid/topics-v1")!
      let failure = #expect(throws: WebSocketFailure.self) {
        try WebSocketConnection(url, cancellation: Cancellation())
      }
      #expect(proxy.received.first?.head.first == "CONNECT kundreg.invalid:443 HTTP/1.1")
      #expect(failure?.reason.english.contains("127.0.0.1:\(proxy.port)") == true)
    }
  }

  private static let openSSL = "/usr/bin/openssl"

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: openSSL)))
  func trustsNoCertificateThatNobodyVouchesFor() throws {
    let server = try TLSServer(openSSL: Self.openSSL)
    defer { server.stop() }
    let url = try #require(URL(string: "wss://127.0.0.1:\(server.port)/topics-v1"))
    let place = "GET 127.0.0.1:\(server.port)/topics-v1"
    let notYet = HTTPTexts.located(place, HTTPTexts.notConnected)
    var reason = notYet
    // Until the server listens.
    for _ in 0..<100 where reason == notYet {
      let failure = #expect(throws: WebSocketFailure.self) {
        try WebSocketConnection(url, cancellation: Cancellation())
      }
      reason = failure?.reason ?? .empty
      if reason == notYet { usleep(50_000) }
    }
    #expect(reason == HTTPTexts.located(place, HTTPTexts.untrustedCertificate))
  }
}
