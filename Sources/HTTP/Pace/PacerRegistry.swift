import Synchronization

/// The pacers by quota, so that two configured systems which share a quota also share its pacer, and processes its pace.
package final class PacerRegistry: Sendable {
  private let pacers = Mutex<[String: RequestPacer]>([:])
  private let clock: PacingClock
  private let folder: PaceFolder?
  private let trouble: @Sendable (String) -> Void

  /// - Parameters:
  ///   - folder: where processes share the pace; nil when this one is by itself.
  ///   - trouble: told, in words, of a quota whose pace cannot be shared.
  package init(
    clock: PacingClock = .system, folder: PaceFolder? = nil, trouble: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.clock = clock
    self.folder = folder
    self.trouble = trouble
  }

  /// The pacer of a quota; made at the first call, whose numbers hold.
  ///
  /// - Parameter quota: what the system counts by: kind, address and client, and the tenant where each has its own.
  package func pacer(quota: String, requests: Int, seconds: Double) -> RequestPacer {
    pacers.withLock { pacers in
      // Once in a process: whoever shares a folder leaves no litter in it.
      if pacers.isEmpty { folder?.removeUnused() }
      if let known = pacers[quota] { return known }
      let pace = folder.map { SharedPace.file($0.file(of: quota), clock: clock, trouble: trouble) }
      let pacer = RequestPacer(requests: requests, seconds: seconds, clock: clock, pace: pace)
      pacers[quota] = pacer
      return pacer
    }
  }
}
