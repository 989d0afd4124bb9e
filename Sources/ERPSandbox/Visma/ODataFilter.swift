/// A `$filter` of OData 4: comparisons, `contains`, `startswith`, `endswith`, `not`, `and`, `or` and parentheses.
struct ODataFilter: Sendable {
  struct Failure: Error {
    let message: String
  }

  enum Comparison: String, Sendable {
    case eq, ne, gt, ge, lt, le
  }

  enum Function: String, Sendable {
    case contains, startswith, endswith
  }

  indirect enum Expression: Sendable {
    case compare(String, Comparison, ODataValue)
    case call(Function, String, String)
    case not(Expression)
    case and(Expression, Expression)
    case or(Expression, Expression)
  }

  private let expression: Expression

  /// Throws `Failure`.
  init(_ text: String) throws {
    var parser = try ODataFilterParser(text)
    expression = try parser.parse()
  }

  func matches(_ record: JSON) -> Bool { Self.evaluate(expression, record) }

  private static func evaluate(_ expression: Expression, _ record: JSON) -> Bool {
    switch expression {
    case .or(let left, let right): return evaluate(left, record) || evaluate(right, record)
    case .and(let left, let right): return evaluate(left, record) && evaluate(right, record)
    case .not(let inner): return !evaluate(inner, record)
    case .call(let function, let property, let text):
      guard let value = record[property]?.text?.lowercased() else { return false }
      switch function {
      case .contains: return value.contains(text.lowercased())
      case .startswith: return value.hasPrefix(text.lowercased())
      case .endswith: return value.hasSuffix(text.lowercased())
      }
    case .compare(let property, let comparison, let literal):
      let value = ODataValue(record[property])
      // A null is equal to null and to nothing else, and neither more nor less than anything.
      switch (value, literal) {
      case (.null, .null): return [.eq, .ge, .le].contains(comparison)
      case (.null, _), (_, .null): return comparison == .ne
      default: break
      }
      guard let sign = value.compared(to: literal) else { return comparison == .ne }
      switch comparison {
      case .eq: return sign == 0
      case .ne: return sign != 0
      case .gt: return sign > 0
      case .ge: return sign >= 0
      case .lt: return sign < 0
      case .le: return sign <= 0
      }
    }
  }
}
