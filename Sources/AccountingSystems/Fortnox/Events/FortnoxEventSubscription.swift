import Dispatch
import Foundation
import Synchronization

/// A stream of Fortnox' events that is listened to by a thread of its own: a run may do other things for hours before it asks
/// what was told, and a server ends a connection whose pings nobody answers.
final class FortnoxEventSubscription: ChangeEventSubscription, Sendable {
  private let stream: Mutex<FortnoxEventStream>
  private let isAskedFor = Atomic(false)
  private let listening = DispatchGroup()

  /// How long it is listened in one go, in seconds, before it is asked whether to go on.
  private static let slice = 0.2

  /// - Parameter stream: one that has begun.
  init(_ stream: sending FortnoxEventStream) {
    self.stream = Mutex(stream)
    listening.enter()
    // The thread keeps nothing alive: who drops the subscription listens no more.
    Thread { [weak self, listening] in
      while let subscription = self, subscription.listenOn() {}
      listening.leave()
    }.start()
  }

  private func listenOn() -> Bool {
    guard !isAskedFor.load(ordering: .acquiring) else { return false }
    return stream.withLock { $0.listen(for: Self.slice) }
  }

  func changes() -> ToldChanges {
    isAskedFor.store(true, ordering: .releasing)
    listening.wait()
    return stream.withLock { $0.readToEnd() }
  }
}
