import CustomerModel
import RegisterStore
import Texts

extension FilterValue {
  /// A condition on when something happened. Of an order, the beginning of what was typed counts: `updated>2026-01` is from the
  /// beginning of that January on.
  ///
  /// - Throws: ``KundregError`` with status 64 for what is no time.
  func condition(
    _ target: FilterTarget, time text: String, _ comparison: CustomerFilter.Comparison
  ) throws -> CustomerFilter {
    guard let time = TypedTime(text, in: zone) else {
      throw KundregError(
        .whereValue,
        FilterTexts.badValue(target.name, IdentityMask.masked(text, of: target.path.field), FilterTexts.time))
    }
    func compared(_ comparison: CustomerFilter.Comparison, _ instant: String) -> CustomerFilter {
      .condition(CustomerFilter.Condition(target.path, comparison, instant))
    }
    switch comparison {
    case .equal, .contains, .notEqual:
      let named = CustomerFilter.any(
        time.stretches.map { .all([compared(.greaterOrEqual, $0.start), compared(.less, $0.end)]) })
      return comparison == .notEqual ? .not(named) : named
    case .greater where !time.isWhole: return compared(.greaterOrEqual, time.start)
    case .lessOrEqual where !time.isWhole: return compared(.less, time.start)
    case .greater, .greaterOrEqual, .less, .lessOrEqual: return compared(comparison, time.start)
    }
  }
}
