/// How one section of a number format shows a number, as far as a register's data goes.
struct NumberFormatSection: BitwiseCopyable, Equatable {
  enum Kind: UInt8 {
    /// Plain digits: General, decimals, thousands, currencies, exponents, fractions.
    case plain
    /// A hundredfold, with a percent sign.
    case percent
    /// Digits laid out with zeros and literals, such as `000000-0000`.
    case pattern
    case date, dateTime, time
    /// Elapsed time, which may exceed a day.
    case duration
  }

  /// What a section in brackets says about the numbers it is for.
  enum Comparison: UInt8 {
    case none, less, lessOrEqual, equal, notEqual, greaterOrEqual, greater
  }

  var kind = Kind.plain
  var comparison = Comparison.none
  var operand = 0.0
  /// The layout of a pattern in the patterns' bytes; see ``NumberFormatParser``.
  var patternStart: UInt32 = 0
  var patternLength: UInt32 = 0

  func admits(_ value: Double) -> Bool {
    switch comparison {
    case .none: true
    case .less: value < operand
    case .lessOrEqual: value <= operand
    case .equal: value == operand
    case .notEqual: value != operand
    case .greaterOrEqual: value >= operand
    case .greater: value > operand
    }
  }
}
