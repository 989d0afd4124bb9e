import CustomerModel
import Rows

/// A rule on the values of one column. It is made once for a column and called once for a batch.
protocol ValueRule: Sendable {
  /// The codes that the rule reports.
  static var infos: [RuleInfo] { get }
  /// Nil when the rule has nothing to say of the column.
  init?(column: RecordColumn, scope: RuleScope)
  /// Reports the rows of the sweep's column that break the rule.
  func check(_ sweep: inout ColumnSweep)
}

/// What a rule may look at when it is made.
struct RuleScope: Sendable {
  let context: ValidationContext
  let columns: [RecordColumn]

  func column(of path: FieldPath) -> Int? { columns.firstIndex { $0.path == path } }
}
