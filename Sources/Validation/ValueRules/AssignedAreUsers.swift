import CustomerModel
import Rows

/// Customers are assigned to users of the register, once it has any: nobody else gets their orders and error reports.
struct AssignedAreUsers: ValueRule {
  static let infos = [notRegistered]

  private static let notRegistered = RuleInfo(
    "assigned.notRegistered", .warn, "Customers are assigned to registered users, once the register has any."
  ) {
    "\($0.column) names somebody who is no user of this register, and so is not told of the customer. Correct the name, or "
      + "register the user with: kundreg user add NAME"
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
