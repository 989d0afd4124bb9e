/// By what right tokens are asked for. Source: RFC 6749, 4.1.3, 6 and 4.4.2.
enum TokenGrant: Sendable {
  /// What the browser brought back from a login.
  case authorizationCode(Secret, redirectURI: String)
  case refreshToken(Secret)
  /// A service account of the company with that id. Source: Fortnox developer "Client credentials".
  case clientCredentials(tenantID: String)

  var form: [(name: String, value: String)] {
    switch self {
    case .authorizationCode(let code, let redirectURI):
      [("grant_type", "authorization_code"), ("code", code.exposed), ("redirect_uri", redirectURI)]
    case .refreshToken(let token): [("grant_type", "refresh_token"), ("refresh_token", token.exposed)]
    case .clientCredentials: [("grant_type", "client_credentials")]
    }
  }

  var headers: [(name: String, value: String)] {
    if case .clientCredentials(let tenantID) = self { [("TenantId", tenantID)] } else { [] }
  }
}
