import Hummingbird
import NIOCore

/// What is known of a request's way here.
struct PageContext: InitializableFromSource, Sendable {
  /// The address it came from; empty behind a socket.
  let address: String
  private let channel: (any Channel)?

  init(source: ApplicationRequestContextSource) {
    channel = source.channel
    address = source.channel.remoteAddress?.ipAddress ?? ""
  }

  /// A request that came over no network.
  init(address: String) {
    channel = nil
    self.address = address
  }

  /// Hangs up a moment later, when the answer has left: what follows of this request is not waited for.
  func hangUp() {
    guard let channel else { return }
    channel.eventLoop.scheduleTask(in: .seconds(2)) { channel.close(promise: nil) }
  }
}
