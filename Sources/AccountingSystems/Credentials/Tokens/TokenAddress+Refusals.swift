import ConfigurationFile
import CustomerModel
import Foundation
import HTTP
import Texts

extension TokenAddress {
  /// The error for an answer that gives no token, and would give none if asked again.
  ///
  /// - Parameter isPerhapsSpent: True when an answer to the same question was lost before.
  func refusal(_ response: HTTPResponse, _ grant: TokenGrant, isPerhapsSpent: Bool) -> KundregError {
    switch TokenReply.errorWord(response.body) {
    case "invalid_grant": return deadGrant(grant, isPerhapsSpent: isPerhapsSpent)
    case "invalid_client", "unauthorized_client": return clientRefused
    case nil where response.status == 401: return clientRefused
    case let word:
      let what = word.map { "\($0), status \(response.status)" } ?? "status \(response.status)"
      return KundregError(
        .erpTokenRefused, TokenTexts.tokenRefused(system.name, what), remedies: [.logIn(system: system.name)])
    }
  }

  func unavailable(_ reason: Text) -> KundregError {
    KundregError(
      .erpTokenUnavailable, TokenTexts.unavailable(system.name, reason, address: system.tokenURL.absoluteString))
  }

  private var clientRefused: KundregError {
    let prefix = CredentialVariables(name: system.name, environment: [:]).prefix
    return KundregError(.erpClientRefused, TokenTexts.clientRefused(system.name, prefix: prefix))
  }

  private func deadGrant(_ grant: TokenGrant, isPerhapsSpent: Bool) -> KundregError {
    let name = system.name
    return switch grant {
    case .authorizationCode:
      KundregError(.erpCodeRefused, TokenTexts.codeRefused(name), remedies: [.logIn(system: name)])
    case .refreshToken:
      KundregError(
        .erpConsentDead, isPerhapsSpent ? TokenTexts.consentLost(name) : TokenTexts.consentWithdrawn(name),
        remedies: [.logIn(system: name)])
    // Another login would not be one of a service account.
    case .clientCredentials:
      KundregError(
        .erpConsentDead, TokenTexts.serviceConsentWithdrawn(name), remedies: [.logInAsService(system: name)])
    }
  }
}
