import Synchronization

/// Tells a run to stop after the request in flight. Set by a signal or a test, asked before every request.
package final class Cancellation: Sendable {
  /// Thrown by what waits, soon after the run was asked to stop.
  package struct Requested: Error, Equatable { package init() {} }

  private let flag = Atomic(false)

  package init() {}

  package var isCancelled: Bool { flag.load(ordering: .acquiring) }

  package func cancel() { flag.store(true, ordering: .releasing) }
}
