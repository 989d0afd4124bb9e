import CustomerModel
import Foundation
import NIOCore
import PageLaunch

/// The page's port at the computer's other loopback address, where nobody is to listen.
///
/// Browsers look for a name below `localhost` at `::1` and at 127.0.0.1, and take what answers first. The page listens at one of them:
/// another user's program at the other would be sent the link's key, the session's cookie and passwords. Who holds a port without
/// listening keeps everybody from it, and browsers go on to the page.
final class HeldPort: Sendable {
  let port: Int
  private let descriptor: CInt

  private init(_ descriptor: CInt, port: Int) {
    self.descriptor = descriptor
    self.port = port
  }

  deinit { close(descriptor) }

  /// - Parameters:
  ///   - host: where the page will listen.
  ///   - port: 0 for any that is free at the other address.
  /// - Returns: nil where there is nothing to hold: the computer has no other loopback address.
  /// - Throws: ``KundregError`` `page.cannotListen` when somebody has it.
  static func beside(_ host: String, port: Int) throws -> HeldPort? {
    let other = host.contains(":") ? "127.0.0.1" : "::1"
    let address = try SocketAddress(ipAddress: other, port: port)
    let family = host.contains(":") ? AF_INET : AF_INET6
    let descriptor = socket(family, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else {
      if errno == EAFNOSUPPORT { return nil }
      throw refused(host, other, port)
    }
    // Without SO_REUSEADDR: with it, others could have the port, too.
    let isBound = address.withSockAddr { bind(descriptor, $0, socklen_t($1)) } == 0
    guard isBound else {
      let reason = errno
      close(descriptor)
      if reason == EADDRNOTAVAIL { return nil }
      throw refused(host, other, port)
    }
    guard let bound = Self.port(of: descriptor) else {
      close(descriptor)
      throw refused(host, other, port)
    }
    return HeldPort(descriptor, port: bound)
  }

  private static func refused(_ host: String, _ other: String, _ port: Int) -> KundregError {
    KundregError(
      .pageCannotListen,
      PageLaunchTexts.neighbourIsTaken(SocketPlace.text(other, port), beside: SocketPlace.text(host, port)))
  }

  private static func port(of descriptor: CInt) -> Int? {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let isNamed = withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) == 0 }
    }
    // The port stands behind the family, the high byte first, in addresses of both families.
    return isNamed ? withUnsafeBytes(of: storage) { Int($0[2]) << 8 | Int($0[3]) } : nil
  }
}
