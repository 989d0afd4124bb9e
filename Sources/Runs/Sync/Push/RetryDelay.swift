/// How long a customer rests whom an accounting system refused.
enum RetryDelay {
  /// After the first refusal, in seconds.
  private static let first = 900.0
  /// The longest, in seconds: half a day, so that a nightly job tries each night.
  private static let longest = 43_200.0

  /// In seconds: doubled with each refusal in a row.
  static func afterRefusal(attempts: Int) -> Double {
    min(first * Double(1 << min(max(attempts - 1, 0), 10)), longest)
  }
}
