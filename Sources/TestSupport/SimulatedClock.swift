package import HTTP
import Synchronization

/// A clock that stands still but for those who sleep, and does what was planned for a time when that time comes.
package final class SimulatedClock: Sendable {
  private struct State {
    var now = 1000.0
    var plans: [(time: Double, action: @Sendable () -> Void)] = []
  }

  private let state = Mutex(State())

  package init() {}

  package var now: Double { state.withLock { $0.now } }

  /// 1994-11-06 08:49:37 UTC when the clock starts.
  package var clock: PacingClock {
    PacingClock(now: { self.now }, date: { 784_111_777 + self.now - 1000 }, sleep: { self.pass($0) })
  }

  package func plan(at time: Double, _ action: @escaping @Sendable () -> Void) {
    state.withLock { $0.plans.append((time, action)) }
  }

  package func pass(_ seconds: Double) {
    let end = now + seconds
    while true {
      let due = state.withLock { state -> (@Sendable () -> Void)? in
        guard let index = state.plans.indices.min(by: { state.plans[$0].time < state.plans[$1].time }),
          state.plans[index].time <= end
        else { return nil }
        let plan = state.plans.remove(at: index)
        state.now = max(state.now, plan.time)
        return plan.action
      }
      guard let due else { break }
      due()
    }
    state.withLock { $0.now = max($0.now, end) }
  }
}
