/// Counts arrivals as systems may, each in a way of its own, and refuses those beyond the quota.
struct CountingServer {
  enum Counting: CaseIterable {
    /// Every request of the last window, one by one.
    case sliding
    /// The present window's, and the part of the previous one's that is not over yet; refused when that has reached the quota.
    case approximate
    /// The same, refused when the request itself would exceed it.
    case approximateWithItself
  }

  let counting: Counting
  let quota: Int
  let window: Double
  /// When one of the server's windows begins.
  let phase: Double
  private(set) var refused = 0
  private var admitted: [Double] = []
  /// Which window the last request came in, and how many were admitted in it and in the one before.
  private var current = (index: 0, present: 0, previous: 0)

  init(_ counting: Counting, quota: Int, window: Double, phase: Double) {
    self.counting = counting
    self.quota = quota
    self.window = window
    self.phase = phase
  }

  /// Takes requests in the order of their arrival.
  mutating func take(_ times: [Double]) {
    for time in times.sorted() {
      let index = Int(((time - phase) / window).rounded(.down))
      if index != current.index {
        current = (index, 0, index == current.index + 1 ? current.present : 0)
      }
      if admits(time) {
        admitted.append(time)
        current.present += 1
      } else {
        refused += 1
      }
    }
  }

  private func admits(_ time: Double) -> Bool {
    if counting == .sliding { return admitted.count < quota || admitted[admitted.count - quota] <= time - window }
    let rest = 1 - (time - phase - Double(current.index) * window) / window
    let sum = Double(current.previous) * rest + Double(current.present)
    return counting == .approximate ? sum < Double(quota) : sum + 1 <= Double(quota)
  }
}
