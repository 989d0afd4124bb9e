import ERPSandbox
import Foundation
import Testing

/// Tokens of both systems.
@Suite struct TokenTests {
  static let hosts = ["/fortnox/oauth-v1/", "/visma/connect/"]
  static let authorize = [
    "/fortnox/oauth-v1/": "/fortnox/oauth-v1/auth?client_id=sandbox&response_type=code&scope=customer&state=s%201"
      + "&access_type=offline&redirect_uri=http%3A%2F%2F127.0.0.1%3A9%2Fcb",
    "/visma/connect/": "/visma/connect/authorize?client_id=sandbox&response_type=code&state=s%201"
      + "&scope=ea%3Aapi%20ea%3Asales%20offline_access&redirect_uri=http%3A%2F%2F127.0.0.1%3A9%2Fcb",
  ]

  @Test(arguments: hosts)
  func aRefreshTokenWorksOnceAndItsSecondUseKillsNothing(_ host: String) async throws {
    try await Rehearsal.run(seed: [
      "visma": ["refreshTokens": ["a", "sandbox-refresh"]], "fortnox": ["refreshTokens": ["a", "sandbox-refresh"]],
    ]) { it in
      let first = try await it.form(host + "token", "grant_type=refresh_token&refresh_token=a")
      #expect(first.status == 200)
      #expect(first.json["expires_in"] == 3600)
      #expect(first.json["access_token"]?.text?.split(separator: ".").count == 3)
      let next = try #require(first.json["refresh_token"]?.text)
      let second = try await it.form(host + "token", "grant_type=refresh_token&refresh_token=a")
      #expect(second.status == 400)
      #expect(second.json["error"] == "invalid_grant")
      #expect(try await it.form(host + "token", "grant_type=refresh_token&refresh_token=\(next)").status == 200)
      let list = host.hasPrefix("/visma") ? "/visma/v2/customers" : "/fortnox/3/customers"
      let bearer = "Bearer " + (first.json["access_token"]?.text ?? "")
      #expect(try await it.ask("GET", list, headers: ["Authorization": bearer]).status == 200)
    }
  }

  @Test func newVismaClientsKeepTheirRefreshToken() async throws {
    try await Rehearsal.run(seed: [:], { $0.reusableVismaTokens = true }) { it in
      for _ in 0..<2 {
        let answer = try await it.form("/visma/connect/token", "grant_type=refresh_token&refresh_token=sandbox-refresh")
        #expect(answer.json["refresh_token"] == "sandbox-refresh")
      }
    }
  }

  @Test func fortnoxLabelsItsRefusalsAsTexts() async throws {
    try await Rehearsal.run(seed: ["clients": [["id": "sandbox", "secret": "right"]]]) { it in
      let grant = try await it.form(
        "/fortnox/oauth-v1/token", "grant_type=refresh_token&refresh_token=x", client: "sandbox:right")
      #expect(grant.status == 400)
      #expect(grant.headers["content-type"] == "text/html; charset=UTF-8")
      #expect(grant.json == ["error": "invalid_grant", "error_description": "Invalid refresh token"])
      let client = try await it.form("/fortnox/oauth-v1/token", "grant_type=refresh_token", client: "sandbox:wrong")
      #expect(client.status == 401)
      #expect(client.headers["content-type"] == "text/plain;charset=UTF-8")
      #expect(client.json["error"] == "invalid_client")
    }
  }

