import CustomerModel
import Rows
import Texts

/// A percentage is a number from 0 to 100.
struct PercentIsInRange: ValueRule {
  static let infos = [range]

  private static let range = RuleInfo(guarding: "percent.range", "A percentage is a number from 0 to 100.") {
    Text(
      en: "\($0.column.english) is no number from 0 to 100. Write digits only, without a percent sign.",
      sv: "\($0.column.swedish) är inget tal från 0 till 100. Skriv bara siffror, utan procenttecken.")
  }

  init?(column: RecordColumn, scope: RuleScope) {
    guard column.path.field.kind == .percent else { return nil }
  }

  func check(_ sweep: inout ColumnSweep) { sweep.require(Self.range, DecimalSyntax.isPercent) }
}
