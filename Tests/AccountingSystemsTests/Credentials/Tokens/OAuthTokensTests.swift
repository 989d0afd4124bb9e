import ConfigurationFile
import CustomerModel
import Foundation
import HTTP
import Synchronization
import TestSupport
import Testing

@testable import AccountingSystems

@Suite struct OAuthTokensTests {
  let office: Office

  init() throws { office = try Office() }

  @Test func aFreshTokenIsUsedAsItIs() throws {
    try office.writeLogin(expiresAt: Office.fresh)
    let server = ScriptedTokenServer([])
    #expect(try office.tokens(server).accessToken() == "access-old")
    #expect(server.asked.isEmpty)
  }

  @Test(arguments: [("2026-11-24T02:01:01Z", 0), ("2026-11-24T02:01:00Z", 1), ("2026-11-24T01:00:00Z", 1)])
  func aTokenIsRenewedInItsLastMinute(expiresAt: String, renewals: Int) throws {
    try office.writeLogin(expiresAt: expiresAt)
    let server = ScriptedTokenServer([.tokens("access-new", refresh: "refresh-new")])
    #expect(try office.tokens(server).accessToken() == (renewals == 0 ? "access-old" : "access-new"))
    #expect(server.asked.count == renewals)
  }

  @Test func renewsAsTheStandardSays() throws {
    try office.writeLogin()
    let server = ScriptedTokenServer([.tokens("access-new", refresh: "refresh-new")])
    _ = try office.tokens(server).accessToken()
    let request = try #require(server.asked.first)
    #expect(request.method == .post)
    #expect(request.url == "https://apps.fortnox.se/oauth-v1/token")
    #expect(server.forms == ["grant_type=refresh_token&refresh_token=refresh-old"])
    let headers = Dictionary(uniqueKeysWithValues: request.headers.map { ($0.name, $0.value) })
    #expect(
      headers == [
        // printf me:s3cr3t | base64
        "Authorization": "Basic bWU6czNjcjN0", "Accept": "application/json",
        "Content-Type": "application/x-www-form-urlencoded",
      ])
  }

  @Test func theNewRenewalTokenIsKeptBeforeTheAccessTokenIsGiven() throws {
    try office.writeLogin()
    let server = ScriptedTokenServer([.tokens("access-new", refresh: "refresh-new")])
    let tokens = office.tokens(server)
    #expect(try tokens.accessToken() == "access-new")
    #expect(
      try office.file().tokens()
        == TokenSet(
          accessToken: Secret("access-new"), refreshToken: Secret("refresh-new"),
          expiresAt: Office.now.addingTimeInterval(3600)))
    #expect(try office.mode() == 0o600)
    #expect(try tokens.accessToken() == "access-new")
    #expect(server.asked.count == 1)
  }

  @Test func aTokenThatCannotBeKeptIsNotGiven() throws {
    try office.writeLogin()
    let path = office.path
    let server = ScriptedTokenServer([.tokens("access-new", refresh: "refresh-new")]) {
      // The disk goes wrong between the rehearsal and the reply.
      try? FileManager.default.createDirectory(atPath: path + ".tmp/x", withIntermediateDirectories: true)
    }
    Office.expect(.credentialsUnwritable, naming: path) { _ = try office.tokens(server).accessToken() }
    #expect(office.text.contains("refresh-old"))
  }

  @Test func nothingIsRenewedThatCannotBeKept() throws {
    try office.writeLogin()
    try FileManager.default.createDirectory(atPath: office.path + ".tmp/x", withIntermediateDirectories: true)
    let server = ScriptedTokenServer([.tokens("access-new", refresh: "refresh-new")])
    Office.expect(.credentialsUnwritable, naming: office.path) {
      _ = try office.tokens(server).accessToken()
    }
    #expect(server.asked.isEmpty)
  }

  /// Both kinds of Visma client: with one-time and with reusable renewal tokens.
  @Test(arguments: [nil, "refresh-old", "refresh-new"])
  func theRenewalTokenThatCountsStays(returned: String?) throws {
    let office = try Office(.visma)
    try office.writeLogin()
    let server = ScriptedTokenServer([.tokens("access-new", refresh: returned)])
    #expect(try office.tokens(server).accessToken() == "access-new")
    #expect(try office.file().tokens().refreshToken == Secret(returned ?? "refresh-old"))
  }

  @Test func aServiceAccountNeedsNoRenewalToken() throws {
    try office.write(#""tenantId": "12345""#)
    let server = ScriptedTokenServer([.tokens("access-new")])
    #expect(try office.tokens(server).accessToken() == "access-new")
    #expect(server.forms == ["grant_type=client_credentials"])
    #expect(server.asked[0].headers.contains { $0.name == "TenantId" && $0.value == "12345" })
    #expect(
      try office.file().tokens()
        == TokenSet(
          accessToken: Secret("access-new"), expiresAt: Office.now.addingTimeInterval(3600), tenantID: "12345"))
  }

  @Test func aRenewalTokenGoesBeforeTheTenant() throws {
    try office.write(#""refreshToken": "refresh-old", "tenantId": "12345""#)
    let server = ScriptedTokenServer([.tokens("access-new", refresh: "refresh-new")])
    _ = try office.tokens(server).accessToken()
    #expect(server.forms == ["grant_type=refresh_token&refresh_token=refresh-old"])
    #expect(!server.asked[0].headers.contains { $0.name == "TenantId" })
  }

  @Test(arguments: [#""#, #""accessToken": "access-old", "expiresAt": "2026-11-24T01:00:00Z""#])
  func withoutALoginItIsSaidHowToGetOne(keys: String) throws {
    try office.write(keys)
    let server = ScriptedTokenServer([])
    Office.expect(.credentialsNoLogin, remedies: Office.logIn) {
      _ = try office.tokens(server).accessToken()
    }
  }

  @Test func aTenantIsNoLoginAtVisma() throws {
    let office = try Office(.visma)
    try office.write(#""tenantId": "12345""#)
    Office.expect(.credentialsNoLogin, naming: "erp-1", remedies: Office.logIn) {
      _ = try office.tokens(ScriptedTokenServer([])).accessToken()
    }
  }

  @Test func aRefusedTokenIsReplacedOnce() throws {
    try office.writeLogin(expiresAt: Office.fresh)
    let server = ScriptedTokenServer([.tokens("access-new", refresh: "refresh-new")])
    let tokens = office.tokens(server)
    #expect(try tokens.accessToken() == "access-old")
    #expect(try tokens.accessToken(replacing: "access-old") == "access-new")
    // Another thread that was refused with the old one.
    #expect(try tokens.accessToken(replacing: "access-old") == "access-new")
    #expect(server.asked.count == 1)
  }

  @Test func whatAnotherProcessRenewedIsTaken() throws {
    try office.writeLogin(expiresAt: Office.fresh)
    let server = ScriptedTokenServer([])
    let tokens = office.tokens(server)
    #expect(try tokens.accessToken() == "access-old")
    try office.write(
      #""accessToken": "access-new", "refreshToken": "refresh-new", "expiresAt": "2026-11-24T02:59:00Z""#)
    #expect(try tokens.accessToken(replacing: "access-old") == "access-new")
    #expect(try tokens.accessToken() == "access-new")
    #expect(server.asked.isEmpty)
  }

  @Test func severalProcessesRenewOnce() throws {
    try office.writeLogin()
    let server = RotatingTokenServer(valid: "refresh-old")
    // Each has its own state and its own lock's descriptor, as a process has.
    let processes = (0..<4).map { _ in office.tokens(server) }
    let given = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 12) { index in
      if let token = try? processes[index % 4].accessToken() { given.withLock { $0.append(token) } }
    }
    #expect(given.withLock { $0 } == Array(repeating: "access-1", count: 12))
    #expect(server.renewals == 1)
    #expect(!server.isDead)
  }

  @Test func severalProcessesReplaceARefusedTokenOnce() throws {
    try office.writeLogin(expiresAt: Office.fresh)
    let server = RotatingTokenServer(valid: "refresh-old")
    let processes = (0..<3).map { _ in office.tokens(server) }
    DispatchQueue.concurrentPerform(iterations: 9) { index in
      _ = try? processes[index % 3].accessToken(replacing: "access-old")
    }
    #expect(server.renewals == 1)
    #expect(try office.file().tokens().refreshToken == Secret("refresh-1"))
  }
}
