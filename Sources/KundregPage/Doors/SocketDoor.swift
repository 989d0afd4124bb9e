import Foundation
import NIOCore
import NIOPosix

/// The Unix socket at which the page listens for a proxy.
enum SocketDoor {
  /// What is made from now on, the owner and its group alone may open: also in the moment between a socket's making and its first visitor.
  static func keepToGroup() { umask(0o117) }

  /// True when a program listens there. The server puts its own socket in the place of whatever socket is there, and the other program would
  /// then go on unreachable, and take this one's socket away at its end.
  static func isTaken(_ path: String) async -> Bool {
    let other = try? await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connect(unixDomainSocketPath: path).get()
    guard let other else { return false }
    try? await other.close().get()
    return true
  }
}
