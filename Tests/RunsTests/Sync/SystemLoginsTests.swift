import AccountingSystems
import ConfigurationFile
import CustomerModel
import RegisterStore
import Runs
import TestSupport
import Testing
import Texts

/// Who may log in to which accounting system. What a login does is shown by the command's tests, with a browser.
@Suite struct SystemLoginsTests {
  private let office: Office

  init() throws { office = try Office() }

  private func logins(as actor: ActingUser? = nil, register: String? = nil) -> SystemLogins {
    SystemLogins(Configuration(), register: register ?? office.register.path, as: { _ in actor ?? office.actor })
  }

  /// Nothing is asked or shown, and nobody is connected to, before it is sure that somebody may.
  private func refusal(of logins: SystemLogins) -> [String?] {
    func connections(_ configuration: Configuration) -> Connections {
      Issue.record("connected")
      return Connections(configuration)
    }
    let silent = SystemLogins.Conversation(
      language: .swedish, open: { _ in Issue.record("shown") },
      paste: {
        Issue.record("asked")
        return ""
      })
    return [
      code { try logins.logIn(to: "okänt", asService: false, listens: false, connections, silent) },
      code { _ = try logins.logOut(of: "okänt", connections) },
    ]
  }

  @Test func onlyAnAdministratorMay() throws {
    let bo = try office.grant("bo", .view, .edit)
    #expect(refusal(of: logins(as: bo)) == ["user.notPermitted", "user.notPermitted"])
    let root = try office.grant("root", .administrator)
    #expect(refusal(of: logins(as: root)) == ["erp.unknown", "erp.unknown"])
  }

  @Test func whereThereIsNoRegisterNobodyIsKeptOut() {
    #expect(refusal(of: logins(register: office.folder.file("ingen.db"))) == ["erp.unknown", "erp.unknown"])
  }
}
