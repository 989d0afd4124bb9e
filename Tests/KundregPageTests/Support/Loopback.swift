import NIOCore
import NIOPosix

/// Programs that listen on this computer beside the page.
enum Loopback {
  static let hasBothAddresses = ["127.0.0.1", "::1"].allSatisfy { (try? listen($0, 0)) != nil }

  /// Listens at an address and leaves it again; returns the port.
  static func listen(_ address: String, _ port: Int, reuse: Int = 1) throws -> Int {
    let channel = try bind(address, port, reuse: reuse)
    defer { try? channel.close().wait() }
    return channel.localAddress?.port ?? 0
  }

  static func bind(_ address: String, _ port: Int, reuse: Int = 1) throws -> any Channel {
    try ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: .init(reuse))
      .bind(to: SocketAddress(ipAddress: address, port: port)).wait()
  }
}
