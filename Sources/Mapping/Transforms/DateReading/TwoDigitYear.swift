import SwedishIdentity

/// Which century a year of two digits is in.
enum TwoDigitYear {
  /// How many years after today's such a year is at most.
  private static let yearsAhead = 20

  static func full(_ year: Int, today: CalendarDay) -> Int {
    let latest = today.year + yearsAhead
    return latest - (latest - year) % 100
  }
}
