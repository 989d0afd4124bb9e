import CustomerModel

/// What the browser brings back from a login: a code, or why there is none. Source: RFC 6749, 4.1.2.
struct AuthorizationAnswer: Sendable {
  /// The accounting system's name in the configuration.
  let name: String
  /// What the login was begun with: an answer without it was made by somebody else (RFC 6749, 10.12).
  let state: Secret

  /// Reads the query of the redirect address.
  ///
  /// - Throws: ``KundregError``: `erp.loginState`, `erp.loginDenied`, `erp.loginRefused`, `erp.loginAnswer`.
  func code(query: some StringProtocol) throws(KundregError) -> Secret {
    let fields = FormEncoding.decode(query)
    guard let given = fields["state"], state.matches(given) else {
      throw KundregError(
        .failed, code: "erp.loginState",
        "The answer belongs to another login at \(name) than the one that was begun, so it was not used: run kundreg erp "
          + "login \(name) again, and open the address that it prints.")
    }
    if let error = fields["error"] { throw refusal(error) }
    guard let code = fields["code"], !code.isEmpty else {
      throw KundregError(
        .failed, code: "erp.loginAnswer",
        "The answer to the login at \(name) holds no code: run kundreg erp login \(name) again.")
    }
    return Secret(code)
  }

  private func refusal(_ error: String) -> KundregError {
    if error == "access_denied" {
      return KundregError(
        .unavailable, code: "erp.loginDenied",
        "The consent was denied at \(name): run kundreg erp login \(name) again as a user who may give it (for a service "
          + "account, a system administrator of the company).")
    }
    // The systems have words of their own beside the standard's; more than a word is not repeated.
    let isWord = error.utf8.count <= 60 && error.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F }
    return KundregError(
      .unavailable, code: "erp.loginRefused",
      "\(name) refused the login\(isWord && !error.isEmpty ? " (\(error))" : ""): check that clientId, redirectURI and scopes of "
        + "erps.\(name) are as they are registered at the accounting system, then run kundreg erp login \(name) again.")
  }
}
