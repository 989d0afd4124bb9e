import Foundation
import HTTP

/// A second in time, as the accounting systems and their HTTP answers write it.
struct UTCInstant: Sendable, Equatable, Comparable {
  /// Seconds since 1970 began, UTC.
  let seconds: Int

  init(seconds: Int) { self.seconds = seconds }

  init(_ date: Date) { seconds = Int(date.timeIntervalSince1970.rounded(.down)) }

  /// Reads `2026-01-28T12:10:22.743Z`; fractions are cut off, and a time without a zone is UTC, as are all that a system
  /// calls so.
  init?(iso text: String) {
    guard text.utf8.count >= 19, text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    let parts = text.prefix(19).split(omittingEmptySubsequences: false) { "-T: ".contains($0) }
    let rest = text.dropFirst(19)
    let zone = rest.first == "." ? rest.dropFirst().drop { $0.isNumber } : rest
    guard ["", "Z", "z", "+00:00"].contains(zone), parts.count == 6 else { return nil }
    self.init(parts.map { Int($0) })
  }

  /// Reads also `2026-01-28T12:10:22.743+01:00`, of another zone than UTC.
  init?(zoned text: String) {
    let zone = text.suffix(6)
    let parts = zone.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    let offset = parts.compactMap { $0.count == 2 ? Int($0) : nil }
    guard zone.first == "+" || zone.first == "-", parts.count == 2, offset.count == 2 else {
      self.init(iso: text)
      return
    }
    guard let local = UTCInstant(iso: String(text.dropLast(6))) else { return nil }
    let seconds = offset[0] * 3600 + offset[1] * 60
    self = local + (zone.first == "+" ? -seconds : seconds)
  }

  /// Reads the `Date` of an HTTP answer: `Sun, 25 Oct 2026 00:30:00 GMT`.
  init?(httpDate text: String) {
    guard let seconds = HTTPDate.seconds(text) else { return nil }
    self.init(seconds: Int(seconds))
  }

  /// Year, month, day, hour, minute, second.
  private init?(_ parts: [Int?]) {
    let parts = parts.compactMap(\.self)
    guard parts.count == 6, parts[0] >= 1970, (1...12).contains(parts[1]), (1...31).contains(parts[2]),
      (0...23).contains(parts[3]), (0...59).contains(parts[4]), (0...60).contains(parts[5])
    else { return nil }
    seconds = Self.days(parts[0], parts[1], parts[2]) * 86_400 + parts[3] * 3600 + parts[4] * 60 + parts[5]
  }

  static func < (a: UTCInstant, b: UTCInstant) -> Bool { a.seconds < b.seconds }

  static func + (a: UTCInstant, seconds: Int) -> UTCInstant { UTCInstant(seconds: a.seconds + seconds) }

  static func - (a: UTCInstant, seconds: Int) -> UTCInstant { UTCInstant(seconds: a.seconds - seconds) }

  /// `2026-01-28T12:10:22Z`.
  var iso: String {
    let (year, month, day) = date
    let second = seconds - seconds / 86_400 * 86_400
    return "\(year)-\(two(month))-\(two(day))T\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))Z"
  }

  /// `2026-01-28 12:10` of a clock that stands `offset` seconds ahead of UTC, cut to the minute.
  func localMinute(offset: Int) -> String {
    let local = UTCInstant(seconds: seconds + offset).iso
    return "\(local.prefix(10)) \(local.dropFirst(11).prefix(5))"
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Days since 1970 began, counted in years that begin with March, so that leap days come last.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month > 2 ? year : year - 1
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return 365 * year + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
  }

  /// The inverse of ``days(_:_:_:)``, by 400 years, which all have the same number of days.
  private var date: (year: Int, month: Int, day: Int) {
    let days = seconds / 86_400 + 719_468
    let rest = days % 146_097
    let years = (rest - rest / 1460 + rest / 36_524 - rest / 146_096) / 365
    let dayOfYear = rest - (365 * years + years / 4 - years / 100)
    let march = (5 * dayOfYear + 2) / 153
    let month = march < 10 ? march + 3 : march - 9
    return (days / 146_097 * 400 + years + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * march + 2) / 5 + 1)
  }
}
