import CustomerModel
package import Foundation
import Passwords
package import RegisterStore

/// What administrators do with everybody's password, and users with their own.
package struct PasswordAdministration: Sendable {
  private let register: Register
  private let actor: ActingUser
  private let cost: PasswordProof.Cost

  package init(_ register: Register, as actor: ActingUser, cost: PasswordProof.Cost = PasswordLogin.usualCost) {
    self.register = register
    self.actor = actor
    self.cost = cost
  }

  /// Makes sure that the user may give somebody a password.
  ///
  /// - Throws: ``KundregError``: `user.notRegistered`, and with status 77 for whom may not.
  package func requireSetting(for name: String) throws { try register.read { try check(name, in: $0) } }

  /// - Throws: ``KundregError``: `password.unfit`, `user.notRegistered`, and with status 77 for whom may not.
  package func set(_ password: String, for name: String, at moment: Date = Date()) throws {
    try requireSetting(for: name)
    try PasswordRules.check(password, of: name)
    // Made outside the transaction: it takes time, and nobody is to wait for the register.
    let proof = try PasswordHash.proof(of: password, cost: cost)
    try register.write { writer in
      try check(name, in: writer)
      try writer.set(proof, forUser: name, at: moment)
    }
  }

  /// - Throws: ``KundregError``: `password.none`, and as ``set(_:for:at:)``.
  package func remove(of name: String) throws {
    try register.write { writer in
      try check(name, in: writer)
      guard try writer.removePassword(ofUser: name) else {
        throw KundregError(.passwordNone, PasswordTexts.none(name))
      }
    }
  }

  private func check(_ name: String, in register: RegisterReader) throws {
    if actor.name == name {
      try actor.requireRegistered(in: register)
    } else {
      try actor.require(.administrator, in: register, to: DeedTexts.setPasswords)
    }
    guard try register.permissions(ofUser: name) != nil else {
      throw KundregError(.userNotRegistered, AccessTexts.unknownUser(name), remedies: [.listUsers])
    }
  }
}
