/// How far requests stay below the quota that a system states.
enum QuotaMargin {
  /// The window in seconds that is reckoned with for one of so many: stretched a little, for what the network adds.
  static func window(_ seconds: Double) -> Double { seconds * 1.02 + 0.005 }

  /// The least part of the quota that may be used all the same.
  static let leastPart = 0.957
}
