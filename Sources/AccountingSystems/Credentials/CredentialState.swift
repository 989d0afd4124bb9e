package import CustomerModel
package import Foundation

/// How it stands with a system's login, without secrets.
package enum CredentialState: Sendable, Equatable {
  /// There is no login.
  case none
  /// Tokens are given by refresh token or by hand; the access token lives until then, when that is known.
  case loggedIn(until: Date?)
  /// The program is a service account of the company with that id, and needs no renewal token.
  case serviceAccount(tenantID: String)
  /// The access token is too old, and will be renewed when it is needed.
  case renewable(expired: Date?)
  /// The access token is too old, and nothing is there to renew it with.
  case expired(Date?)
}

extension CredentialFile {
  /// True when there is anything to log in with.
  package var isThere: Bool { FileManager.default.fileExists(atPath: path) || (try? load()) != nil }

  /// How it stands with the login, as far as the file and the environment tell: nobody is asked.
  ///
  /// - Throws: ``KundregError`` with status 78 when the file is there and is not what it should be.
  package func state(at now: Date = Date()) throws(KundregError) -> CredentialState {
    let tokens = try tokens()
    if let tenantID = tokens.tenantID, tokens.refreshToken == nil { return .serviceAccount(tenantID: tenantID) }
    if tokens.usableAccessToken(at: now) != nil { return .loggedIn(until: tokens.expiresAt) }
    if tokens.refreshToken != nil { return .renewable(expired: tokens.expiresAt) }
    return tokens.accessToken == nil ? .none : .expired(tokens.expiresAt)
  }
}
