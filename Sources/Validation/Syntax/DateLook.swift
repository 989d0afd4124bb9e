import SwedishIdentity

/// Texts that look like a day of the calendar, as spreadsheets and programs write one.
enum DateLook {
  /// Year, month and day with one mark between them, or day and month, in either order, and year; a time of day may follow.
  /// With hyphens only the year comes first: `12-10-2026` may be a code.
  @inline(never)
  static func isDay(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count <= 29 else { return false }
    let day = bytes.prefix { $0 != 0x20 && $0 != UInt8(ascii: "T") }
    guard (8...10).contains(day.count), day.count == bytes.count || isTime(bytes[(day.count + 1)...]) else {
      return false
    }
    guard let mark = day.first(where: { !isDigit($0) }), marks.contains(mark) else { return false }
    let parts = day.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ $0.count > 0 && $0.allSatisfy(isDigit) }) else { return false }
    let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    if parts[0].count == 4 {
      return parts[1].count == 2 && parts[2].count == 2 && exists(numbers[0], numbers[1], numbers[2])
    }
    guard mark != UInt8(ascii: "-"), parts[2].count == 4, parts[0].count <= 2, parts[1].count <= 2 else { return false }
    return exists(numbers[2], numbers[1], numbers[0]) || exists(numbers[2], numbers[0], numbers[1])
  }

  /// `12-okt`, `okt-12`, `12-okt-26`, `12-okt-2026`. Case counts: `MAR-12` may be somebody's number, and no spreadsheet writes it
  /// for a month.
  @inline(never)
  static func isMonth(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard (5...11).contains(bytes.count) else { return false }
    let parts = String(decoding: bytes, as: UTF8.self).split(separator: "-", omittingEmptySubsequences: false)
    switch parts.count {
    case 2 where months.contains(String(parts[0])): return parts[1].count == 2 && isNumber(parts[1], 0...99)
    case 2: return isNumber(parts[0], 1...31) && months.contains(String(parts[1]))
    case 3:
      return isNumber(parts[0], 1...31) && months.contains(String(parts[1])) && [2, 4].contains(parts[2].count)
        && isNumber(parts[2], 0...9999)
    default: return false
    }
  }

  private static let marks: Set<UInt8> = [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ".")]

  private static func exists(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    (1900...2199).contains(year) && CalendarDay(year: year, month: month, day: day).exists
  }

  /// `00:00`, `00:00:00`, with parts of a second and a zone behind.
  private static func isTime(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let time = Array(bytes)
    return time.count >= 5 && time[2] == UInt8(ascii: ":") && [0, 1, 3, 4].allSatisfy { isDigit(time[$0]) }
      && time.allSatisfy { isDigit($0) || ":.,+-Z".utf8.contains($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isNumber(_ text: Substring, _ range: ClosedRange<Int>) -> Bool {
    text.utf8.allSatisfy(isDigit) && Int(text).map(range.contains) ?? false
  }

  /// As Excel writes them in Swedish and in English.
  private static let months: Set<String> = [
    "jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec", "Jan", "Feb", "Mar", "Apr",
    "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
