import Glibc

/// A program that listens at `::1`, until it ends or is released.
final class LoopbackListener {
  struct Failure: Error { let code: Int32 }

  private(set) var port: Int
  private var descriptor: Int32

  /// - Parameter port: 0 for any that is free.
  init(port asked: Int) throws {
    descriptor = socket(AF_INET6, Int32(SOCK_STREAM.rawValue), 0)
    port = asked
    var on: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in6()
    address.sin6_family = sa_family_t(AF_INET6)
    address.sin6_port = in_port_t(asked).bigEndian
    address.sin6_addr = in6addr_loopback
    var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
    let isOpen = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, length) == 0 && listen(descriptor, 1) == 0
          && getsockname(descriptor, address, &length) == 0
      }
    }
    guard isOpen else {
      let code = errno
      end()
      throw Failure(code: code)
    }
    port = Int(in_port_t(bigEndian: address.sin6_port))
  }

  func end() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }

  deinit { end() }
}
