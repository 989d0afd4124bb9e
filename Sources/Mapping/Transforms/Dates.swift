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
