package import AccountingSystems
package import ConfigurationFile
import CustomerModel
import Foundation
import HTTP
package import RegisterStore
package import Texts

/// Logins to accounting systems, and their ends: an administrator's deeds.
package struct SystemLogins {
  private let configuration: Configuration
  private let register: String
  private let actor: (RegisterReader) throws -> ActingUser

  /// - Parameters:
  ///   - register: the path of the register whose users may do it. Where there is none yet, nobody is registered who could be
  ///     kept out.
  ///   - actor: who acts.
  package init(
    _ configuration: Configuration, register: String, as actor: @escaping (RegisterReader) throws -> ActingUser
  ) {
    self.configuration = configuration
    self.register = register
    self.actor = actor
  }

  /// What a door does in a login: the person sits there.
  package struct Conversation {
    /// The language of the page that the browser shows at the end.
    package let language: Language
    /// Shows the address that the person is to open.
    let open: (String) -> Void
    /// Asks for the whole address that the browser ended at.
    let paste: () -> String

    package init(language: Language, open: @escaping (String) -> Void, paste: @escaping () -> String) {
      self.language = language
      self.open = open
      self.paste = paste
    }
  }

  /// Logs in to an accounting system, as a person in a browser.
  ///
  /// - Parameters:
  ///   - isService: true to become a service account, which needs no renewal token.
  ///   - listens: false to ask for the address that the browser ends at, where it could be listened for.
  ///   - connections: made when they are needed, with what ends the waiting.
  /// - Throws: ``KundregError``: 77 for whom is no administrator, `erp.unknown`, `erp.noServiceAccounts`, and as ``LoginFlow``
  ///   does.
  package func logIn(
    to name: String, asService isService: Bool, listens: Bool, _ connections: (Configuration) -> Connections,
    _ conversation: Conversation
  ) throws {
    let system = try system(named: name, to: DeedTexts.logIn)
    if isService { try ServiceLogin.requirePossible(at: system) }
    let connections = connections(configuration)
    let login = LoginFlow(
      system, file: connections.credentials(of: system), sender: try connections.sender, isServiceAccount: isService)
    let address = try login.authorizeAddress()
    // Before the address is shown: whoever is quick must find somebody listening.
    let listener = listens ? try login.listen(in: conversation.language) : nil
    conversation.open(address)
    let code =
      try listener?.waitForCode(seconds: LoginTimeout.seconds, connections.cancellation)
      ?? login.code(fromPasted: conversation.paste())
    let tenant = try login.finish(code)
    if isService, tenant == nil { try login.adopt(tenantID: try ServiceLogin.companyID(of: system, connections)) }
  }

  /// Gives the consent back and forgets the tokens.
  ///
  /// - Throws: ``KundregError``: 77 for whom is no administrator, `erp.unknown`, and as ``Logout`` does.
  package func logOut(of name: String, _ connections: (Configuration) -> Connections) throws -> Logout.Outcome {
    let system = try system(named: name, to: DeedTexts.logOut)
    let connections = connections(configuration)
    return try Logout.run(system, file: connections.credentials(of: system), sender: connections.http)
  }

  private func system(named name: String, to deed: Text) throws -> AccountingSystem {
    if FileManager.default.fileExists(atPath: register) {
      try Register(existing: register).read { try actor($0).require(.administrator, in: $0, to: deed) }
    }
    return try configuration.system(named: name)
  }
}
