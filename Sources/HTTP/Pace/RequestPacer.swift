import Synchronization

/// Keeps requests under a quota of so many in any window of time, for all that share it: evenly, one in each interval.
///
/// Evenly, because systems count differently. In a window that slides, any order of requests will do that never has too many in
/// it. In an approximate one, where the requests of the previous window are taken for evenly spread, a burst that spends
/// the whole window at once is refused in the next. What leaves evenly passes both.
///
/// A server counts requests as they arrive, which is later than they leave, and not equally later: the first one waits for
/// a connection. So a request of this process counts as leaving *now* for as long as it is not known when it left, and then
/// from that moment; and the window is stretched a little, for what the network adds.
package final class RequestPacer: Sendable {
  /// A request that may leave. Give it back with ``left(_:after:)`` or ``neverLeft(_:)``.
  package struct Slot: Sendable, Equatable {
    fileprivate let number: Int
    /// The moment that was reserved for it.
    fileprivate let reserved: Double
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
  }

  package let clock: PacingClock
  private let requests: Int
  private let window: Double
  /// From one request to the next, in seconds.
  private let interval: Double
  /// How much later than its moment a request may leave, in seconds, before it needs another.
  private let tolerance: Double
  private let pace: SharedPace
  private let state = Mutex(State())

  /// A thread that wakes up too late so often goes all the same: on a computer that is so busy little leaves anyway.
  private static let maximumMisses = 2

  /// - Parameters:
  ///   - requests: how many may arrive in any window; at least one.
  ///   - seconds: the window's length as the system states it.
  ///   - pace: where others find how far the quota is given out; nil when there are none.
  package init(requests: Int, seconds: Double, clock: PacingClock = .system, pace: SharedPace? = nil) {
    let count = Double(max(1, requests))
    self.requests = max(1, requests)
    self.clock = clock
    self.pace = pace ?? .inMemory(clock)
    window = QuotaMargin.window(seconds)
    // So wide that a window holds one request less than it may, where that costs little.
    interval = min(window / max(count - 1, 0.5), seconds / (count * QuotaMargin.leastPart))
    tolerance = max(0, count * interval - seconds) / 2
  }

  /// Blocks until a request may leave.
  ///
  /// - Throws: soon after the run is asked to stop.
  package func wait(cancellation: Cancellation) throws(Cancellation.Requested) -> Slot {
    var misses = 0
    while true {
      try sleep(cancellation) { self.secondsUntilRoom(at: $0) }
      var time = 0.0
      pace.change { state, now in time = state.reserve(self.interval, now: now) }
      do {
        try sleep(cancellation) { time - $0 }
      } catch {
        giveBack(time)
        throw error
      }
      var isPaused = false
      pace.change { state, now in isPaused = state.pausedUntil > now }
      let now = clock.now()
      // The system had enough meanwhile, or this thread slept into the moments of others.
      if isPaused { continue }
      if now - time > tolerance, misses < Self.maximumMisses {
        misses += 1
        continue
      }
      if let slot = state.withLock({ take(time, now, &$0) }) { return slot }
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
    giveBack(slot.reserved)
  }

  /// Holds all that share the quota back for that many seconds: the system said that it has had enough.
  package func pause(for seconds: Double) {
    pace.change { state, now in state.pausedUntil = max(state.pausedUntil, now + seconds) }
  }

  /// Holds all that share the quota back for as long as a 429 says.
  ///
  /// - Parameter random: 0..<1, see ``ThrottleDelay``.
  package func obey(_ response: HTTPResponse, random: Double = 0) {
    pause(for: ThrottleDelay.seconds(response, date: clock.date(), random: random))
  }

  private func giveBack(_ time: Double) { pace.change { state, _ in state.giveBack(time, self.interval) } }

  /// Sleeps until `rest` says that nothing is left to wait for.
  private func sleep(_ cancellation: Cancellation, _ rest: (_ now: Double) -> Double) throws(Cancellation.Requested) {
    while true {
      if cancellation.isCancelled { throw Cancellation.Requested() }
      let seconds = rest(clock.now())
      guard seconds > 0 else { return }
      clock.sleep(min(seconds, PacingClock.slice))
    }
  }

  /// How long the window stays full of this process' own requests: it does when some left late.
  private func secondsUntilRoom(at now: Double) -> Double {
    state.withLock { state in
      forget(now, &state)
      guard state.entries.count >= requests else { return 0 }
      let first = state.entries.lazy.compactMap(\.left).min()
      // With all of them under way, the next is known when one of them is answered.
      return first.map { max($0 + window - now, 0.001) } ?? 0.01
    }
  }

  /// Nil when others of this process filled the window meanwhile.
  private func take(_ reserved: Double, _ now: Double, _ state: inout State) -> Slot? {
    forget(now, &state)
    guard state.entries.count < requests else { return nil }
    let slot = Slot(number: state.nextNumber, reserved: reserved, start: now)
    state.nextNumber += 1
    state.entries.append(Entry(number: slot.number))
    return slot
  }

  /// Forgets what has left the window.
  private func forget(_ now: Double, _ state: inout State) {
    state.entries.removeAll { entry in entry.left.map { $0 + window <= now } ?? false }
  }
}
