import CustomerModel
import Documents
import Rows

/// The members of a record are those of its kind.
struct RecordMembersAreKnown: ValueRule {
  static let infos = [unknown]

  private static let unknown = RuleInfo(
    guarding: "records.memberUnknown", "The members of a record are those of its kind."
  ) {
    let names = $0.path?.field.recordKind?.members.map(\.name).joined(separator: ", ") ?? ""
    return "\($0.column): \($0.detail) is not known. The members are \(names)."
  }

  private let kind: RecordKind

  init?(column: RecordColumn, scope: RuleScope) {
    guard let kind = column.path.field.recordKind else { return nil }
    self.kind = kind
  }

  func check(_ sweep: inout ColumnSweep) {
    let names = kind.members.map(\.name)
    sweep.forEachList(of: kind) { sweep, row, records in
      for record in records {
        for member in record.node.members where !names.contains(member.key) {
          let near = NearestName.find(member.key, among: names).map { " (meant: \($0)?)" } ?? ""
          sweep.report(row, Self.unknown, detail: "the member “\(member.key)”\(near) of \(record.label)")
        }
      }
    }
  }
}
