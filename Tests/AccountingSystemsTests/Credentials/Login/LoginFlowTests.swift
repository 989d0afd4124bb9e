import ConfigurationFile
import CustomerModel
import Foundation
import HTTP
import TestSupport
import Testing

@testable import AccountingSystems

@Suite struct LoginFlowTests {
  let office: Office

  init() throws {
    office = try Office()
    try office.write()
  }

  private func login(
    _ office: Office, _ sender: any HTTPSender = ScriptedTokenServer([]), isServiceAccount: Bool = false
  ) -> LoginFlow {
    LoginFlow(
      office.system, file: office.file(), sender: sender, isServiceAccount: isServiceAccount, now: { Office.now },
      pause: { _ in })
  }

  private func query(_ login: LoginFlow) throws -> [String: String] {
    let parts = try login.authorizeAddress().split(separator: "?")
    #expect(parts.count == 2)
    return FormEncoding.decode(parts[1])
  }

  @Test func asksFortnoxForARenewableLogin() throws {
    let login = login(office)
    #expect(
      try login.authorizeAddress().hasPrefix("https://apps.fortnox.se/oauth-v1/auth?client_id=me&response_type=code"))
    #expect(try login.authorizeAddress().contains("scope=customer%20companyinformation&"))
    var query = try query(login)
    query["state"] = nil
    #expect(
      query == [
        "client_id": "me", "response_type": "code", "redirect_uri": "http://localhost:8765/callback",
        "scope": "customer companyinformation", "access_type": "offline",
      ])
  }

  @Test func asksFortnoxForAServiceAccount() throws {
    #expect(try query(login(office, isServiceAccount: true))["account_type"] == "service")
  }

  @Test func asksVismaForTheCompany() throws {
    let office = try Office(.visma)
    try office.write()
    var query = try query(login(office, isServiceAccount: true))
    query["state"] = nil
    #expect(
      query == [
        "client_id": "me", "response_type": "code", "redirect_uri": "http://localhost:8765/callback",
        "scope": "ea:api offline_access ea:sales", "prompt": "select_account",
        "acr_values": "service:44643EB1-3F76-4C1C-A672-402AE8085934",
      ])
  }

  @Test func everyLoginHasAStateOfItsOwn() throws {
    let states = try (0..<20).map { _ in try #require(try query(login(office))["state"]) }
    #expect(Set(states).count == 20)
    for state in states { #expect(state.count == 64 && state.allSatisfy { $0.isHexDigit && !$0.isUppercase }) }
  }

  @Test func withoutAClientThereIsNoAddress() throws {
    let office = try Office()
    Office.expect(.credentialsMissing, naming: office.path, remedies: Office.logIn) {
      _ = try login(office).authorizeAddress()
    }
  }

  @Test func readsAPastedAddress() throws {
    let login = login(office), state = try #require(try query(login)["state"])
    for text in [
      "http://localhost:8765/callback?code=a%2Bb&state=\(state)",
      "  https://x.example/?state=\(state)&code=a%2Bb#top\n",
      "?code=a%2Bb&state=\(state)",
    ] { #expect(try login.code(fromPasted: text) == Secret("a+b")) }
  }

  @Test func refusesAPastedAddressOfAnotherLogin() throws {
    let login = login(office), state = try #require(try query(login)["state"])
    let other = String(state.reversed())
    for query in ["code=c0de&state=\(other)", "code=c0de", "code=c0de&state=", "error=access_denied&state=x"] {
      Office.expect(.erpLoginState, remedies: Office.logIn, without: ["c0de", state, other]) {
        _ = try login.code(fromPasted: "http://localhost:8765/callback?" + query)
      }
    }
    Office.expect(.erpLoginAnswer, without: ["c0de"]) {
      _ = try login.code(fromPasted: "c0de")
    }
    Office.expect(.erpLoginAnswer, remedies: Office.logIn) {
      _ = try login.code(fromPasted: "?state=\(state)")
    }
    Office.expect(.erpLoginDenied, naming: "erp-1", remedies: Office.logIn) {
      _ = try login.code(fromPasted: "?error=access_denied&error_description=s3cr3t&state=\(state)")
    }
    Office.expect(.erpLoginRefused, naming: "(error_missing_license)", remedies: Office.logIn) {
      _ = try login.code(fromPasted: "?error=error_missing_license&state=\(state)")
    }
    Office.expect(.erpLoginRefused, remedies: Office.logIn, without: ["<b>"]) {
      _ = try login.code(fromPasted: "?error=%3Cb%3E&state=\(state)")
    }
  }

  /// A token with that payload, base64url as RFC 7515 has it.
  static func webToken(_ payload: String) -> String {
    let text = Data(payload.utf8).base64EncodedString()
    let safe = text.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    return "e30.\(safe).sig"
  }

  @Test func exchangesTheCode() throws {
    let access = Self.webToken(#"{"sub": "1@2", "tenantId": 12345, "name": "Åsa ÿÿ>?"}"#)
    let server = ScriptedTokenServer([.tokens(access, refresh: "refresh-new")])
    #expect(try login(office, server).finish(Secret("a+b")) == "12345")
    #expect(
      server.forms == [
        "grant_type=authorization_code&code=a%2Bb&redirect_uri=http%3A%2F%2Flocalhost%3A8765%2Fcallback"
      ])
    #expect(server.asked[0].headers.contains { $0.name == "Authorization" && $0.value == "Basic bWU6czNjcjN0" })
    #expect(
      try office.file().tokens()
        == TokenSet(
          accessToken: Secret(access), refreshToken: Secret("refresh-new"),
          expiresAt: Office.now.addingTimeInterval(3600), tenantID: "12345"))
    #expect(try office.file().load().clientID == "me")
  }

  @Test func aServiceAccountKeepsNoRenewalToken() throws {
    let server = ScriptedTokenServer([.tokens(Self.webToken(#"{"tid": "7"}"#), refresh: "refresh-new")])
    #expect(try login(office, server, isServiceAccount: true).finish(Secret("c")) == "7")
    #expect(try office.file().tokens().refreshToken == nil)
    #expect(try office.file().state(at: Office.now) == .serviceAccount(tenantID: "7"))
  }

  @Test func aServiceAccountKeepsItsRenewalTokenUntilTheTenantIsKnown() throws {
    let server = ScriptedTokenServer([.tokens("opaque", refresh: "refresh-new")])
    let login = login(office, server, isServiceAccount: true)
    #expect(try login.finish(Secret("c")) == nil)
    #expect(try office.file().tokens().refreshToken == Secret("refresh-new"))
    try login.adopt(tenantID: "7")
    #expect(try office.file().tokens().refreshToken == nil)
    #expect(try office.file().tokens().tenantID == "7")
  }

  @Test func aUsersLoginKeepsItsRenewalToken() throws {
    try office.write(#""refreshToken": "refresh-new""#)
    try login(office).adopt(tenantID: "7")
    #expect(try office.file().tokens() == TokenSet(refreshToken: Secret("refresh-new"), tenantID: "7"))
  }

  @Test func nothingOfAnEarlierLoginStays() throws {
    try office.write(#""accessToken": "access-old", "refreshToken": "refresh-old", "tenantId": "1", "note": 1"#)
    let server = ScriptedTokenServer([.tokens("opaque", refresh: "refresh-new")])
    try login(office, server).finish(Secret("c"))
    #expect(try office.file().tokens().tenantID == nil)
    #expect(!office.text.contains("-old"))
    #expect(office.text.contains("\"note\": 1"))
  }

  @Test func aCodeThatIsRefusedLeavesTheOldLogin() throws {
    try office.writeLogin()
    let before = office.text
    Office.expect(.erpCodeRefused, remedies: Office.logIn, without: ["c0de"]) {
      try login(office, ScriptedTokenServer([.error("invalid_grant")])).finish(Secret("c0de"))
    }
    #expect(office.text == before)
  }

  @Test(arguments: [
    (#"{"tenantId": 12345}"#, "12345"), (#"{"tenant_id": "a"}"#, "a"), (#"{"TenantId": "b"}"#, "b"),
    (#"{"tid": "c", "tenantId": "d"}"#, "d"), (#"{"tenantId": ""}"#, nil), (#"{"tenantId": null, "tid": 3}"#, "3"),
    (#"{"sub": "x"}"#, nil), ("[]", nil), ("no JSON", nil), (#"{"tenantId": "ÿÿ>?>?"}"#, "ÿÿ>?>?"),
  ])
  func readsTheTenant(payload: String, tenant: String?) {
    #expect(TenantClaim.read(Secret(Self.webToken(payload))) == tenant)
  }

  @Test(arguments: ["", "opaque", "a.b", "a.?.c", "e30..x", "a.b.c.d"])
  func whatIsNoWebTokenHasNoTenant(token: String) { #expect(TenantClaim.read(Secret(token)) == nil) }
}
