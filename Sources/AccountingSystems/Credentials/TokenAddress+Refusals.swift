import ConfigurationFile
import CustomerModel
import Foundation

extension TokenAddress {
  /// The error for an answer that gives no token, and would give none if asked again.
  ///
  /// - Parameter isPerhapsSpent: True when an answer to the same question was lost before.
  func refusal(_ response: HTTPResponse, _ grant: TokenGrant, isPerhapsSpent: Bool) -> KundregError {
    let name = system.name
    switch TokenReply.errorWord(response.body) {
    case "invalid_grant": return deadGrant(grant, isPerhapsSpent: isPerhapsSpent)
    case "invalid_client", "unauthorized_client": return clientRefused
    case nil where response.status == 401: return clientRefused
    case let word:
      let what = word.map { "\($0), status \(response.status)" } ?? "status \(response.status)"
      return KundregError(
        .unavailable, code: "erp.tokenRefused",
        "\(name) gave no token (\(what)): check tokenURL and scopes of erps.\(name) in the configuration, then run kundreg "
          + "erp login \(name).")
    }
  }

  func unavailable(_ reason: String) -> KundregError {
    KundregError(
      .unavailable, code: "erp.tokenUnavailable",
      "\(system.name) gives no token for now (\(reason) at \(system.tokenURL.absoluteString)): try again later.")
  }

  private var clientRefused: KundregError {
    let prefix = CredentialVariables(name: system.name, environment: [:]).prefix
    return KundregError(
      .unavailable, code: "erp.clientRefused",
      "\(system.name) does not know the program by its client id and client secret: check clientId and clientSecret in the "
        + "credentials' file, or \(prefix)CLIENT_ID and \(prefix)CLIENT_SECRET, which go before it, against those at the accounting system's developer pages, and that they belong to the "
        + "environment of tokenURL.")
  }

  private func deadGrant(_ grant: TokenGrant, isPerhapsSpent: Bool) -> KundregError {
    let name = system.name
    let reason: String
    switch grant {
    case .authorizationCode:
      return KundregError(
        .unavailable, code: "erp.codeRefused",
        "\(name) does not take the code of this login, which lives for a few minutes and is good for one use: run kundreg "
          + "erp login \(name) again.")
    case .refreshToken where isPerhapsSpent:
      reason = "the answer to a renewal was lost on its way, and the renewal token, good for one use, died with it"
    case .refreshToken:
      reason = "the renewal token is too old, was used by another program, or its consent was withdrawn"
    case .clientCredentials:
      reason = "the company has withdrawn its consent, or never gave it to a service account"
    }
    // Another login would not be one of a service account.
    let option = if case .clientCredentials = grant { " --service" } else { "" }
    return KundregError(
      .unavailable, code: "erp.consentDead",
      "\(name) no longer accepts the login, because \(reason): run kundreg erp login \(name)\(option).")
  }
}
