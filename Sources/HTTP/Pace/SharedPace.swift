import Synchronization

/// Where the pace of one quota stands, for all who spend it.
package struct SharedPace: Sendable {
  /// Gives the state to one at a time, with the clock's time at that moment, and keeps what is made of it.
  let change: @Sendable (_ body: (inout PaceState, _ now: Double) -> Void) -> Void

  /// Shared by this process' threads only.
  package static func inMemory(_ clock: PacingClock) -> SharedPace {
    let state = Mutex(PaceState())
    return SharedPace { body in state.withLock { body(&$0, clock.now()) } }
  }

  /// Shared by all processes that open the file.
  ///
  /// - Parameter trouble: told once, in words, when the file cannot be used: from then on the pace is this process' own.
  package static func file(
    _ path: String, clock: PacingClock, trouble: @escaping @Sendable (String) -> Void = { _ in }
  ) -> SharedPace {
    let file = PaceFile(path: path, clock: clock, trouble: trouble)
    return SharedPace { body in file.change(body) }
  }
}
