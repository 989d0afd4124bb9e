import Crypto
package import Foundation
import Glibc
import Synchronization

/// A server on loopback that opens websockets and then sends what a script says, well formed or not.
package final class RawWebSocketServer: Sendable {
  /// What is done with one connection.
  package struct Peer: Sendable {
    fileprivate let socket: Int32

    package func send(_ bytes: [UInt8]) { ListeningSocket.send(bytes, to: socket) }

    package func sendText(_ text: String) { send(serverFrame(0x81, Array(text.utf8))) }

    /// The next frame of the client: its first byte and what it holds, unmasked; nil when the client is gone.
    ///
    /// A frame that is not masked is told as one of no kind.
    package func receive() -> (first: UInt8, payload: [UInt8])? {
      guard let head = read(2) else { return nil }
      guard head[1] & 0x80 != 0 else { return (0, []) }
      var length = Int(head[1] & 0x7F)
      if length >= 126 {
        guard let more = read(length == 126 ? 2 : 8) else { return nil }
        length = more.reduce(0) { $0 << 8 | Int($1) }
      }
      guard let mask = read(4), let payload = read(length) else { return nil }
      return (head[0], payload.enumerated().map { $1 ^ mask[$0 % 4] })
    }

    package func receiveText() -> String? {
      guard let frame = receive(), frame.first == 0x81 else { return nil }
      return String(decoding: frame.payload, as: UTF8.self)
    }

    private func read(_ count: Int) -> [UInt8]? {
      var bytes: [UInt8] = []
      var byte: UInt8 = 0
      while bytes.count < count {
        guard recv(socket, &byte, 1, 0) == 1 else { return nil }
        bytes.append(byte)
      }
      return bytes
    }
  }

  private let server: RawHTTPServer

  package var url: URL { URL(string: "ws://127.0.0.1:\(server.port)/topics-v1")! }
  package var requests: [RawHTTPServer.Received] { server.received }

  /// - Parameters:
  ///   - accept: what the answer has for the key that it was sent; the right one if left out.
  ///   - fields: further lines of the answer.
  ///   - body: does with each connection, counted from 0, what it is to do; the connection is closed after it.
  package init(
    accept: @escaping @Sendable (String) -> String = acceptKey, fields: [String] = [],
    _ body: @escaping @Sendable (Int, Peer) -> Void
  ) throws {
    server = try RawHTTPServer { index, request in
      let lines =
        [
          "HTTP/1.1 101 Switching Protocols", "Upgrade: WebSocket", "Connection: keep-alive, Upgrade",
          "Sec-WebSocket-Accept: \(accept(request.header("Sec-WebSocket-Key") ?? ""))",
          "Date: Wed, 28 Jan 2026 12:00:00 GMT",
        ] + fields
      return .takeOver { socket in
        let peer = Peer(socket: socket)
        peer.send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8))
        body(index, peer)
      }
    }
  }
}

/// A frame as servers send it, not masked.
package func serverFrame(_ first: UInt8, _ payload: [UInt8]) -> [UInt8] {
  switch payload.count {
  case ...125: [first, UInt8(payload.count)] + payload
  case ...65535: [first, 126, UInt8(payload.count / 256), UInt8(payload.count % 256)] + payload
  default: [first, 127, 0, 0, 0, 0] + (0..<4).map { UInt8(payload.count >> (24 - 8 * $0) & 0xFF) } + payload
  }
}

/// Source: RFC 6455, 4.2.2.
@Sendable package func acceptKey(_ key: String) -> String {
  Data(Insecure.SHA1.hash(data: Data((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").utf8))).base64EncodedString()
}
