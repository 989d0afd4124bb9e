/// How many requests are admitted in any stretch of time, for each key by itself. A refused request does not count.
struct SlidingWindow: Sendable {
  let limit: RequestLimit
  private var admitted: [String: [Double]] = [:]

  init(_ limit: RequestLimit) { self.limit = limit }

  /// Counts a request in. Gives nil when it is admitted, otherwise the seconds until one would be.
  mutating func admit(_ key: String, at now: Double) -> Double? {
    var times = admitted[key, default: []]
    times.removeAll { now - $0 >= limit.seconds }
    defer { admitted[key] = times }
    guard times.count < limit.requests else { return (times.first ?? now) + limit.seconds - now }
    times.append(now)
    return nil
  }
}
