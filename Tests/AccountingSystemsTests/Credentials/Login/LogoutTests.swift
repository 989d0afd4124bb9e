import CustomerModel
import Foundation
import TestSupport
import Testing
import Texts

@testable import AccountingSystems
@testable import HTTP

@Suite struct LogoutTests {
  let office: Office

  init() throws { office = try Office() }

  @Test func givesTheConsentBackAndForgetsIt() throws {
    try office.write(#""accessToken": "access-old", "refreshToken": "refresh-old", "tenantId": "1", "note": 1"#)
    let server = ScriptedTokenServer([.json(200, "")])
    #expect(try Logout.run(office.system, file: office.file(), sender: server) == .revoked)
    #expect(server.asked[0].url == "https://apps.fortnox.se/oauth-v1/revoke")
    #expect(server.forms == ["token=refresh-old&token_type_hint=refresh_token"])
    #expect(server.asked[0].headers.contains { $0.name == "Authorization" && $0.value == "Basic bWU6czNjcjN0" })
    #expect(try office.file().tokens() == TokenSet())
    #expect(try office.file().load().clientSecret == Secret("s3cr3t"))
    #expect(office.text.contains("\"note\": 1"))
  }

  @Test(arguments: [
    (Answer.error("invalid_client", status: 401), TokenTexts.answered(status: 401, word: "invalid_client")),
    (.json(500, "s3cr3t"), TokenTexts.answered(status: 500)),
    (.failure(.notSent(HTTPTexts.notConnected)), HTTPTexts.notConnected),
    (.failure(.answerLost(HTTPTexts.connectionBroke)), HTTPTexts.connectionBroke),
  ])
  func forgetsItWhateverTheAnswer(answer: Answer, reason: Text) throws {
    try office.writeLogin()
    let outcome = try Logout.run(office.system, file: office.file(), sender: ScriptedTokenServer([answer]))
    #expect(outcome == .notRevoked(reason))
    #expect(try office.file().tokens() == TokenSet())
  }

  @Test func withoutAClientItIsForgottenAllTheSame() throws {
    try office.writeWhole(#"{"refreshToken": "refresh-old"}"#)
    let server = ScriptedTokenServer([])
    guard case .notRevoked(let reason) = try Logout.run(office.system, file: office.file(), sender: server) else {
      Issue.record("it was revoked without a client")
      return
    }
    #expect(reason.english.contains("clientId"))
    #expect(office.text == "{}\n")
  }

  @Test(arguments: [#""tenantId": "1""#, ""])
  func withoutARenewalTokenThereIsNothingToGiveBack(keys: String) throws {
    try office.write(keys)
    let server = ScriptedTokenServer([])
    #expect(try Logout.run(office.system, file: office.file(), sender: server) == .nothingToRevoke)
    #expect(try office.file().state(at: Office.now) == .none)
  }

  @Test func whereNobodyIsLoggedInNothingIsWritten() throws {
    let server = ScriptedTokenServer([])
    #expect(try Logout.run(office.system, file: office.file(), sender: server) == .nothingToRevoke)
    #expect(try FileManager.default.contentsOfDirectory(atPath: office.folder.path).isEmpty)
  }
}
