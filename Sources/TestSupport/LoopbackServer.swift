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

  package let port: Int
  private let listener: Int32
  private let log = Mutex<[String]>([])
  private let answer: @Sendable (Int, String) -> Answer

  /// `http://127.0.0.1:40123`
  package var url: String { "http://127.0.0.1:\(port)" }
  /// The paths that were asked for, in order.
  package var paths: [String] { log.withLock { $0 } }

  /// - Parameter answer: what to say to the request of that index, from 0, for that path.
  package init(_ answer: @escaping @Sendable (_ index: Int, _ path: String) -> Answer) throws {
    self.answer = answer
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = self.listener
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && listen(listener, 64) == 0 && getsockname(listener, $0, &length) == 0
      }
    }
    guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [self] in
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { return }
        serve(connection)
      }
    }
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
    var rest = Array((head.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
