/// A date as a workbook counts it: whole days since the epoch of its date system, and the time of day as a fraction
/// (ECMA-376 part 1, 18.17.4.1).
struct SerialDate {
  let year: Int
  let month: Int
  let day: Int
  /// Seconds since midnight, rounded to a whole one.
  let second: Int
  /// True when the serial has no day at all: a time of day only.
  let isTimeOnly: Bool

  /// - Returns: nil when the serial is before the first or after the last day that the date system has.
  init?(_ serial: Double, uses1904: Bool) {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    var days = Int(serial)
    var second = Int(((serial - Double(days)) * 86_400).rounded())
    if second == 86_400 {
      second = 0
      days += 1
    }
    self.second = second
    isTimeOnly = days == 0 && !uses1904
    // The 1900 system counts 29 February 1900, a day that never was: 60 is shown as that day, later ones are one ahead.
    if !uses1904, days == 60 {
      (year, month, day) = (1900, 2, 29)
      return
    }
    // Days from 1970-01-01.
    let epoch = uses1904 ? -24_107 : days < 60 ? -25_568 : -25_569
    (year, month, day) = Self.civil(days + epoch)
    guard year <= 9999 else { return nil }
  }

  /// The proleptic Gregorian date of a day counted from 1970-01-01 (H. Hinnant, chrono-compatible date algorithms).
  private static func civil(_ days: Int) -> (Int, Int, Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// Appends `YYYY-MM-DD`.
  func writeDate(to output: inout GrowingBuffer<UInt8>) {
    output.append(number: year, width: 4)
    output.append("-")
    output.append(number: month, width: 2)
    output.append("-")
    output.append(number: day, width: 2)
  }

  /// Appends `HH:MM`, and `:SS` when asked for or when there are seconds.
  func writeTime(to output: inout GrowingBuffer<UInt8>, alwaysSeconds: Bool) {
    Self.writeClock(second, to: &output, alwaysSeconds: alwaysSeconds)
  }

  /// Appends hours, minutes and seconds; the hours of a duration may exceed a day.
  static func writeClock(_ seconds: Int, to output: inout GrowingBuffer<UInt8>, alwaysSeconds: Bool) {
    output.append(number: seconds / 3600, width: 2)
    output.append(":")
    output.append(number: seconds / 60 % 60, width: 2)
    if alwaysSeconds || seconds % 60 != 0 {
      output.append(":")
      output.append(number: seconds % 60, width: 2)
    }
  }
}
