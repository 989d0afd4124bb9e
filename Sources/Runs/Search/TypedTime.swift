import Foundation

/// A time as a person types it, down to the second or only its beginning: `2026`, `2026-11-24`, `2026-11-24 22:00`. Without a
/// zone it is local time, as tables show it; with one, `2026-11-24T22:00:00Z` or `…+01:00`, it is that.
struct TypedTime {
  /// The time from an instant on and before another, both as the register writes instants.
  struct Stretch: Equatable {
    let start: String
    let end: String
  }

  /// What the time names, such as a day or a minute. Nothing where clocks skip it. A minute or a second that they show twice is
  /// named twice; an hour that they show twice is one stretch of two hours.
  let stretches: [Stretch]
  /// Where that begins; where clocks skip it, where they go on.
  let start: String
  /// True for a time down to the second.
  let isWhole: Bool

  /// - Parameter zone: of whoever typed it.
  /// - Returns: nil for what is no time.
  init?(_ text: String, in zone: TimeZone) {
    guard text.allSatisfy(\.isASCII),
      text.wholeMatch(of: /\d{4}(-\d\d(-\d\d(Z|[T ]\d\d(:\d\d(:\d\d)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?/) != nil
    else { return nil }
    let end = text.dropFirst("2026-11-24".count).firstIndex { "Z+-".contains($0) } ?? text.endIndex
    let numbers = text[..<end].split { !$0.isNumber }.compactMap { Int($0) }
    let named = text[end...].isEmpty ? zone : Self.zone(text[end...])
    guard let clock = Self.reading(numbers), let named else { return nil }
    let unit = Self.units[numbers.count - 1]
    guard let next = Self.calendar.date(byAdding: unit, value: 1, to: clock) else { return nil }
    isWhole = unit == .second
    let local = DaylightSaving(zone: named)
    let first = local.firstInstant(of: clock)
    start = first.ISO8601Format()
    if unit == .minute || unit == .second {
      let length = next.timeIntervalSince(clock)
      stretches = local.instants(of: clock).map {
        Stretch(start: $0.ISO8601Format(), end: $0.addingTimeInterval(length).ISO8601Format())
      }
    } else {
      // What clocks show twice lies within.
      let last = local.firstInstant(of: next)
      stretches = first < last ? [Stretch(start: first.ISO8601Format(), end: last.ISO8601Format())] : []
    }
  }

  private static let units: [Calendar.Component] = [.year, .month, .day, .hour, .minute, .second]

  /// UTC skips and repeats nothing.
  private static let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar
  }()

  /// The instant at which a clock of UTC shows what was typed; nil for a day or a time that does not exist.
  ///
  /// - Parameter numbers: year, month, day, hour, minute, second, as far as they were typed.
  private static func reading(_ numbers: [Int]) -> Date? {
    func number(_ place: Int, else usual: Int) -> Int { numbers.count > place ? numbers[place] : usual }
    let parts = DateComponents(
      year: number(0, else: 1), month: number(1, else: 1), day: number(2, else: 1), hour: number(3, else: 0),
      minute: number(4, else: 0), second: number(5, else: 0))
    guard parts.isValidDate(in: calendar) else { return nil }
    return calendar.date(from: parts)
  }

  /// `Z`, `+01:00`, `+0100`; nil for what no zone is away from UTC.
  private static func zone(_ text: Substring) -> TimeZone? {
    let digits = text.filter(\.isNumber)
    guard let number = Int(digits.isEmpty ? "0" : digits), number % 100 < 60 else { return nil }
    let seconds = number / 100 * 3600 + number % 100 * 60
    return TimeZone(secondsFromGMT: text.first == "-" ? -seconds : seconds)
  }
}
