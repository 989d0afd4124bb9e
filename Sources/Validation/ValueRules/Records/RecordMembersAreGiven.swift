import CustomerModel
import Documents
import Rows
import Texts

/// A record has the members that it cannot do without.
struct RecordMembersAreGiven: ValueRule {
  static let infos = [missing]

  private static let missing = RuleInfo(
    guarding: AskedRuleCodes.memberMissing, "A record has the members that it cannot do without."
  ) {
    Text(
      en: "\($0.column.english): \($0.detail.english) is missing. Fill it in.",
      sv: "\($0.column.swedish): \($0.detail.swedish) saknas. Fyll i den.")
  }

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
          sweep.report(row, Self.missing, detail: record.label(of: member))
        }
      }
    }
  }
}