  @Test(arguments: hosts)
  func aCodeIsGivenAtOnceAndChangedForTokensOnce(_ host: String) async throws {
    try await Rehearsal.run { it in
      let page = try await it.ask("GET", try #require(Self.authorize[host]))
      #expect(page.status == 302)
      let location = try #require(page.headers["location"])
      #expect(location.hasPrefix("http://127.0.0.1:9/cb?code="))
      #expect(location.hasSuffix("&state=s%201"))
      let code = try #require(location.split(separator: "=").dropFirst().first?.split(separator: "&").first)
      let body = "grant_type=authorization_code&code=\(code)&redirect_uri=http%3A%2F%2F127.0.0.1%3A9%2Fcb"
      let tokens = try await it.form(host + "token", body)
      #expect(tokens.status == 200)
      #expect(tokens.json["refresh_token"]?.text != nil)
      #expect(try await it.form(host + "token", body).json["error"] == "invalid_grant")
    }
  }

  @Test(arguments: [("/fortnox/oauth-v1/", 600), ("/visma/connect/", 300)])
  func codesGrowOldAndAreBoundToTheirAddress(_ host: String, _ life: Int) async throws {
    try await Rehearsal.run { it in
      func code() async throws -> String {
        let location = try await it.ask("GET", Self.authorize[host] ?? "").headers["location"] ?? ""
        return String(location.split(separator: "=")[1].split(separator: "&")[0])
      }
      func trade(_ code: String, _ redirect: String = "http://127.0.0.1:9/cb") async throws -> Int {
        try await it.form(host + "token", "grant_type=authorization_code&code=\(code)&redirect_uri=\(redirect)").status
      }
      let other = try await trade(try await code(), "http://127.0.0.1:10/cb")
      #expect(other == 400)
      let old = try await code()
      try await it.advance(life)
      let late = try await trade(old)
      #expect(late == 400)
    }
  }

  @Test(arguments: hosts)
  func aRefusalComesBackAsAccessDenied(_ host: String) async throws {
    try await Rehearsal.run { it in
      let page = try await it.ask("GET", (Self.authorize[host] ?? "") + "&deny=1")
      #expect(page.headers["location"] == "http://127.0.0.1:9/cb?error=access_denied&state=s%201")
    }
  }

  @Test func clientCredentialsNeedAServiceAccountAndTheTenant() async throws {
    try await Rehearsal.run { it in
      let path = "/fortnox/oauth-v1/token"
      let tenant = ["TenantId": "1234567"]
      #expect(try await it.form(path, "grant_type=client_credentials", headers: tenant).status == 400)
      _ = try await it.ask("GET", (Self.authorize["/fortnox/oauth-v1/"] ?? "") + "&account_type=service")
      #expect(try await it.form(path, "grant_type=client_credentials").status == 400)
      let answer = try await it.form(path, "grant_type=client_credentials", headers: tenant)
      #expect(answer.status == 200)
      #expect(answer.json["refresh_token"] == nil)
      let payload = try #require(answer.json["access_token"]?.text?.split(separator: ".")[1])
      let padded = String(payload) + String(repeating: "=", count: (4 - payload.count % 4) % 4)
      let bytes = try #require(
        Data(base64Encoded: padded.replacing("-", with: "+").replacing("_", with: "/")))
      #expect(try JSONReader.read(Array(bytes))["tenantId"] == "1234567")
    }
  }

  @Test(arguments: [("/fortnox/oauth-v1/", "revoke"), ("/visma/connect/", "revocation")])
  func revokedTokensAreDead(_ host: String, _ name: String) async throws {
    try await Rehearsal.run { it in
      let token = try await it.form(host + "token", "grant_type=refresh_token&refresh_token=sandbox-refresh")
      #expect(token.status == 400)
      let location = try await it.ask("GET", Self.authorize[host] ?? "").headers["location"] ?? ""
      let code = location.split(separator: "=")[1].split(separator: "&")[0]
      let tokens = try await it.form(
        host + "token", "grant_type=authorization_code&code=\(code)&redirect_uri=http://127.0.0.1:9/cb")
      let refresh = tokens.json["refresh_token"]?.text ?? ""
      #expect(try await it.form(host + name, "token=\(refresh)").status == 200)
      #expect(try await it.form(host + "token", "grant_type=refresh_token&refresh_token=\(refresh)").status == 400)
    }
  }

  @Test func aTokenWithoutTheScopeIsRefused() async throws {
    try await Rehearsal.run { it in
      let page = "/fortnox/oauth-v1/auth?client_id=a&response_type=code&state=s&scope=invoice&redirect_uri=http://x"
      let location = try await it.ask("GET", page).headers["location"] ?? ""
      let code = location.split(separator: "=")[1].split(separator: "&")[0]
      let body = "grant_type=authorization_code&code=\(code)&redirect_uri=http://x"
      let tokens = try await it.form("/fortnox/oauth-v1/token", body, client: "a:b")
      #expect(tokens.json["refresh_token"] == nil)
      let bearer = "Bearer " + (tokens.json["access_token"]?.text ?? "")
      let answer = try await it.ask("GET", "/fortnox/3/customers", headers: ["Authorization": bearer])
      #expect(answer.status == 403)
      #expect(answer.json["ErrorInformation"]?["Code"] == 2_000_663)
    }
  }
}
