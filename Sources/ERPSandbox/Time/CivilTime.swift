/// A date and time of day without a zone (proleptic Gregorian calendar).
package struct CivilTime: Sendable, Equatable {
  package var year: Int
  package var month: Int
  package var day: Int
  package var hour: Int
  package var minute: Int
  package var second: Int
  package var millisecond: Int

  /// The time that a clock at Greenwich shows `seconds` after 1970-01-01 00:00.
  package init(epoch seconds: Double) {
    let milliseconds = Int((seconds * 1000).rounded(.down))
    let (days, rest) = Self.floorDivide(milliseconds, 86_400_000)
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": civil_from_days.
    let shifted = days + 719_468
    let (era, dayOfEra) = Self.floorDivide(shifted, 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    hour = rest / 3_600_000
    minute = rest / 60_000 % 60
    second = rest / 1000 % 60
    millisecond = rest % 1000
  }

  package init(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0, _ second: Int = 0) {
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
    self.millisecond = 0
  }

  /// Days since 1970-01-01.
  package var days: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let (era, yearOfEra) = Self.floorDivide(shiftedYear, 400)
    let shiftedMonth = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * shiftedMonth + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Seconds since 1970-01-01 00:00, when the time is taken as UTC.
  package var epoch: Double {
    Double(days * 86_400 + hour * 3600 + minute * 60 + second) + Double(millisecond) / 1000
  }

  /// Whether the day is in the calendar and the time on the clock.
  package var exists: Bool {
    (1...12).contains(month) && (1...31).contains(day) && (0...23).contains(hour) && (0...59).contains(minute)
      && (0...59).contains(second) && CivilTime(epoch: Double(days * 86_400)).day == day
  }

  /// 0 is Sunday.
  package var weekday: Int { Self.floorDivide(days + 4, 7).rest }

  private static func floorDivide(_ dividend: Int, _ divisor: Int) -> (quotient: Int, rest: Int) {
    let rest = ((dividend % divisor) + divisor) % divisor
    return ((dividend - rest) / divisor, rest)
  }
}
