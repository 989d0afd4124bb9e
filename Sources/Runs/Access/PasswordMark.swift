import RegisterStore

/// Which of a user's passwords it was: another each time one is set, also when it is the same.
package struct PasswordMark: Sendable, Equatable {
  private let salt: [UInt8]

  init(_ proof: PasswordProof) { salt = proof.salt }
}
