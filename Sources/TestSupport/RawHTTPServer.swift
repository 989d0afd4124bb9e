import Foundation
import Glibc
import Synchronization

/// A server on loopback that answers with raw bytes, well formed or not, and remembers what it was sent. It listens until
/// it is stopped or the tests end.
package final class RawHTTPServer: Sendable {
  package struct Received: Sendable {
    /// Which connection it came by, from 0.
    package let connection: Int
    /// Request line and header lines.
    package let head: [String]
    package let body: [UInt8]

    /// The value of a header, byte for byte; nil when it is missing.
    package func header(_ name: String) -> String? {
      let line = head.dropFirst().first { $0.lowercased().hasPrefix(name.lowercased() + ":") }
      return line.map { String($0.dropFirst(name.count + 1)).trimmingCharacters(in: .whitespaces) }
    }
  }

  package enum Reaction: Sendable {
    /// Answers and waits for the next request on the connection.
    case answer(String)
    case answerBytes([UInt8])
    /// Answers, perhaps with a part alone, and closes the connection.
    case answerAndClose(String)
    /// Says nothing until the client goes away.
    case silence
    /// Does what it likes with the connection's socket, which is closed after it.
    case takeOver(@Sendable (Int32) -> Void)
  }

  private struct State {
    var received: [Received] = []
    var opened = 0
    var closed = 0
  }

  private let listener: ListeningSocket
  private let state = Mutex(State())
  private let react: @Sendable (Int, Received) -> Reaction

  package var port: Int { listener.port }
  package var received: [Received] { state.withLock { $0.received } }
  package var opened: Int { state.withLock { $0.opened } }
  package var url: String { "http://127.0.0.1:\(port)" }

  /// - Parameter react: what to do upon the request of that index.
  package init(_ react: @escaping @Sendable (Int, Received) -> Reaction) throws {
    self.react = react
    listener = try ListeningSocket()
    listener.forEachConnection { [self] connection in
      let number = state.withLock { state in
        state.opened += 1
        return state.opened - 1
      }
      Thread.detachNewThread { self.serve(connection, number) }
    }
  }

  /// Takes no connections any more.
  package func stop() { listener.stop() }

  /// Waits until that many connections were closed from this side.
  package func waitUntilClosed(_ count: Int) {
    for _ in 0..<1000 where state.withLock({ $0.closed }) < count { usleep(5000) }
  }

  private func serve(_ connection: Int32, _ number: Int) {
    defer {
      close(connection)
      state.withLock { $0.closed += 1 }
    }
    while let request = read(connection, number) {
      let index = state.withLock { state in
        state.received.append(request)
        return state.received.count - 1
      }
      switch react(index, request) {
      case .answer(let text): ListeningSocket.send(Array(text.utf8), to: connection)
      case .answerBytes(let bytes): ListeningSocket.send(bytes, to: connection)
      case .answerAndClose(let text): return ListeningSocket.send(Array(text.utf8), to: connection)
      case .silence:
        var byte: UInt8 = 0
        while recv(connection, &byte, 1, 0) > 0 {}
        return
      case .takeOver(let body): return body(connection)
      }
    }
  }

  private func read(_ connection: Int32, _ number: Int) -> Received? {
    var bytes: [UInt8] = []
    var end: Int?
    var length = 0
    var chunk = [UInt8](repeating: 0, count: 65536)
    while end == nil || bytes.count < end! + length {
      let count = recv(connection, &chunk, chunk.count, 0)
      guard count > 0 else { return nil }
      bytes += chunk[..<count]
      if end == nil, let blank = bytes.firstRange(of: Array("\r\n\r\n".utf8)) {
        end = blank.upperBound
        let head = Received(connection: number, head: Self.lines(bytes[..<blank.lowerBound]), body: [])
        length = head.header("Content-Length").flatMap { Int($0) } ?? 0
      }
    }
    let body = Array(bytes[end!...])
    return Received(connection: number, head: Self.lines(bytes[..<(end! - 4)]), body: body)
  }

  private static func lines(_ bytes: ArraySlice<UInt8>) -> [String] {
    String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
  }
}

/// A whole answer with a body and its length.
package func rawAnswer(_ status: Int = 200, _ body: String = "{}", headers: [String] = []) -> String {
  let lines = ["HTTP/1.1 \(status) X", "Content-Length: \(body.utf8.count)"] + headers
  return lines.joined(separator: "\r\n") + "\r\n\r\n" + body
}
