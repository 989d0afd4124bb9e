package import ConfigurationFile
package import CustomerModel
package import Foundation
package import HTTP
package import Texts

/// A login of a company: a person consents in the browser, and the program exchanges the code that comes back for tokens.
///
/// ```swift
/// let listener = try login.listen(in: .swedish)
/// print(try login.authorizeAddress())
/// let code = try listener?.waitForCode(seconds: 600, cancellation) ?? login.code(fromPasted: readLine() ?? "")
/// try login.finish(code)
/// ```
package struct LoginFlow: Sendable {
  private let system: AccountingSystem
  private let file: CredentialFile
  private let address: TokenAddress
  private let lock: CredentialLock
  private let isServiceAccount: Bool
  private let now: @Sendable () -> Date
  private let answer: AuthorizationAnswer

  /// - Parameter isServiceAccount: True to make the program a service account of the company, which logs in by itself
  ///   from then on. Only Fortnox has such.
  package init(
    _ system: AccountingSystem, file: CredentialFile, sender: any HTTPSender, isServiceAccount: Bool = false,
    lock: CredentialLock? = nil, now: @escaping @Sendable () -> Date = { Date() },
    pause: @escaping @Sendable (Double) -> Void = { Thread.sleep(forTimeInterval: $0) }
  ) {
    self.system = system
    self.file = file
    self.isServiceAccount = isServiceAccount && system.kind == .fortnox
    self.now = now
    self.lock = lock ?? CredentialLock(file: file.path)
    address = TokenAddress(system: system, sender: sender, pause: pause)
    answer = AuthorizationAnswer(name: system.name, state: Self.randomState())
  }

  /// The address that a person opens in a browser.
  ///
  /// - Throws: ``KundregError`` with status 78 when there is no client id and secret.
  package func authorizeAddress() throws(KundregError) -> String {
    var query = [
      (name: "client_id", value: try file.load().clientID), (name: "response_type", value: "code"),
      (name: "redirect_uri", value: system.redirectURI.absoluteString),
      (name: "scope", value: system.scopes.joined(separator: " ")), (name: "state", value: answer.state.exposed),
    ]
    switch system.kind {
    case .fortnox:
      query.append(("access_type", "offline"))
      if isServiceAccount { query.append(("account_type", "service")) }
    case .visma:
      // Without it the user's default company is taken without asking. Source: Visma eAccounting API "Authentication".
      query.append(("prompt", "select_account"))
      query.append(("acr_values", "service:44643EB1-3F76-4C1C-A672-402AE8085934"))
    }
    return system.authorizeURL.absoluteString + "?" + FormEncoding.encode(query)
  }

  /// Listens where the browser will be sent; nil when the redirect address is not one of this computer's that can be
  /// listened on, and a person has to paste what the browser shows.
  ///
  /// - Parameter language: of the page that the browser shows then.
  /// - Throws: ``KundregError`` with status 78 when the port is taken.
  package func listen(in language: Language) throws(KundregError) -> LoopbackListener? {
    guard system.redirectURI.scheme?.lowercased() == "http", let host = system.redirectURI.host() else { return nil }
    let path = system.redirectURI.path(percentEncoded: true)
    return try LoopbackListener(
      host: host, port: system.redirectURI.port ?? 80, path: path.isEmpty ? "/" : path, answer: answer,
      language: language)
  }

  /// The code in a redirect address that a person copied from the browser.
  ///
  /// - Throws: ``KundregError``, as of an answer that was listened for.
  package func code(fromPasted text: String) throws(KundregError) -> Secret {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    let address = text.prefix { $0 != "#" }
    guard let mark = address.firstIndex(of: "?") else {
      throw KundregError(.erpLoginAnswer, LoginTexts.addressIsNotWhole)
    }
    return try answer.code(query: address[address.index(after: mark)...])
  }

  /// Exchanges the code for tokens and keeps them in the file.
  ///
  /// - Returns: The company's id at Fortnox, when the access token tells it. When it does not, and the program is to be a
  ///   service account, ask `companyinformation` and tell ``adopt(tenantID:)``.
  /// - Throws: ``KundregError`` with status 69 when the system gives no tokens, 78 when they cannot be kept.
  @discardableResult
  package func finish(_ code: Secret) throws(KundregError) -> String? {
    try lock.whileHeld { () throws(KundregError) in
      let credentials = try file.load()
      try PrivateFile.rehearseWriting(to: file.path)
      let asked = now()
      let reply = try address.tokens(
        .authorizationCode(code, redirectURI: system.redirectURI.absoluteString), credentials)
      let tenantID = system.kind == .fortnox ? TenantClaim.read(reply.accessToken) : nil
      try file.update { stored in
        stored = TokenSet(
          accessToken: reply.accessToken, refreshToken: keptRefreshToken(reply.refreshToken, tenantID: tenantID),
          expiresAt: reply.lifetime.map { asked.addingTimeInterval(Double($0)) }, tenantID: tenantID)
      }
      return tenantID
    }
  }

  /// Keeps the company's id at Fortnox, by which a service account logs in.
  package func adopt(tenantID: String) throws(KundregError) {
    try lock.whileHeld { () throws(KundregError) in
      try file.update { stored in
        stored.tenantID = tenantID
        stored.refreshToken = keptRefreshToken(stored.refreshToken, tenantID: tenantID)
      }
    }
  }

  /// A service account that knows its tenant logs in with that, which does not wear out.
  private func keptRefreshToken(_ token: Secret?, tenantID: String?) -> Secret? {
    isServiceAccount && tenantID != nil ? nil : token
  }

  private static func randomState() -> Secret {
    var generator = SystemRandomNumberGenerator()
    let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    return Secret(bytes.map { ($0 < 0x10 ? "0" : "") + String($0, radix: 16) }.joined())
  }
}
