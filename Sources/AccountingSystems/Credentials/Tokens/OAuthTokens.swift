package import ConfigurationFile
package import CustomerModel
package import Foundation
package import HTTP
import Synchronization

/// The tokens of one company in one accounting system, renewed when they are old and shared by threads and processes.
///
/// A renewal token may be good for one use only. So one thread of one process renews at a time, and the new renewal token is
/// on the disk before the new access token is given to anyone.
package final class OAuthTokens: TokenSource {
  private struct State {
    var file: CredentialFile
    var current: TokenSet?
  }

  private let address: TokenAddress
  private let lock: CredentialLock
  private let now: @Sendable () -> Date
  private let state: Mutex<State>

  /// - Parameters:
  ///   - now: The time, for the age of tokens.
  ///   - pause: Waits so many seconds, between attempts to reach the token address.
  package init(
    _ system: AccountingSystem, file: CredentialFile, sender: any HTTPSender, lock: CredentialLock? = nil,
    now: @escaping @Sendable () -> Date = { Date() },
    pause: @escaping @Sendable (Double) -> Void = { Thread.sleep(forTimeInterval: $0) }
  ) {
    address = TokenAddress(system: system, sender: sender, pause: pause)
    self.lock = lock ?? CredentialLock(file: file.path)
    self.now = now
    state = Mutex(State(file: file))
  }

  /// Other threads wait while one renews: they need the same token.
  package func accessToken() throws(KundregError) -> String {
    try state.withLock { (state) throws(KundregError) in
      if let token = state.current?.usableAccessToken(at: now()) { return token.exposed }
      let tokens = try state.file.load().tokens
      if let token = tokens.usableAccessToken(at: now()) {
        state.current = tokens
        return token.exposed
      }
      return try renew(&state, refused: nil)
    }
  }

  package func accessToken(replacing refused: String) throws(KundregError) -> String {
    try state.withLock { (state) throws(KundregError) in
      if let token = state.current?.usableAccessToken(at: now()), token.exposed != refused { return token.exposed }
      return try renew(&state, refused: refused)
    }
  }

  private func renew(_ state: inout State, refused: String?) throws(KundregError) -> String {
    var file = state.file
    let tokens = try lock.whileHeld { () throws(KundregError) -> TokenSet in
      // Another process may have renewed while this one waited.
      let credentials = try file.load()
      if let token = credentials.tokens.usableAccessToken(at: now()), token.exposed != refused {
        return credentials.tokens
      }
      return try renew(&file, credentials)
    }
    state.file = file
    state.current = tokens
    guard let token = tokens.accessToken else { preconditionFailure("renewed tokens hold an access token") }
    return token.exposed
  }

  private func renew(_ file: inout CredentialFile, _ credentials: Credentials) throws(KundregError) -> TokenSet {
    let grant = try grant(credentials.tokens, file)
    // A token that cannot be kept must not be asked for: the old one would be dead, and the new one lost.
    try PrivateFile.rehearseWriting(to: file.path)
    let asked = now()
    let reply: TokenReply
    do throws(KundregError) {
      reply = try address.tokens(grant, credentials)
    } catch {
      throw file.variables.explain(error)
    }
    var renewed = credentials.tokens
    renewed.accessToken = reply.accessToken
    renewed.expiresAt = reply.lifetime.map { asked.addingTimeInterval(Double($0)) }
    renewed.refreshToken = reply.refreshToken ?? renewed.refreshToken
    let isRotated = renewed.refreshToken != credentials.tokens.refreshToken
    try file.update { stored in
      stored.accessToken = renewed.accessToken
      stored.expiresAt = renewed.expiresAt
      // One that stays as it was stands in the file already, or is the environment's.
      if isRotated { stored.refreshToken = renewed.refreshToken }
    }
    if isRotated { file.variables.forgetTokens() } else { file.variables.forgetAccessToken() }
    return renewed
  }

  private func grant(_ tokens: TokenSet, _ file: CredentialFile) throws(KundregError) -> TokenGrant {
    if let token = tokens.refreshToken { return .refreshToken(token) }
    if address.system.kind == .fortnox, let tenantID = tokens.tenantID { return .clientCredentials(tenantID: tenantID) }
    throw KundregError(
      .credentialsNoLogin, CredentialTexts.noLogin(file.name, path: file.path), remedies: [.logIn(system: file.name)])
  }
}
