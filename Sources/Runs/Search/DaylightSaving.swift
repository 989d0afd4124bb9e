import Foundation

/// When clocks of a zone show a time, which on two days of the year they skip or show twice.
///
/// What they show is given as the instant when a clock of UTC shows the same.
struct DaylightSaving {
  let zone: TimeZone

  /// The instants at which clocks show it: one; none where they skip it, two where they show it twice.
  func instants(of reading: Date) -> [Date] {
    offsets(around: reading).sorted(by: >).map { reading.addingTimeInterval(-Double($0)) }
      .filter { $0.addingTimeInterval(Double(zone.secondsFromGMT(for: $0))) == reading }
  }

  /// The first instant at which they show it, or, where they skip it, at which they go on.
  func firstInstant(of reading: Date) -> Date {
    if let first = instants(of: reading).first { return first }
    // The later offset puts it before the clocks are changed.
    let before = reading.addingTimeInterval(-Double(offsets(around: reading).max() ?? 0) - 1)
    return zone.nextDaylightSavingTimeTransition(after: before) ?? before.addingTimeInterval(1)
  }

  /// How far ahead of UTC clocks may be then: no zone changes twice within two days.
  private func offsets(around reading: Date) -> Set<Int> {
    Set([-86_400.0, 86_400].map { zone.secondsFromGMT(for: reading.addingTimeInterval($0)) })
  }
}
