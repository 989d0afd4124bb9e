import CustomerModel
import Rows

/// A field with fixed words holds one of them.
struct ChoiceIsKnown: ValueRule {
  static let infos = [type, vatType]

  private static let type = RuleInfo(guarding: "type.unknown", "A customer is a company or private.") {
    "\($0.column) is neither company (företag) nor private (privat). Write one of them\($0.orAddWord)."
  }
  private static let vatType = RuleInfo(guarding: "vatType.unknown", "A VAT type is normal, none or custom.") {
    "\($0.column) is no VAT type (momstyp). Write normal, none or custom\($0.orAddWord)."
  }

  private let words: ByteSet
  private let info: RuleInfo

  init?(column: RecordColumn, scope: RuleScope) {
    guard case .choice(let words) = column.path.field.kind else { return nil }
    self.words = ByteSet(words)
    info = column.path.field == .vatType ? Self.vatType : Self.type
  }

  func check(_ sweep: inout ColumnSweep) { sweep.require(info) { words.contains(UnsafeRawBufferPointer($0)) } }
}
