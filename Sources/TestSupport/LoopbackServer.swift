import Foundation
import Glibc
import Synchronization

/// A stand-in for a web service that is asked by GET: listens on loopback, answers by a rule and remembers what was asked.
package final class LoopbackServer: Sendable {
  package enum Answer: Sendable {
    case reply(status: Int, body: String, headers: [String] = [])
    /// Closes the connection without a word.
    case hangUp

    package static func ok(_ body: String) -> Answer { .reply(status: 200, body: body) }
  }

  private let listener: ListeningSocket
  private let log = Mutex<[String]>([])
  private let answer: @Sendable (Int, String) -> Answer

  package var port: Int { listener.port }
  /// `http://127.0.0.1:40123`
  package var url: String { "http://127.0.0.1:\(port)" }
  /// The paths that were asked for, in order.
  package var paths: [String] { log.withLock { $0 } }

  /// - Parameter answer: what to say to the request of that index, from 0, for that path.
  package init(_ answer: @escaping @Sendable (_ index: Int, _ path: String) -> Answer) throws {
    self.answer = answer
    listener = try ListeningSocket()
    listener.forEachConnection { [self] in serve($0) }
  }

  /// One request a connection.
  private func serve(_ connection: Int32) {
    defer { close(connection) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while bytes.firstRange(of: Array("\r\n\r\n".utf8)) == nil {
      let count = recv(connection, &chunk, chunk.count, 0)
      guard count > 0 else { return }
      bytes += chunk[..<count]
    }
    let words = String(decoding: bytes, as: UTF8.self).split(separator: " ", maxSplits: 2)
    guard words.count == 3 else { return }
    let path = String(words[1])
    let index = log.withLock { log in
      log.append(path)
      return log.count - 1
    }
    guard case .reply(let status, let body, let headers) = answer(index, path) else { return }
    let head = ["HTTP/1.1 \(status) X", "Connection: close", "Content-Length: \(body.utf8.count)"] + headers
    ListeningSocket.send(Array((head.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8), to: connection)
  }
}
