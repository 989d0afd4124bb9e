package import SwedishIdentity

extension CalendarDay {
  /// Stands for today where values are canonical already: their years have all four digits.
  package static let canonicalText = CalendarDay(year: 2000, month: 1, day: 1)
}
