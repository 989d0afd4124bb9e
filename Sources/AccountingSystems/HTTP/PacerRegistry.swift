import Synchronization

/// The pacers by quota, so that two configured systems which share a quota also share its pacer.
package final class PacerRegistry: Sendable {
  private let pacers = Mutex<[String: RequestPacer]>([:])
  private let clock: PacingClock

  package init(clock: PacingClock = .system) { self.clock = clock }

  /// The pacer of a quota; made at the first call, whose numbers hold.
  ///
  /// - Parameter quota: what the system counts by: kind and client, and the tenant where each has its own.
  package func pacer(quota: String, requests: Int, seconds: Double) -> RequestPacer {
    pacers.withLock { pacers in
      if let known = pacers[quota] { return known }
      let pacer = RequestPacer(requests: requests, seconds: seconds, clock: clock)
      pacers[quota] = pacer
      return pacer
    }
  }
}
