/// How far the slots of one quota are given out, in seconds of a ``PacingClock``.
///
/// So little has to be known because requests leave evenly: whoever knows when the next slot is keeps the quota, whatever was
/// sent before. If it is lost, two requests come closer to each other than they should, once.
package struct PaceState: Sendable, Equatable {
  /// The earliest moment that was given to nobody yet.
  package var next = 0.0
  /// Before that nothing may leave: the system said that it has had enough.
  package var pausedUntil = 0.0

  package init() {}

  /// Takes the next free moment.
  mutating func reserve(_ interval: Double, now: Double) -> Double {
    let time = max(now, next, pausedUntil)
    next = time + interval
    return time
  }

  /// Gives a moment back that was not used, if it was the last.
  mutating func giveBack(_ time: Double, _ interval: Double) {
    // A file keeps whole nanoseconds.
    if abs(next - interval - time) < interval / 4 { next = time }
  }
}
