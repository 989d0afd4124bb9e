import Foundation

/// The clock of the sandbox: it runs with real time and can be put forward. Everything that has a time follows it: changes,
/// tokens, pacing and the `Date` header.
struct SandboxClock: Sendable {
  private let start: Double
  private let uptime: @Sendable () -> Double
  private let uptimeAtStart: Double
  private var advanced = 0.0

  /// `uptime` gives seconds of a clock that never goes back.
  init(start: Double?, uptime: @escaping @Sendable () -> Double) {
    self.start = start ?? Date().timeIntervalSince1970
    self.uptime = uptime
    uptimeAtStart = uptime()
  }

  /// Seconds since 1970-01-01 00:00 UTC.
  var now: Double { start + (uptime() - uptimeAtStart) + advanced }

  mutating func advance(_ seconds: Double) { advanced += seconds }
}
