import CustomerModel
import Rows
import Texts

/// No two records of a customer have the same key.
struct RecordKeysAreUnique: ValueRule {
  static let infos = [duplicate]

  private static let duplicate = RuleInfo(
    guarding: "records.keyDuplicate", "No two records of a customer have the same key."
  ) {
    Text(
      en: "\($0.column.english): \($0.detail.english) stands there twice. Keep one of the two.",
      sv: "\($0.column.swedish): \($0.detail.swedish) står där två gånger. Behåll en av dem.")
  }

  private let kind: RecordKind

  init?(column: RecordColumn, scope: RuleScope) {
    guard let kind = column.path.field.recordKind else { return nil }
    self.kind = kind
  }

  func check(_ sweep: inout ColumnSweep) {
    sweep.forEachList(of: kind) { sweep, row, records in
      var keys: Set<[String]> = []
      for record in records where !keys.insert(record.key).inserted {
        sweep.report(row, Self.duplicate, detail: record.label)
      }
    }
  }
}
