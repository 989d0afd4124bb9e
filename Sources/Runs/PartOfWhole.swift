extension Int {
  /// True when this many of a whole are more than a part of it, from 0 to 1. A percentage of people's making, such as 29% of
  /// 100, is no exact binary number: a hair more is not more.
  func isMore(than part: Double, of whole: Int) -> Bool { Double(self) > part * Double(whole) + 1e-6 }
}

extension ImportOptions.Limit {
  /// True when this many of a whole are more than the limit allows.
  func isPassed(by count: Int, of whole: Int) -> Bool {
    switch self {
    case .count(let most): count > most
    case .part(let part): count.isMore(than: part, of: whole)
    }
  }
}
