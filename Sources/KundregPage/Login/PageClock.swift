import Foundation

/// The time as logins know it: a span that no change of the clock moves, and the moment that people are shown.
struct PageClock: Sendable {
  /// Since some moment.
  let elapsed: @Sendable () -> Duration
  let now: @Sendable () -> Date

  static let system: PageClock = {
    let start = ContinuousClock.now
    return PageClock(elapsed: { ContinuousClock.now - start }, now: { Date() })
  }()
}
