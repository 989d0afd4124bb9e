package import Foundation

/// Moments as people read them: in a time zone that the table names once. Programs get them in UTC.
package struct TimeFormat: Sendable {
  /// In the zone that `TZ` names, or else the system's.
  package static let current = TimeFormat(.current)

  /// `Europe/Stockholm`, or `UTC`.
  package let zoneName: String
  private let style: Date.ISO8601FormatStyle

  package init(_ zone: TimeZone) {
    zoneName = ["GMT", "UTC", "Etc/UTC", "Etc/GMT"].contains(zone.identifier) ? "UTC" : zone.identifier
    style = Date.ISO8601FormatStyle(timeZone: zone).year().month().day().dateSeparator(.dash)
      .dateTimeSeparator(.space).time(includingFractionalSeconds: false)
  }

  /// `2026-11-24 03:56:09` for `2026-11-24T02:56:09Z`; what is no moment stays as it is.
  package func shown(_ moment: String) -> String {
    guard let date = try? Date(moment, strategy: .iso8601) else { return moment }
    return shown(date)
  }

  /// `2026-11-24 03:56:09`
  package func shown(_ date: Date) -> String { date.formatted(style) }

  /// `2026-11-24 03:56:09 (Europe/Stockholm)`, for a moment in a sentence.
  package func told(_ date: Date) -> String { "\(shown(date)) (\(zoneName))" }
}
