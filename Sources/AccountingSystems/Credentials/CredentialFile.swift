package import ConfigurationFile
package import CustomerModel
import Documents
import Foundation

/// The file with the credentials of one accounting system: a JSON object with `clientId`, `clientSecret`, `accessToken`,
/// `refreshToken`, `expiresAt` (ISO 8601 in UTC) and `tenantId`, readable by its owner only. Other keys are kept.
///
/// Errors name the file and a line of it, never what it holds.
package struct CredentialFile: Sendable {
  package let path: String
  /// The accounting system's name in the configuration.
  package let name: String
  var variables: CredentialVariables

  package init(path: String, name: String, environment: [String: String]) {
    self.path = path
    self.name = name
    variables = CredentialVariables(name: name, environment: environment)
  }

  /// The file that the configuration names.
  package init(_ system: AccountingSystem, in configuration: Configuration, environment: [String: String]) {
    self.init(path: configuration.resolved(system.credentials), name: system.name, environment: environment)
  }

  /// The file's credentials with the environment's over them.
  ///
  /// - Throws: ``KundregError`` with status 78: there are none, or the file may be read by others or is not what it
  ///   should be.
  package func load() throws(KundregError) -> Credentials {
    let stored = try read()
    guard stored != nil || variables.isAnyGiven else {
      throw KundregError(
        .credentialsMissing, CredentialTexts.missing(name, path: path), remedies: [.logIn(system: name)])
    }
    let document = stored ?? CredentialDocument()
    guard let id = variables.clientID ?? document.clientID else { throw incomplete("clientId", "CLIENT_ID") }
    guard let secret = variables.clientSecret ?? document.clientSecret else {
      throw incomplete("clientSecret", "CLIENT_SECRET")
    }
    var tokens = document.tokens
    variables.override(&tokens)
    return Credentials(clientID: id, clientSecret: secret, tokens: tokens)
  }

  /// The tokens of file and environment, empty when there are none: for those that need no client.
  ///
  /// - Throws: As ``load()`` does of a file that is there.
  package func tokens() throws(KundregError) -> TokenSet {
    var tokens = try read()?.tokens ?? TokenSet()
    variables.override(&tokens)
    return tokens
  }

  /// Changes the file's tokens. They are synced to disk when it returns; a crash leaves the old file or the new one.
  ///
  /// To be called while ``CredentialLock`` is held.
  ///
  /// - Parameter change: Is given what the file itself holds, without the environment's.
  /// - Throws: ``KundregError`` with status 78.
  package func update(_ change: (inout TokenSet) -> Void) throws(KundregError) {
    var document = try read() ?? CredentialDocument()
    var tokens = document.tokens
    change(&tokens)
    document.tokens = tokens
    try PrivateFile.write(document.bytes, to: path)
  }

  private func read() throws(KundregError) -> CredentialDocument? {
    guard let bytes = try PrivateFile.read(path) else { return nil }
    return try CredentialDocument(bytes, path: path)
  }

  private func incomplete(_ key: String, _ variable: String) -> KundregError {
    KundregError(
      .credentialsIncomplete,
      CredentialTexts.incomplete(name, key: key, path: path, variable: variables.prefix + variable))
  }
}
