import Crypto
import Foundation

/// How a websocket is opened: a request over HTTP/1.1, and the answer that takes it. Source: RFC 6455, 4.1.
struct WebSocketHandshake {
  /// Host and, where the address has one, port.
  let authority: String
  /// Path and query.
  let target: String
  /// 16 random bytes in base64, new for each connection.
  let key: String

  static func makeKey() -> String { Data((0..<16).map { _ in UInt8.random(in: .min ... .max) }).base64EncodedString() }

  var request: [UInt8] {
    let lines = [
      "GET \(target) HTTP/1.1", "Host: \(authority)", "Upgrade: websocket", "Connection: Upgrade",
      "Sec-WebSocket-Key: \(key)", "Sec-WebSocket-Version: 13", "User-Agent: \(HTTPClient.userAgent)",
    ]
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }

  /// What a server answers that read the key and speaks the protocol.
  var expectedAccept: String {
    let text = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
    return Data(Insecure.SHA1.hash(data: Data(text.utf8))).base64EncodedString()
  }

  /// Checks an answer's head.
  ///
  /// - Parameter head: without the blank line at its end.
  /// - Returns: the answer's fields by name in lower case.
  func check(_ head: some Sequence<UInt8>) throws(WebSocketFailure) -> [String: String] {
    var lines = String(decoding: Array(head), as: UTF8.self).components(separatedBy: "\r\n")
    let status = lines.removeFirst().split(separator: " ", maxSplits: 2)
    guard status.count >= 2, status[0].hasPrefix("HTTP/1."), let code = Int(status[1]) else {
      throw WebSocketFailure(WebSocketTexts.noHTTP)
    }
    guard code == 101 else { throw WebSocketFailure(WebSocketTexts.notOpened(status: code)) }
    var fields: [String: String] = [:]
    for line in lines {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let name = line[..<colon].lowercased()
      let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      fields[name] = fields[name].map { "\($0), \(value)" } ?? value
    }
    func words(_ name: String) -> [String] {
      (fields[name] ?? "").lowercased().split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    guard words("upgrade") == ["websocket"], words("connection").contains("upgrade") else {
      throw WebSocketFailure(WebSocketTexts.noWebSocket)
    }
    guard fields["sec-websocket-accept"] == expectedAccept else {
      throw WebSocketFailure(WebSocketTexts.otherKey)
    }
    // Neither was asked for.
    guard fields["sec-websocket-extensions"] == nil, fields["sec-websocket-protocol"] == nil else {
      throw WebSocketFailure(WebSocketTexts.unknownExtension)
    }
    return fields
  }
}
