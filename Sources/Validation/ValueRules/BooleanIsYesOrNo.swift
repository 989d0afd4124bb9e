import CustomerModel
import Rows
import Texts

/// A yes-or-no field is one of the two.
struct BooleanIsYesOrNo: ValueRule {
  static let infos = [unknown]

  private static let unknown = RuleInfo(guarding: "boolean.unknown", "A yes-or-no field is yes or no.") {
    RuleTexts.notYesOrNo($0)
  }

  init?(column: RecordColumn, scope: RuleScope) {
    guard column.path.field.kind == .boolean else { return nil }
  }

  func check(_ sweep: inout ColumnSweep) { sweep.require(Self.unknown, Self.isBoolean) }

  /// True for the canonical `1` and `0`.
  static func isBoolean(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { bytes.count == 1 && bytes[0] | 1 == 0x31 }
}
