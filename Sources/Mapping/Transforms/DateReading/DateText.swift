import SwedishIdentity

/// Reads dates as people and programs write them.
enum DateText {
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, monthFirst: Bool, today: CalendarDay) -> CalendarDay? {
    guard let groups = Groups(bytes) else { return nil }
    let day: CalendarDay?
    switch groups.count {
    case 1: day = compact(groups.first, today)
    case 3: day = parted(groups, monthFirst, today)
    default: day = nil
    }
    guard let day, day.exists, day.year >= 1000 else { return nil }
    return day
  }

  private static func compact(_ group: Group, _ today: CalendarDay) -> CalendarDay? {
    guard !group.isMonthName, group.digits == 8 || group.digits == 6 else { return nil }
    let year = group.value / 10_000
    return CalendarDay(
      year: group.digits == 6 ? TwoDigitYear.full(year, today: today) : year, month: group.value / 100 % 100,
      day: group.value % 100)
  }

  private static func parted(_ groups: Groups, _ monthFirst: Bool, _ today: CalendarDay) -> CalendarDay? {
    let (a, b, c) = (groups.first, groups.second, groups.third)
    if a.digits == 4 { return CalendarDay(year: a.value, month: b.value, day: c.value) }
    guard a.digits <= 2, c.digits == 4 || c.digits == 2 else { return nil }
    // Two digits and hyphens throughout are the year first, as in 26-11-23.
    if c.digits == 2, groups.isHyphenated, !b.isMonthName {
      return CalendarDay(year: TwoDigitYear.full(a.value, today: today), month: b.value, day: c.value)
    }
    let year = c.digits == 2 ? TwoDigitYear.full(c.value, today: today) : c.value
    if a.isMonthName || monthFirst && !b.isMonthName { return CalendarDay(year: year, month: a.value, day: b.value) }
    return CalendarDay(year: year, month: b.value, day: a.value)
  }

  /// A run of digits, or the name of a month.
  struct Group {
    var value = 0
    var digits = 0
    var isMonthName = false
  }

  private struct Groups {
    var first = Group(), second = Group(), third = Group()
    var count = 0
    var isHyphenated = true

    /// Nil when the text has anything but groups, the marks between them and a time of day.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
      var place = 0
      while place < bytes.count {
        let byte = bytes[place]
        switch byte {
        case 0x30...0x39:
          if count == 3 { return nil }
          var group = Group()
          while place < bytes.count, bytes[place] >= 0x30, bytes[place] <= 0x39, group.digits < 9 {
            group.value = group.value * 10 + Int(bytes[place] - 0x30)
            group.digits += 1
            place += 1
          }
          add(group)
        case 0x41...0x5A, 0x61...0x7A:
          // 2026-11-23T22:00:00Z, or the name of a month.
          if Self.isTime(bytes, from: place + 1, byte), count == 3 || count == 1 && first.digits == 8 { return }
          guard count < 3, let (month, length) = MonthName.read(bytes, at: place) else { return nil }
          add(Group(value: month, digits: 2, isMonthName: true))
          place += length
        case 0x20:
          if count == 3 || count == 1 && first.digits == 8, Self.isTime(bytes, from: place + 1, UInt8(ascii: "T")) {
            return
          }
          isHyphenated = false
          place += 1
        case UInt8(ascii: "-"): place += 1
        case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ","):
          isHyphenated = false
          place += 1
        default: return nil
        }
      }
    }

    private mutating func add(_ group: Group) {
      switch count {
      case 0: first = group
      case 1: second = group
      default: third = group
      }
      count += 1
    }

    /// True for `22:00` and what may follow it: seconds, fractions, a zone.
    private static func isTime(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ mark: UInt8) -> Bool {
      guard mark | 0x20 == UInt8(ascii: "t"), bytes.count >= start + 4 else { return false }
      var colons = 0
      for place in start..<bytes.count {
        switch bytes[place] {
        case 0x30...0x39, UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "Z"): break
        case UInt8(ascii: ":"): colons += 1
        default: return false
        }
      }
      return colons > 0 && bytes[start] >= 0x30 && bytes[start] <= 0x39
    }
  }
}
