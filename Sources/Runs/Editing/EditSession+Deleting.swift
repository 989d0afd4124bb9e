import CustomerModel
import Differ
package import RegisterStore

extension EditSession {
  /// Deletes a customer, with the permission to. Its number stays reserved, its history stays, and an undo brings it back.
  ///
  /// - Throws: ``KundregError`` with status 1, `customer.inUse` when anything hangs on the customer, `customer.linked` when
  ///   an accounting system has it.
  package func delete(_ key: RegisterReader.Key) throws {
    try requireOnce(.delete, to: DeedTexts.deleteCustomers)
    guard let card = try writer.card(ofCustomer: key.id) else { return }
    let isActive = card[.active] == "1"
    let remedies: [Remedy] = isActive ? [.inactivateCustomer(number: key.number)] : []
    for field in [Field.references, .facilities] where card[field] != nil {
      throw KundregError(
        .customerInUse, EditTexts.inUse(key.number, by: field, isActive: isActive), remedies: remedies)
    }
    let systems = try writer.links(ofCustomer: key.id).filter { !$0.isGone }.map(\.system)
    guard systems.isEmpty else {
      throw KundregError(
        .customerLinked, EditTexts.isLinked(key.number, with: systems, isActive: isActive), remedies: remedies)
    }
    let fields = card.paths.filter { !$0.field.isReadOnly }.map { FieldChange($0, old: card[$0], new: nil) }
    try apply(CustomerChange(number: key.number, action: .delete, revision: key.revision, fields: fields))
  }
}
