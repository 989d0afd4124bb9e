import CustomerModel
import Differ

/// Who was assigned to the customers that a transaction changes, before it did: what is left of it at the end is what users
/// are told.
struct AssignmentLedger {
  /// The assigned users before the transaction, with the customer's number, by the customer's id.
  private(set) var before: [Int64: (number: String, users: String?)] = [:]
  /// The numbers of customers that are gone, which the transaction had not changed before, by the user who was assigned.
  private(set) var removed: [String: [String]] = [:]

  /// Takes note that a customer goes, which was not noted before.
  mutating func noteRemoval(of number: String, from user: String) { removed[user, default: []].append(number) }

  /// Takes note of a change. Only the first one of a customer tells how it was.
  mutating func note(_ change: CustomerChange, customer: Int64) {
    guard before[customer] == nil,
      let assigned = change.fields.first(where: { $0.path.field == .assigned })
    else { return }
    before[customer] = (change.number, assigned.old)
  }
}
