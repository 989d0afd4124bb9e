import SwedishIdentity

/// Days in canonical form, `YYYY-MM-DD`.
enum CanonicalDate {
  /// True when the text is a day that the calendar has.
  static func isDay(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = number(bytes, 0..<4), let month = number(bytes, 5..<7), let day = number(bytes, 8..<10)
    else { return false }
    return CalendarDay(year: year, month: month, day: day).exists
  }

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var value = 0
    for place in range {
      guard bytes[place] >= 0x30, bytes[place] <= 0x39 else { return nil }
      value = value * 10 + Int(bytes[place] - 0x30)
    }
    return value
  }
}
