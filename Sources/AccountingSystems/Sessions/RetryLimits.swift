/// How often something is tried in all before it is given up.
enum RetryLimits {
  /// A request that does not get through, or is answered 5xx.
  static let unanswered = 3
  /// A request that is answered 429.
  static let throttled = 6
  /// A request for tokens, when their address is busy or cannot be reached.
  static let tokens = 4
  /// A walk through a list, when records were missed.
  static let listWalks = 3
}
