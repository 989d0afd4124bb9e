import CustomerModel
import Documents
import Rows

/// A record has the members that it cannot do without.
struct RecordMembersAreGiven: ValueRule {
  static let infos = [missing]

  private static let missing = RuleInfo(
    guarding: "records.memberMissing", "A record has the members that it cannot do without."
  ) { "\($0.column): \($0.detail) is missing. Fill it in." }

  private let kind: RecordKind

  init?(column: RecordColumn, scope: RuleScope) {
    guard let kind = column.path.field.recordKind else { return nil }
    self.kind = kind
  }

  func check(_ sweep: inout ColumnSweep) {
    let required = kind.members.filter(\.isRequired)
    sweep.forEachList(of: kind) { sweep, row, records in
      for record in records {
        for member in required where record[member.name] == nil {
          sweep.report(row, Self.missing, detail: "\(member.name) of \(record.label)")
        }
      }
    }
  }
}
