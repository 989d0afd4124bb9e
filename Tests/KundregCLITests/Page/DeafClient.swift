import Glibc

/// Who asks and asks at a port of 127.0.0.1, and reads no answer, until it is released.
final class DeafClient {
  struct Failure: Error { let code: Int32 }

  private let descriptor: Int32

  init(port: Int) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        connect(descriptor, address, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isConnected else { throw Failure(code: errno) }
    // What the kernel does not take at once waits for answers to be read.
    let requests = Array(String(repeating: "GET / HTTP/1.1\r\nHost: evil\r\n\r\n", count: 20_000).utf8)
    var sent = 0
    while sent < requests.count {
      let count = requests[sent...].withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { break }
      sent += count
    }
  }

  deinit { close(descriptor) }
}
