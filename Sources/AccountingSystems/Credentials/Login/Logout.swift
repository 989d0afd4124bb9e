package import ConfigurationFile
package import CustomerModel
package import HTTP
package import Texts

/// Ends a login: gives the consent back and takes the tokens out of the credentials' file.
package enum Logout {
  package enum Outcome: Sendable, Equatable {
    case revoked
    /// There was no renewal token that could be given back. A service account's consent ends in the accounting system.
    case nothingToRevoke
    /// The tokens are out of the file, but the system may still accept them; why, as the end of a sentence.
    case notRevoked(Text)
  }

  /// Logs out. The tokens and the tenant are taken out of the file whatever the system answers; client id and client
  /// secret stay.
  ///
  /// - Throws: ``KundregError`` when the file cannot be read or written, or another process holds it.
  package static func run(
    _ system: AccountingSystem, file: CredentialFile, sender: any HTTPSender, lock: CredentialLock? = nil
  ) throws(KundregError) -> Outcome {
    guard try file.tokens() != TokenSet() else { return .nothingToRevoke }
    return try (lock ?? CredentialLock(file: file.path)).whileHeld { () throws(KundregError) in
      // Read under the lock: another process may just have renewed.
      let tokens = try file.tokens()
      var outcome = Outcome.nothingToRevoke
      if let token = tokens.refreshToken {
        do throws(KundregError) {
          let address = TokenAddress(system: system, sender: sender) { _ in }
          outcome = address.revoke(token, try file.load()).map(Outcome.notRevoked) ?? .revoked
        } catch {
          outcome = .notRevoked(error.text)
        }
      }
      try file.update { $0 = TokenSet() }
      return outcome
    }
  }
}
