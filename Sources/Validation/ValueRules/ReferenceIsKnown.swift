import CustomerModel
import Texts
import Rows

/// A name of one of the register's lists is in the list, where the mapping says that unknown ones are refused.
struct ReferenceIsKnown: ValueRule {
  static let infos = [unknown]

  private static let unknown = RuleInfo(
    guarding: "reference.unknown", "A name is in the register's list, where the mapping refuses unknown ones."
  ) {
    sentence($0, $0.path?.field.referenceKind?.label ?? Text(en: "name", sv: "namn"))
  }

  private static func sentence(_ place: RulePlace, _ label: Text) -> Text {
    Text(
      en:
        "\(place.column.english) names a \(label.english) that the register does not have. Correct it, add it to "
        + "the register, or let the mapping create unknown ones (\"unknown\": \"create\").",
      sv:
        "\(place.column.swedish) innehåller namn som saknas i registret (\(label.swedish)). Rätta det, lägg till "
        + "det i registret, eller låt mappningen skapa okända namn (\"unknown\": \"create\").")
  }

  private let names: ByteSet
  private let isSet: Bool

  init?(column: RecordColumn, scope: RuleScope) {
    guard column.unknown == .reject, let kind = column.path.field.referenceKind else { return nil }
    names = ByteSet(scope.context.known[kind] ?? [])
    isSet = column.path.field.isSet
  }

  func check(_ sweep: inout ColumnSweep) {
    if isSet {
      sweep.require(Self.unknown) { set in
        SetElements(set).allSatisfy { names.contains(UnsafeRawBufferPointer($0)) }
      }
    } else {
      sweep.require(Self.unknown) { names.contains(UnsafeRawBufferPointer($0)) }
    }
  }
}
