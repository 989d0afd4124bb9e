import Foundation
package import SwedishIdentity

extension CalendarDay {
  /// The day in Sweden, where a customer's age and the day of a run are counted.
  package static var today: CalendarDay {
    let zone = TimeZone(identifier: "Europe/Stockholm") ?? .gmt
    // What a calendar would tell, which takes longer to make than ten rows to read.
    var local = time(nil) + zone.secondsFromGMT()
    var parts = tm()
    gmtime_r(&local, &parts)
    return CalendarDay(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
