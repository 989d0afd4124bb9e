import CustomerModel
import Foundation
import GRDB

/// Conditions on lists of records: one record is enough.
extension FilterSQL {
  /// A condition on one member of the records, or on any.
  mutating func records(_ condition: CustomerFilter.Condition, _ column: String) -> String {
    let list = "customer.\(column)"
    guard let value = condition.value else {
      guard condition.member != nil else { return "(\(list) IS NULL)" }
      return "NOT \(anyRecord(condition, list, RecordTest(.presence, .equal), ""))"
    }
    if condition.comparison == .contains {
      let word = String(decoding: FoldedText.bytes(value), as: UTF8.self)
      return anyRecord(condition, list, RecordTest(.mention, .contains), word)
    }
    let sign = condition.comparison
    switch condition.member?.kind {
    // A no is left out of a record.
    case .boolean: return anyRecord(condition, list, RecordTest(.presence, value == "1" ? .equal : .notEqual), "")
    case .words: return anyRecord(condition, list, RecordTest(.words, .equal), value)
    case .decimal, .percent: return anyRecord(condition, list, RecordTest(.number, sign), Double(value) ?? 0)
    case .text, .email:
      guard sign.isOrder else { return anyRecord(condition, list, RecordTest(.bytes, sign), value) }
      let key = Array(value.utf8).withUnsafeBytes(SwedishSortKey.bytes)
      return anyRecord(condition, list, RecordTest(.swedish, sign), Data(key))
    case .date, .postalCode, .country, .choice, nil:
      return anyRecord(condition, list, RecordTest(.bytes, sign), value)
    }
  }

  private mutating func anyRecord(
    _ condition: CustomerFilter.Condition, _ list: String, _ test: RecordTest, _ value: some DatabaseValueConvertible
  ) -> String {
    // Most customers have no such list: they are decided without a call. The catalogue's names are plain words.
    let member = "'\(condition.member?.name ?? "")'"
    return
      "(\(list) IS NOT NULL AND any_record(\(list), \(member), \(test.code), \(bound(value)), \(shownField(condition.path))))"
  }
}
