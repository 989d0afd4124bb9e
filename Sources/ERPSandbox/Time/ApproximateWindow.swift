/// How many requests are admitted where only two numbers are kept for each key: the requests of the previous window, weighted by
/// the part of it that a window ending now would still cover, and those of the present one. A refused request does not count.
struct ApproximateWindow: Sendable {
  private struct Count: Sendable {
    /// Which window it is, counted from 1970.
    var window: Double
    var previous = 0
    var present = 0
  }

  let limit: RequestLimit
  private var counts: [String: Count] = [:]

  init(_ limit: RequestLimit) { self.limit = limit }

  /// Counts a request in. Gives nil when it is admitted, otherwise the seconds until one would be.
  mutating func admit(_ key: String, at now: Double) -> Double? {
    let window = (now / limit.seconds).rounded(.down)
    var count = counts[key] ?? Count(window: window)
    if count.window != window {
      count = Count(window: window, previous: count.window == window - 1 ? count.present : 0)
    }
    defer { counts[key] = count }
    let covered = 1 - (now / limit.seconds - window)
    let room = Double(limit.requests - count.present)
    guard Double(count.previous) * covered >= room else {
      count.present += 1
      return nil
    }
    // In this window when the previous one weighs less, or else in the next one, of which this is then the previous.
    let there = room > 0 ? room / Double(count.previous) : 0
    return max((covered - there) * limit.seconds, 0.001)
  }
}
