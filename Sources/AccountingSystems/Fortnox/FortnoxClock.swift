import Foundation

/// The clock by which Fortnox tells when a record was changed: Swedish local time, without a zone.
///
/// Source: seen in two independent integrations; Fortnox's own pages tell no zone.
enum FortnoxClock {
  /// An hour more, in seconds, about the end of summer time.
  static let repeatedHour = 3600

  /// What `lastmodified` must be for the list to hold all that was changed since: `2026-10-25 01:20`.
  ///
  /// In the night when summer time ends, the hour from two to three comes twice. What was changed in its second run may
  /// bear an earlier local time than the cursor, and a time sent from that hour may be taken for the later one. So the list
  /// goes back an hour more when the clock was, or is about to be, put back.
  static func lastModified(since cursor: UTCInstant, now: UTCInstant) -> String {
    var from = cursor - FortnoxService.listingOverlap
    let zone = Self.zone
    let earliest = from - repeatedHour
    let latest = max(now, from + repeatedHour)
    if zone.isPutBack(after: earliest, until: latest) { from = from - repeatedHour }
    return from.localMinute(offset: zone.offset(at: from))
  }

  /// Without the zone's data, winter time all the year: then a list in summer goes back an hour more.
  private static var zone: TimeZone { TimeZone(identifier: "Europe/Stockholm") ?? .gmt.addingHour }
}

extension TimeZone {
  fileprivate var addingHour: TimeZone { TimeZone(secondsFromGMT: 3600) ?? self }

  /// Seconds ahead of UTC.
  fileprivate func offset(at instant: UTCInstant) -> Int { secondsFromGMT(for: instant.date) }

  /// True when the clock is put back after the one instant and no later than the other.
  fileprivate func isPutBack(after start: UTCInstant, until end: UTCInstant) -> Bool {
    var instant = start.date
    while let change = nextDaylightSavingTimeTransition(after: instant), change <= end.date {
      if secondsFromGMT(for: change) < secondsFromGMT(for: change.addingTimeInterval(-1)) { return true }
      instant = change
    }
    return false
  }
}

extension UTCInstant {
  fileprivate var date: Date { Date(timeIntervalSince1970: Double(seconds)) }
}
