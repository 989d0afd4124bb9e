import CustomerModel
import Rows
import Texts

/// A field with fixed words holds one of them.
struct ChoiceIsKnown: ValueRule {
  static let infos = [type, vatType]

  private static let type = RuleInfo(guarding: "type.unknown", "A customer is a company or private.") {
    [
      Text(
        en: "\($0.column.english) is neither company (företag) nor private (privat).",
        sv: "\($0.column.swedish) är varken företag eller privat."), RuleTexts.oneOfThem($0),
    ].joined()
  }
  private static let vatType = RuleInfo(guarding: "vatType.unknown", "A VAT type is normal, none or custom.") {
    [
      Text(
        en: "\($0.column.english) is no VAT type (momstyp): normal, none or custom.",
        sv: "\($0.column.swedish) är ingen momstyp: normal, ingen eller egen."), RuleTexts.oneOfThem($0),
    ].joined()
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
