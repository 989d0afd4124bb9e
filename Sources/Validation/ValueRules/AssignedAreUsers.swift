import CustomerModel
import Rows
import Texts

/// Customers are assigned to users of the register, once it has any: nobody else gets their orders and error reports.
struct AssignedAreUsers: ValueRule {
  static let infos = [notRegistered]

  private static let notRegistered = RuleInfo(
    "assigned.notRegistered", .warn, "Customers are assigned to registered users, once the register has any."
  ) {
    Text(
      en:
        "\($0.column.english) names somebody who is no user of this register, and so is not told of the "
        + "customer. Correct the name, or register the user.",
      sv:
        "\($0.column.swedish) anger någon som inte är användare i registret och därför inte får veta något om "
        + "kunden. Rätta namnet, eller registrera användaren.")
  }

  private let users: ByteSet

  init?(column: RecordColumn, scope: RuleScope) {
    guard column.path.field == .assigned, !scope.context.users.isEmpty else { return nil }
    users = ByteSet(scope.context.users)
  }

  func check(_ sweep: inout ColumnSweep) {
    sweep.require(Self.notRegistered) { set in
      SetElements(set).allSatisfy { users.contains(UnsafeRawBufferPointer($0)) }
    }
  }
}
