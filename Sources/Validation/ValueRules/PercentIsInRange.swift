import CustomerModel
import Rows

/// A percentage is a number from 0 to 100.
struct PercentIsInRange: ValueRule {
  static let infos = [range]

  private static let range = RuleInfo(guarding: "percent.range", "A percentage is a number from 0 to 100.") {
    "\($0.column) is no number from 0 to 100. Write digits only, without a percent sign."
  }

  init?(column: RecordColumn, scope: RuleScope) {
    guard column.path.field.kind == .percent else { return nil }
  }

  func check(_ sweep: inout ColumnSweep) { sweep.require(Self.range, DecimalSyntax.isPercent) }
}
