/// The ways in which the systems write a time. Times are seconds since 1970-01-01 00:00 UTC.
package enum TimeText {
  /// `2026-01-28T12:10:22.743Z`.
  package static func utc(_ time: Double) -> String {
    let civil = CivilTime(epoch: time)
    return "\(date(civil))T\(clock(civil)).\(padded(civil.millisecond, 3))Z"
  }

  /// `Wed, 28 Jan 2026 12:10:22 GMT`, the `Date` header of RFC 9110.
  package static func http(_ time: Double) -> String {
    let civil = CivilTime(epoch: time)
    let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return "\(weekdays[civil.weekday]), \(padded(civil.day, 2)) \(months[civil.month - 1]) \(civil.year) "
      + "\(clock(civil)) GMT"
  }

  /// `2026-01-28 13:10`, as a clock in Stockholm shows.
  package static func stockholmMinute(_ time: Double) -> String {
    let civil = CivilTime(epoch: time + stockholmOffset(time))
    return "\(date(civil)) \(padded(civil.hour, 2)):\(padded(civil.minute, 2))"
  }

  /// `2026-01-28T13:10:22.743`, as a clock in Stockholm shows, and how far that is ahead of UTC: `+01:00`.
  package static func stockholm(_ time: Double) -> (clock: String, zone: String) {
    let offset = stockholmOffset(time)
    return (String(utc(time + offset).dropLast()), "+\(padded(Int(offset) / 3600, 2)):00")
  }

  /// Reads `YYYY-MM-DDTHH:MM[:SS[.fraction]]` with `Z` or an offset such as `+01:00`. Nil when it is something else.
  package static func parseUTC(_ text: String) -> Double? {
    let expression =
      #/(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?(?:Z|([+-])(\d{2}):(\d{2}))/#
    guard let match = try? expression.wholeMatch(in: text)?.output,
      let civil = civil(match.1, match.2, match.3, match.4, match.5, match.6 ?? "00")
    else { return nil }
    let fraction = match.7.flatMap { Double("0" + $0) } ?? 0
    let offset = (Double(match.9 ?? "0") ?? 0) * 3600 + (Double(match.10 ?? "0") ?? 0) * 60
    return civil.epoch + fraction - (match.8 == "-" ? -offset : offset)
  }

  /// Reads `YYYY-MM-DD[ HH:MM[:SS]]` and gives its first sixteen characters; of a day alone, its beginning. Nil when it is
  /// something else.
  package static func parseLocalMinute(_ text: String) -> String? {
    let expression = #/(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2})(?::(\d{2}))?/#
    let text = text.contains(" ") ? text : text + " 00:00"
    guard let match = try? expression.wholeMatch(in: text)?.output,
      civil(match.1, match.2, match.3, match.4, match.5, match.6 ?? "00") != nil
    else { return nil }
    return String(text.prefix(16))
  }

  /// Seconds that Stockholm is ahead of UTC: summer time from 01:00 UTC on the last Sunday of March to 01:00 UTC on the
  /// last Sunday of October (directive 2000/84/EC).
  private static func stockholmOffset(_ time: Double) -> Double {
    let year = CivilTime(epoch: time).year
    return time >= lastSunday(year, 3) && time < lastSunday(year, 10) ? 7200 : 3600
  }

  private static func lastSunday(_ year: Int, _ month: Int) -> Double {
    var last = CivilTime(year, month, 31, 1)
    last.day -= last.weekday
    return last.epoch
  }

  private static func civil(
    _ year: Substring, _ month: Substring, _ day: Substring, _ hour: Substring, _ minute: Substring, _ second: Substring
  ) -> CivilTime? {
    guard let year = Int(year), let month = Int(month), let day = Int(day), let hour = Int(hour),
      let minute = Int(minute), let second = Int(second)
    else { return nil }
    let civil = CivilTime(year, month, day, hour, minute, second)
    return civil.exists ? civil : nil
  }

  private static func date(_ civil: CivilTime) -> String {
    "\(padded(civil.year, 4))-\(padded(civil.month, 2))-\(padded(civil.day, 2))"
  }

  private static func clock(_ civil: CivilTime) -> String {
    "\(padded(civil.hour, 2)):\(padded(civil.minute, 2)):\(padded(civil.second, 2))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
