import Foundation
import Glibc

/// A socket that listens on loopback, at a port that was free, until it is stopped or the tests end.
struct ListeningSocket: Sendable {
  let port: Int
  private let socket: Int32

  init() throws {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, length) == 0 && listen(socket, 64) == 0 && getsockname(socket, $0, &length) == 0
      }
    }
    guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
    self.socket = socket
    port = Int(UInt16(bigEndian: address.sin_port))
  }

  /// Hands over each connection, one after the other, on a thread of its own. Who gets one closes it.
  func forEachConnection(_ body: @escaping @Sendable (Int32) -> Void) {
    let socket = socket
    Thread.detachNewThread {
      while true {
        let connection = accept(socket, nil, nil)
        // Closed by nobody else: its number could be another server's by the time it is asked for connections.
        guard connection >= 0 else { return _ = close(socket) }
        body(connection)
      }
    }
  }

  /// Takes no connections any more.
  func stop() { shutdown(socket, Int32(SHUT_RDWR)) }

  /// Sends all of it, unless the other side has gone.
  static func send(_ bytes: [UInt8], to connection: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
