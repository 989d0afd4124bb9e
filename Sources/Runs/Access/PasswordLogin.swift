import Passwords
package import RegisterStore

/// Whether somebody is the user that they say.
package struct PasswordLogin: Sendable {
  /// What a new password is made with.
  package static let usualCost = PasswordHash.usualCost

  private let register: Register
  /// What is compared with for names without a password, so that nobody learns by the time which names there are.
  private let decoy: PasswordProof

  package init(_ register: Register, cost: PasswordProof.Cost = usualCost) {
    self.register = register
    decoy = PasswordHash.decoy(cost: cost)
  }

  /// True when anybody could log in by password.
  package var isPossible: Bool { get throws { try register.read { try $0.hasPasswords() } } }

  /// Takes a tenth of a second and 64 MB, whatever comes of it: one at a time.
  ///
  /// - Returns: nil when the password is not the user's.
  package func mark(of name: String, with password: String) throws -> PasswordMark? {
    let proof = try register.read { try $0.password(ofUser: name) }
    let isPassword = try PasswordHash.isPassword(password, of: proof ?? decoy)
    return isPassword ? proof.map(PasswordMark.init) : nil
  }

  /// False once the user has another password, or none.
  package func isCurrent(_ mark: PasswordMark, of name: String) throws -> Bool {
    try register.read { try $0.password(ofUser: name).map(PasswordMark.init) == mark }
  }
}
