import Foundation
package import SwedishIdentity

extension CalendarDay {
  /// The day in Sweden, where a customer's age and the day of a run are counted.
  package static var today: CalendarDay {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Europe/Stockholm") ?? .gmt
    let parts = calendar.dateComponents([.year, .month, .day], from: Date())
    return CalendarDay(year: parts.year!, month: parts.month!, day: parts.day!)
  }
}
