import CustomerModel
import Foundation
import HTTP
import TestSupport
import Testing

@testable import AccountingSystems

@Suite struct TokenEnvironmentTests {
  let office: Office
  private let prefix = "KUNDREG_ERP_ERP_1_"

  init() throws { office = try Office() }

  @Test func nothingOfTheEnvironmentIsWritten() throws {
    let environment = [
      prefix + "CLIENT_ID": "env-id", prefix + "CLIENT_SECRET": "env-secret", prefix + "TENANT_ID": "env-tenant",
    ]
    let server = ScriptedTokenServer([.tokens("access-new")])
    #expect(try office.tokens(server, environment).accessToken() == "access-new")
    #expect(server.asked[0].headers.contains { $0.name == "TenantId" && $0.value == "env-tenant" })
    #expect(office.text.contains("access-new"))
    #expect(!office.text.contains("env-"))
  }

  @Test func aReusableRenewalTokenOfTheEnvironmentIsNotWritten() throws {
    try office.write()
    let server = ScriptedTokenServer([.tokens("access-new", refresh: "env-refresh"), .tokens("access-3")])
    let tokens = office.tokens(server, [prefix + "REFRESH_TOKEN": "env-refresh"])
    #expect(try tokens.accessToken() == "access-new")
    #expect(try tokens.accessToken(replacing: "access-new") == "access-3")
    #expect(!office.text.contains("env-"))
  }

  @Test func aRotatedRenewalTokenTakesThePlaceOfTheEnvironments() throws {
    try office.write()
    let server = ScriptedTokenServer([
      .tokens("access-new", refresh: "refresh-new"), .tokens("access-3", refresh: "refresh-3"),
    ])
    let tokens = office.tokens(
      server, [prefix + "REFRESH_TOKEN": "env-refresh", prefix + "ACCESS_TOKEN": "env-access"])
    #expect(try tokens.accessToken() == "env-access")
    #expect(try tokens.accessToken(replacing: "env-access") == "access-new")
    #expect(try office.file().tokens().refreshToken == Secret("refresh-new"))
    #expect(try tokens.accessToken(replacing: "access-new") == "access-3")
    #expect(
      server.forms == [
        "grant_type=refresh_token&refresh_token=env-refresh", "grant_type=refresh_token&refresh_token=refresh-new",
      ])
    #expect(!office.text.contains("env-"))
  }

  @Test func aDeadRenewalTokenOfTheEnvironmentIsNamed() throws {
    try office.write()
    let tokens = office.tokens(
      ScriptedTokenServer([.error("invalid_grant")]), [prefix + "REFRESH_TOKEN": "env-refresh"])
    Office.expect(
      .erpConsentDead, naming: "KUNDREG_ERP_ERP_1_REFRESH_TOKEN", remedies: Office.logIn, without: ["env-refresh"]
    ) { _ = try tokens.accessToken() }
  }

  @Test func anAccessTokenOfTheEnvironmentOutlivesTheDateOfTheFilesToken() throws {
    try office.writeLogin(expiresAt: Office.stale)
    let server = ScriptedTokenServer([.tokens("access-new")])
    let tokens = office.tokens(server, [prefix + "ACCESS_TOKEN": "env-access"])
    #expect(try tokens.accessToken() == "env-access")
    #expect(try tokens.accessToken(replacing: "env-access") == "access-new")
    #expect(try tokens.accessToken(replacing: "env-access") == "access-new")
    #expect(server.asked.count == 1)
  }
}
