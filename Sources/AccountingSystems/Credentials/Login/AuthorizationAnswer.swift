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
      throw KundregError(.erpLoginState, LoginTexts.otherLogin(name), remedies: [.logIn(system: name)])
    }
    if let error = fields["error"] { throw refusal(error) }
    guard let code = fields["code"], !code.isEmpty else {
      throw KundregError(.erpLoginAnswer, LoginTexts.noCode(name), remedies: [.logIn(system: name)])
    }
    return Secret(code)
  }

  private func refusal(_ error: String) -> KundregError {
    if error == "access_denied" {
      return KundregError(.erpLoginDenied, LoginTexts.denied(name), remedies: [.logIn(system: name)])
    }
    // The systems have words of their own beside the standard's; more than a word is not repeated.
    let isWord =
      (1...60).contains(error.utf8.count) && error.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F }
    return KundregError(
      .erpLoginRefused, LoginTexts.refused(name, word: isWord ? error : nil), remedies: [.logIn(system: name)])
  }
}
