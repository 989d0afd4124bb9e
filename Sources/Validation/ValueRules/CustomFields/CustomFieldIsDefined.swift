import CustomerModel
import Rows
import Texts

/// A custom field that gets values is defined in the register and not marked removed.
struct CustomFieldIsDefined: ValueRule {
  static let infos = [undefined, removed]

  private static let undefined = RuleInfo(
    guarding: "customField.undefined", "A custom field is defined in the register."
  ) {
    [
      Text(
        en:
          "\($0.column.english) fills the custom field “\($0.path?.customName ?? "")”, which the register does not "
          + "have.",
        sv: "\($0.column.swedish) fyller det egna fältet ”\($0.path?.customName ?? "")”, som inte finns i registret."),
      remedy($0),
    ].joined()
  }
  private static let removed = RuleInfo(
    guarding: "customField.removed", "A custom field that was removed gets no new values."
  ) {
    [
      Text(
        en:
          "\($0.column.english) fills the custom field “\($0.path?.customName ?? "")”, which was removed from the "
          + "register.",
        sv:
          "\($0.column.swedish) fyller det egna fältet ”\($0.path?.customName ?? "")”, som har tagits bort ur "
          + "registret."), remedy($0),
    ].joined()
  }

  private static func remedy(_ place: RulePlace) -> Text {
    place.origin.hasMapping
      ? Text(
        en: "Add the custom field to the register, or take it out of the mapping.",
        sv: "Lägg till det egna fältet i registret, eller ta bort det ur mappningen.")
      : Text(en: "Add the custom field to the register.", sv: "Lägg till det egna fältet i registret.")
  }

  private let info: RuleInfo

  init?(column: RecordColumn, scope: RuleScope) {
    guard column.path.field == .customFields else { return nil }
    let definitions = scope.context.customFields.filter { $0.name == column.path.customName }
    guard !definitions.contains(where: { !$0.isRemoved }) else { return nil }
    info = definitions.isEmpty ? Self.undefined : Self.removed
  }

  func check(_ sweep: inout ColumnSweep) { sweep.require(info) { _ in false } }
}
