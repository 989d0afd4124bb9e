/// A day of the Gregorian calendar. What "today" is comes from outside, so that a rule gives the same answer twice.
package struct CalendarDay: Sendable, Hashable, Comparable {
  package let year: Int, month: Int, day: Int
  package init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }
  package static func < (a: Self, b: Self) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }
}
