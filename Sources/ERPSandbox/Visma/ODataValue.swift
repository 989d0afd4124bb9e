/// A value in a filter, or of a property that a filter looks at.
enum ODataValue: Sendable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  /// Seconds since 1970-01-01 00:00 UTC.
  case time(Double)

  init(_ json: JSON?) {
    switch json {
    case .bool(let flag)?: self = .flag(flag)
    case .number?: self = .number(json?.double ?? 0)
    case .string(let text)?: self = TimeText.parseUTC(text).map(Self.time) ?? .text(text)
    default: self = .null
    }
  }

  /// Below zero, zero or above; nil when the two cannot be compared.
  func compared(to other: ODataValue) -> Int? {
    switch (self, other) {
    case (.null, .null): 0
    case (.null, _): -1
    case (_, .null): 1
    case (.flag(let left), .flag(let right)): (left ? 1 : 0) - (right ? 1 : 0)
    case (.number(let left), .number(let right)), (.time(let left), .time(let right)):
      left < right ? -1 : left > right ? 1 : 0
    case (.text(let left), .text(let right)): left < right ? -1 : left > right ? 1 : 0
    default: nil
    }
  }
}
