import Foundation
import Testing
import Texts

@testable import HTTP

@Suite struct WebSocketHandshakeTests {
  /// Source: RFC 6455, 1.2 and 1.3.
  private let handshake = WebSocketHandshake(
    authority: "server.example.com", target: "/chat?a=1", key: "dGhlIHNhbXBsZSBub25jZQ==")
  private let accept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="

  private func answer(_ lines: [String]) throws -> [String: String] {
    try handshake.check(Array(lines.joined(separator: "\r\n").utf8))
  }

  @Test func asksAsTheStandardSays() {
    let lines = String(decoding: handshake.request, as: UTF8.self).components(separatedBy: "\r\n")
    #expect(lines.first == "GET /chat?a=1 HTTP/1.1")
    #expect(lines.suffix(2) == ["", ""])
    for line in [
      "Host: server.example.com", "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    ] {
      #expect(lines.contains(line))
    }
  }

  @Test func takesTheAnswerOfTheStandard() throws {
    let fields = try answer([
      "HTTP/1.1 101 Switching Protocols", "upgrade: WebSocket", "Connection: keep-alive", "connection: UPGRADE",
      "Sec-WebSocket-Accept: \(accept)", "Date: Wed, 28 Jan 2026 12:00:00 GMT",
    ])
    #expect(fields["date"] == "Wed, 28 Jan 2026 12:00:00 GMT")
  }

  @Test(
    arguments: [
      (["HTTP/1.1 403 Forbidden", "Content-Length: 0"], WebSocketTexts.notOpened(status: 403)),
      (["HTTP/1.1 301 Moved", "Location: https://elsewhere.example/?secret"], WebSocketTexts.notOpened(status: 301)),
      (["HTTP/1.1 200 OK"], WebSocketTexts.notOpened(status: 200)),
      (["SSH-2.0-OpenSSH"], WebSocketTexts.noHTTP),
      (["HTTP/1.1 101 X", "Connection: Upgrade", "Sec-WebSocket-Accept: A"], WebSocketTexts.noWebSocket),
      (
        ["HTTP/1.1 101 X", "Upgrade: h2c", "Connection: Upgrade", "Sec-WebSocket-Accept: A"],
        WebSocketTexts.noWebSocket
      ),
      (["HTTP/1.1 101 X", "Upgrade: websocket", "Sec-WebSocket-Accept: A"], WebSocketTexts.noWebSocket),
      (["HTTP/1.1 101 X", "Upgrade: websocket", "Connection: Upgrade"], WebSocketTexts.otherKey),
      (
        ["HTTP/1.1 101 X", "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Accept: A"],
        WebSocketTexts.otherKey
      ),
    ] as [([String], Text)])
  func refusesEveryOtherAnswer(lines: [String], why: Text) {
    let failure = #expect(throws: WebSocketFailure.self) {
      try answer(lines.map { $0.replacing("Accept: A", with: "Accept: S3pPLMBiTxaQ9kYGzzhZRbK+xOo=") })
    }
    #expect(failure?.reason == why)
  }

  @Test(arguments: ["Sec-WebSocket-Extensions: permessage-deflate", "Sec-WebSocket-Protocol: chat"])
  func refusesWhatWasNotOffered(line: String) {
    let failure = #expect(throws: WebSocketFailure.self) {
      try answer([
        "HTTP/1.1 101 X", "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Accept: \(accept)", line,
      ])
    }
    #expect(failure?.reason == WebSocketTexts.unknownExtension)
  }

  @Test func everyConnectionHasAKeyOfItsOwn() throws {
    let keys = Set((0..<100).map { _ in WebSocketHandshake.makeKey() })
    #expect(keys.count == 100)
    #expect(keys.allSatisfy { Data(base64Encoded: $0)?.count == 16 })
  }
}
