import CustomerModel
import Mapping
import RegisterStore
import SwedishIdentity

/// The customer's own users: who they are and what they may do. No password is kept: an invitation is queued.
extension EditSession {
  /// Adds a customer user and queues the invitation, with the permission createCustomerUsers.
  ///
  /// - Throws: ``KundregError`` `customerUser.loginTaken` when any customer has a user of that login, whatever the case of
  ///   its letters; `customerUser.email` for an address that no invitation can reach.
  package func addCustomerUser(_ values: RecordValues, to number: String) throws {
    try actor.require(.createCustomerUsers, in: writer, to: DeedTexts.createCustomerUsers)
    let list = try list(.customerUsers, of: number)
    let user = Record(.customerUser, values, today: .today)
    if let login = user["login"], let owner = try writer.customer(withUser: login) {
      let isSeen = try writer.key(ofNumber: owner).map { try actor.canSee($0.id, in: writer) } ?? false
      throw KundregError(
        .customerUserLoginTaken,
        RecordTexts.loginTaken(IdentityMask.masked(login), owner: isSeen ? owner : nil))
    }
    // In a file that is a warning; here the invitation would be lost.
    let parts = (user["email"] ?? "").split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && !$0.contains(" ") }) else {
      throw KundregError(.customerUserEmail, RecordTexts.noAddress)
    }
    try add(user, to: list)
    if let login = user["login"] { try writer.notify(login, .invitation, of: [number]) }
  }

  /// Queues an invitation of a customer user once more, or of one that came with an import, with the permission
  /// createCustomerUsers.
  ///
  /// - Throws: ``KundregError`` `record.unknown` when the customer has no user of that login.
  package func invite(customerUser login: String, of number: String) throws {
    try actor.require(.createCustomerUsers, in: writer, to: DeedTexts.inviteCustomerUsers)
    _ = try list(.customerUsers, of: number).known([login])
    try writer.notify(login, .invitation, of: [number])
    hasInvited = true
    countUnchanged()
  }

  /// Changes what a customer user may do, with the permission changeCustomerUserRights.
  ///
  /// - Parameter rights: the rights, separated by commas; empty for none.
  /// - Throws: ``KundregError`` `record.unknown` when the customer has no user of that login.
  package func changeRights(ofCustomerUser login: String, to rights: String, of number: String) throws {
    try actor.require(.changeCustomerUserRights, in: writer, to: DeedTexts.changeCustomerUsers)
    try change([login], ["rights": rights], in: list(.customerUsers, of: number))
  }

  /// Removes a customer user, with the permission deleteCustomerUsers.
  ///
  /// - Throws: ``KundregError`` `record.unknown` when the customer has no user of that login.
  package func removeCustomerUser(_ login: String, of number: String) throws {
    try actor.require(.deleteCustomerUsers, in: writer, to: DeedTexts.deleteCustomerUsers)
    try remove([login], from: list(.customerUsers, of: number))
  }
}
