import Synchronization

/// Keeps requests under a quota of so many in any window of time, for all threads that share it.
///
/// A server counts requests as they arrive, which is later than they leave, and not equally later: the first one waits for
/// a connection. So a request counts as leaving *now* for as long as it is not known when it left, and then from that
/// moment; and the window is stretched a little, for what the network adds. In that stretch two requests may swap their
/// delays without a 429; it costs about 2 % of the rate.
package final class RequestPacer: Sendable {
  /// A request that may leave. Give it back with ``left(_:after:)`` or ``neverLeft(_:)``.
  package struct Slot: Sendable, Equatable {
    fileprivate let number: Int
    fileprivate let start: Double
  }

  private struct Entry {
    let number: Int
    /// When the request left; nil while that is not known.
    var left: Double?
  }

  private struct State {
    var entries: [Entry] = []
    var nextNumber = 0
    var pausedUntil = -Double.infinity
  }

  package let clock: PacingClock
  private let requests: Int
  private let window: Double
  private let state = Mutex(State())

  /// - Parameters:
  ///   - requests: how many may arrive in any window; at least one.
  ///   - seconds: the window's length as the system states it.
  package init(requests: Int, seconds: Double, clock: PacingClock = .system) {
    self.requests = max(1, requests)
    window = seconds * 1.02 + 0.005
    self.clock = clock
  }

  /// Blocks until a request may leave.
  ///
  /// - Throws: ``APIFailure/cancelled`` soon after the run is asked to stop.
  package func wait(cancellation: Cancellation) throws(APIFailure) -> Slot {
    while true {
      if cancellation.isCancelled { throw .cancelled }
      let now = clock.now()
      switch state.withLock({ take(now, &$0) }) {
      case .slot(let slot): return slot
      case .wait(let seconds): clock.sleep(min(seconds, PacingClock.slice))
      }
    }
  }

  /// Tells when a request left.
  ///
  /// - Parameter seconds: from the time its slot was given; nil when it is not known: then now, which is surely not too
  ///   early.
  package func left(_ slot: Slot, after seconds: Double?) {
    let time = min(clock.now(), slot.start + (seconds ?? .infinity))
    state.withLock { state in
      guard let index = state.entries.firstIndex(where: { $0.number == slot.number }) else { return }
      state.entries[index].left = time
    }
  }

  /// Tells that a request surely did not reach the server, and so does not count.
  package func neverLeft(_ slot: Slot) {
    state.withLock { state in state.entries.removeAll { $0.number == slot.number } }
  }

  /// Holds all threads back for that many seconds: the system said that it has had enough.
  package func pause(for seconds: Double) {
    let end = clock.now() + seconds
    state.withLock { $0.pausedUntil = max($0.pausedUntil, end) }
  }

  /// When the requests left that still count, in seconds since 1970: for the next process, whose requests the system adds
  /// to these.
  package var recent: [Double] {
    let (now, date) = (clock.now(), clock.date())
    return state.withLock { state in
      state.entries.map { date - (now - ($0.left ?? now)) }.filter { $0 > date - window }
    }
  }

  /// Counts requests that another process sent, by when they left in seconds since 1970.
  package func recall(_ dates: [Double]) {
    let (now, date) = (clock.now(), clock.date())
    state.withLock { state in
      // A clock that was set back must not hold requests back for longer than a window.
      for left in dates where left > date - window && left <= date {
        state.entries.append(Entry(number: state.nextNumber, left: now - (date - left)))
        state.nextNumber += 1
      }
    }
  }

  private enum Turn {
    case slot(Slot)
    case wait(Double)
  }

  private func take(_ now: Double, _ state: inout State) -> Turn {
    guard now >= state.pausedUntil else { return .wait(state.pausedUntil - now) }
    state.entries.removeAll { entry in entry.left.map { $0 + window <= now } ?? false }
    guard state.entries.count < requests else {
      let first = state.entries.lazy.compactMap(\.left).min()
      // With all of them under way, the next is known when one of them is answered.
      return .wait(first.map { max($0 + window - now, 0.001) } ?? 0.01)
    }
    let slot = Slot(number: state.nextNumber, start: now)
    state.nextNumber += 1
    state.entries.append(Entry(number: slot.number))
    return .slot(slot)
  }
}
