import CustomerModel
import Rows

/// A custom field that gets values is defined in the register and not marked removed.
struct CustomFieldIsDefined: ValueRule {
  static let infos = [undefined, removed]

  private static let undefined = RuleInfo(
    guarding: "customField.undefined", "A custom field is defined in the register."
  ) {
    "\($0.column) fills the custom field “\($0.path?.customName ?? "")”, which the register does not have. "
      + "Define it with kundreg field add\($0.orLeaveOut)."
  }
  private static let removed = RuleInfo(
    guarding: "customField.removed", "A custom field that was removed gets no new values."
  ) {
    "\($0.column) fills the custom field “\($0.path?.customName ?? "")”, which was removed from the register. "
      + "Define it again with kundreg field add\($0.orLeaveOut)."
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
