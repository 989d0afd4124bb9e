/// A number of requests in a number of seconds, written `25/5`.
package struct RequestLimit: Sendable, Equatable {
  package let requests: Int
  package let seconds: Double

  package init(requests: Int, seconds: Double) {
    self.requests = requests
    self.seconds = seconds
  }

  /// Nil unless the text is a whole number from 1, a slash and a number of seconds above 0.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let requests = Int(parts[0]), requests > 0, let seconds = Double(parts[1]), seconds > 0,
      seconds.isFinite
    else { return nil }
    self.init(requests: requests, seconds: seconds)
  }
}
