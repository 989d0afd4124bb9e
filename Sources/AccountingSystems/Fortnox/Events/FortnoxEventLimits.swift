extension FortnoxChangeEvents {
  /// How long is waited, in seconds.
  package struct Patience: Sendable {
    /// For the answer to a command, and for the known event to come again.
    package var answer: Double
    /// For the next event: when none comes for so long, all were told.
    package var quiet: Double
    /// For all events together.
    package var whole: Double

    package init(answer: Double = 10, quiet: Double = 2, whole: Double = 60) {
      self.answer = answer
      self.quiet = quiet
      self.whole = whole
    }
  }

  /// How many events are read at most in one go, duplicates among them.
  package static let maximumEvents = 20_000

  /// How far lists go back before the time of the last event, in seconds, if it ever comes to that: a day, for what is told late.
  static let fallbackOverlap = 86_400
}
