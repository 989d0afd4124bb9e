import SwedishIdentity

extension Workspace {
  /// A date as `YYYY-MM-DD`. Read are the year first (`2026-11-23`, `2026/11/23`, `20261123`, with or without a time of
  /// day after it), day and month first (`23.11.2026`, `23/11 2026`, `23 nov 2026`), and two digits for the year in either
  /// (`261123`, `26-11-23`, `23/11-26`).
  ///
  /// A year of two digits is at most twenty years ahead. What is no date of the calendar stays as it is.
  mutating func date(_ piece: Piece, monthFirst: Bool) -> Piece {
    guard let day = DateText.read(buffer(piece), monthFirst: monthFirst, today: today) else { return piece }
    reserve(10)
    let start = derivedCount
    put(day.year, digits: 1000)
    put(UInt8(ascii: "-"))
    put(day.month, digits: 10)
    put(UInt8(ascii: "-"))
    put(day.day, digits: 10)
    return self.piece(from: start, original: piece)
  }

  private mutating func put(_ number: Int, digits: Int) {
    var unit = digits
    while unit > 0 {
      put(0x30 + UInt8(truncatingIfNeeded: number / unit % 10))
      unit /= 10
    }
  }
}

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
      year: group.digits == 6 ? century(year, today) : year, month: group.value / 100 % 100, day: group.value % 100)
  }

  private static func parted(_ groups: Groups, _ monthFirst: Bool, _ today: CalendarDay) -> CalendarDay? {
    let (a, b, c) = (groups.first, groups.second, groups.third)
    if a.digits == 4 { return CalendarDay(year: a.value, month: b.value, day: c.value) }
    guard a.digits <= 2, c.digits == 4 || c.digits == 2 else { return nil }
    // Two digits and hyphens throughout are the year first, as in 26-11-23.
    if c.digits == 2, groups.isHyphenated, !b.isMonthName {
      return CalendarDay(year: century(a.value, today), month: b.value, day: c.value)
    }
    let year = c.digits == 2 ? century(c.value, today) : c.value
    if a.isMonthName || monthFirst && !b.isMonthName { return CalendarDay(year: year, month: a.value, day: b.value) }
    return CalendarDay(year: year, month: b.value, day: a.value)
  }

  private static func century(_ year: Int, _ today: CalendarDay) -> Int {
    let latest = today.year + 20
    return latest - (latest - year) % 100
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

/// The months in Swedish and English, by their first three letters.
private enum MonthName {
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> (month: Int, length: Int)? {
    var end = place
    while end < bytes.count, bytes[end] | 0x20 >= 0x61, bytes[end] | 0x20 <= 0x7A { end += 1 }
    guard end - place >= 3 else { return nil }
    let letters =
      UInt32(bytes[place] | 0x20) << 16 | UInt32(bytes[place + 1] | 0x20) << 8 | UInt32(bytes[place + 2] | 0x20)
    let month: Int
    switch letters {
    case 0x6A616E: month = 1  // jan
    case 0x666562: month = 2  // feb
    case 0x6D6172: month = 3  // mar
    case 0x617072: month = 4  // apr
    case 0x6D616A, 0x6D6179: month = 5  // maj, may
    case 0x6A756E: month = 6  // jun
    case 0x6A756C: month = 7  // jul
    case 0x617567: month = 8  // aug
    case 0x736570: month = 9  // sep
    case 0x6F6B74, 0x6F6374: month = 10  // okt, oct
    case 0x6E6F76: month = 11  // nov
    case 0x646563: month = 12  // dec
    default: return nil
    }
    return (month, end - place)
  }
}
