/// How long a place in a system's stream of events is remembered.
enum EventRetention {
  /// In seconds: a day less than the two weeks for which Fortnox keeps events.
  static let seconds = 13.0 * 86_400
}
