import Synchronization

/// How many requests are worked on.
final class RequestCount: Sendable {
  private let count = Mutex(0)
  private let most: Int

  init(most: Int) { self.most = most }

  /// Does the work of one request; nil when there are too many already.
  func whileCounted<T>(_ work: () async throws -> T) async rethrows -> T? {
    let isIn = count.withLock { count in
      guard count < most else { return false }
      count += 1
      return true
    }
    guard isIn else { return nil }
    defer { count.withLock { $0 -= 1 } }
    return try await work()
  }
}
