/// How a system counts the requests of its quota.
struct QuotaWindow: Sendable {
  private enum State: Sendable {
    case sliding(SlidingWindow)
    case approximate(ApproximateWindow)
  }

  let limit: RequestLimit
  private var state: State

  init(_ limit: RequestLimit, _ kind: SandboxOptions.WindowKind) {
    self.limit = limit
    state =
      switch kind {
      case .sliding: .sliding(SlidingWindow(limit))
      case .approximate: .approximate(ApproximateWindow(limit))
      }
  }

  /// Counts a request in. Gives nil when it is admitted, otherwise the seconds until one would be.
  mutating func admit(_ key: String, at now: Double) -> Double? {
    switch state {
    case .sliding(var window):
      defer { state = .sliding(window) }
      return window.admit(key, at: now)
    case .approximate(var window):
      defer { state = .approximate(window) }
      return window.admit(key, at: now)
    }
  }
}
