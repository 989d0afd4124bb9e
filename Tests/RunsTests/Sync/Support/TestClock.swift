import AccountingSystems
import Foundation
import HTTP
import Synchronization

/// The time of a rehearsal: it stands still until it is put forward, and waiting puts it forward at once.
final class TestClock: Sendable {
  /// Noon UTC on 28 January 2026, seconds since 1970.
  static let start = 1_769_601_600.0

  private let seconds = Mutex(TestClock.start)

  var now: Date { Date(timeIntervalSince1970: seconds.withLock { $0 }) }

  func advance(_ more: Double) { seconds.withLock { $0 += more } }

  /// Waits pass in no time, and the rehearsal's own time stays where it is.
  var pacing: PacingClock {
    let waited = Waited()
    return PacingClock(
      now: { waited.seconds }, date: { self.now.timeIntervalSince1970 }, sleep: { waited.add($0) })
  }

  private final class Waited: Sendable {
    private let total = Mutex(0.0)
    var seconds: Double { total.withLock { $0 } }
    func add(_ more: Double) { total.withLock { $0 += more } }
  }
}
