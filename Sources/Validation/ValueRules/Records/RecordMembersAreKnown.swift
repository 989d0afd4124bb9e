import CustomerModel
import Documents
import Rows
import Texts

/// The members of a record are those of its kind.
struct RecordMembersAreKnown: ValueRule {
  static let infos = [unknown]

  private static let unknown = RuleInfo(
    guarding: "records.memberUnknown", "The members of a record are those of its kind."
  ) { sentence($0, members: $0.path?.field.recordKind?.members.map(\.name).joined(separator: ", ") ?? "") }

  private static func sentence(_ place: RulePlace, members: String) -> Text {
    Text(
      en: "\(place.column.english): \(place.detail.english) is not known. The members are \(members).",
      sv: "\(place.column.swedish): \(place.detail.swedish) är okänd. Möjliga uppgifter är \(members).")
  }

  static func label(of key: String, near: String?, in record: Text) -> Text {
    near.map { near in
      Text(
        en: "the member “\(key)” (meant: \(near)?) of \(record.english)",
        sv: "uppgiften ”\(key)” (menades \(near)?) hos \(record.swedish)")
    } ?? Text(en: "the member “\(key)” of \(record.english)", sv: "uppgiften ”\(key)” hos \(record.swedish)")
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
          let near = NearestName.find(member.key, among: names)
          sweep.report(row, Self.unknown, detail: Self.label(of: member.key, near: near, in: record.label))
        }
      }
    }
  }
}
