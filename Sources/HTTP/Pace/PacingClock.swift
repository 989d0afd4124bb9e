import Foundation
import Glibc

/// The time, and waiting for it: a test gives one that does not wait.
package struct PacingClock: Sendable {
  /// Seconds since a fixed moment, the same one for all processes of the computer; never goes back.
  package var now: @Sendable () -> Double
  /// Seconds since 1970-01-01 00:00 UTC.
  package var date: @Sendable () -> Double
  /// Blocks the thread for that many seconds.
  package var sleep: @Sendable (Double) -> Void

  package init(
    now: @escaping @Sendable () -> Double, date: @escaping @Sendable () -> Double,
    sleep: @escaping @Sendable (Double) -> Void
  ) {
    self.now = now
    self.date = date
    self.sleep = sleep
  }

  /// The computer's own since it was started, which nobody sets, and which goes on while the computer sleeps: the other side's
  /// window does too.
  package static let system = PacingClock(
    now: {
      var time = timespec()
      clock_gettime(CLOCK_BOOTTIME, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    },
    date: { Date().timeIntervalSince1970 },
    sleep: { Thread.sleep(forTimeInterval: $0) })

  /// The longest a thread sleeps before it asks whether the run was cancelled, in seconds.
  static let slice = 0.05

  /// Blocks for that many seconds.
  ///
  /// - Throws: soon after the run is asked to stop.
  package func sleep(_ seconds: Double, unless cancellation: Cancellation) throws(Cancellation.Requested) {
    let end = now() + seconds
    while true {
      if cancellation.isCancelled { throw Cancellation.Requested() }
      let rest = end - now()
      guard rest > 0 else { return }
      sleep(min(rest, Self.slice))
    }
  }
}
