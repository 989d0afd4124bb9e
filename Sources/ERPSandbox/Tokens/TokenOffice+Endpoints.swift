extension TokenOffice {
  /// Answers what the system's token host answers.
  mutating func answer(_ request: SandboxRequest, now: Double) -> SandboxReply {
    let path = request.path.split(separator: "/").dropFirst().joined(separator: "/")
    switch (system, path) {
    case (.fortnox, "oauth-v1/auth"), (.visma, "connect/authorize"):
      return request.method == "GET" ? authorize(request, now: now) : SandboxReply(405, text: "GET only.")
    case (.fortnox, "oauth-v1/token"), (.visma, "connect/token"):
      return request.method == "POST" ? token(request, now: now) : SandboxReply(405, text: "POST only.")
    case (.fortnox, "oauth-v1/revoke"), (.visma, "connect/revocation"):
      return request.method == "POST" ? revoke(request) : SandboxReply(405, text: "POST only.")
    default: return SandboxReply(404, text: "Nothing is here.")
    }
  }

  /// The page on which a customer agrees; here it agrees at once, or with `deny=1` refuses.
  private mutating func authorize(_ request: SandboxRequest, now: Double) -> SandboxReply {
    var missing = ["client_id", "response_type", "scope"]
    missing.append(system == .fortnox ? "state" : "redirect_uri")
    missing.removeAll { request.parameter($0)?.isEmpty == false }
    guard missing.isEmpty else { return SandboxReply(400, text: "Missing: \(missing.joined(separator: ", ")).") }
    guard request.parameter("response_type") == "code" else {
      return SandboxReply(400, text: "response_type must be code.")
    }
    let client = request.parameter("client_id") ?? ""
    guard clients == nil || clients?[client] != nil else { return SandboxReply(400, text: "Unknown client_id.") }
    // A person chooses among the companies that are theirs; here the address does.
    guard let company = Int(request.parameter("company") ?? "1"), tenants.indices.contains(company - 1) else {
      return SandboxReply(400, text: "company must be from 1 to \(tenants.count).")
    }
    var answer: [(String, String)]
    if request.parameter("deny") == "1" {
      answer = [("error", "access_denied")]
    } else {
      let scopes = Set((request.parameter("scope") ?? "").split(separator: " ").map(String.init))
      if system == .fortnox, request.parameter("account_type") == "service" { serviceConsents.insert(client) }
      let offline =
        system == .fortnox ? request.parameter("access_type") == "offline" : scopes.contains("offline_access")
      let code = Code(
        grant: Grant(client: client, scopes: scopes, company: company), redirect: request.parameter("redirect_uri"),
        // Fortnox gives ten minutes to fetch the tokens, Visma five.
        expires: now + (system == .fortnox ? 600 : 300), offline: offline)
      answer = [("code", makeCode(code))]
    }
    if let state = request.parameter("state") { answer.append(("state", state)) }
    guard let redirect = request.parameter("redirect_uri") else {
      return SandboxReply(200, text: answer.map { "\($0): \($1)\n" }.joined())
    }
    let query = answer.map { "\($0)=\(QueryString.encode($1))" }.joined(separator: "&")
    return SandboxReply(302, headers: [("Location", redirect + (redirect.contains("?") ? "&" : "?") + query)])
  }

  private mutating func token(_ request: SandboxRequest, now: Double) -> SandboxReply {
    guard let client = client(of: request) else { return invalidClient }
    guard let form = form(of: request) else { return refusal("invalid_request", "The body must be form encoded") }
    switch form["grant_type"] {
    case "authorization_code":
      // A code is used up by the attempt, whatever comes of it.
      guard let code = codes.removeValue(forKey: form["code"] ?? ""), now < code.expires,
        code.grant.client == client, code.redirect == form["redirect_uri"]
      else { return refusal("invalid_grant", "Authorization code doesn't exist or is invalid for the client") }
      return tokens(code.grant, refresh: code.offline ? makeRefreshToken(code.grant) : nil, now: now)
    case "refresh_token":
      let old = form["refresh_token"] ?? ""
      guard var grant = refreshTokens[old], grant.client == nil || grant.client == client else {
        return refusal("invalid_grant", "Invalid refresh token")
      }
      grant.client = client
      if system == .visma && reusable { return tokens(grant, refresh: old, now: now) }
      refreshTokens[old] = nil
      return tokens(grant, refresh: makeRefreshToken(grant), now: now)
    case "client_credentials" where system == .fortnox:
      guard serviceConsents.contains(client),
        let tenant = tenants.firstIndex(where: { $0 == request.headers["tenantid"] })
      else {
        return refusal("invalid_grant", "No service account for this client and tenant")
      }
      return tokens(Grant(client: client, scopes: defaultScopes, company: tenant + 1), refresh: nil, now: now)
    default: return refusal("unsupported_grant_type", "The grant type is not supported")
    }
  }

  private mutating func tokens(_ grant: Grant, refresh: String?, now: Double) -> SandboxReply {
    var reply: [String: JSON] = [
      "access_token": .string(makeAccessToken(grant, now: now)), "expires_in": JSON(Int(lifetime)),
      "token_type": system == .fortnox ? "bearer" : "Bearer",
      "scope": .string(grant.scopes.sorted().joined(separator: " ")),
    ]
    if let refresh { reply["refresh_token"] = .string(refresh) }
    return SandboxReply(200, .object(reply), headers: [("Cache-Control", "no-store")])
  }

  private mutating func revoke(_ request: SandboxRequest) -> SandboxReply {
    guard client(of: request) != nil else { return invalidClient }
    guard let token = form(of: request)?["token"] else { return refusal("invalid_request", "token is missing") }
    refreshTokens[token] = nil
    accessTokens[token] = nil
    return system == .fortnox ? SandboxReply(200, ["revoked": true]) : SandboxReply(200)
  }

  /// The client of an `Authorization: Basic` header, when its secret is right.
  private func client(of request: SandboxRequest) -> String? {
    guard let header = request.headers["authorization"], header.lowercased().hasPrefix("basic "),
      let pair = Base64.decode(String(header.dropFirst(6))), let colon = pair.firstIndex(of: ":")
    else { return nil }
    let client = String(pair[..<colon])
    guard !client.isEmpty, accepts(client: client, secret: String(pair[pair.index(after: colon)...])) else {
      return nil
    }
    return client
  }

  private func form(of request: SandboxRequest) -> [String: String]? {
    guard request.headers["content-type"]?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true else {
      return nil
    }
    let pairs = QueryString.parse(String(decoding: request.body, as: UTF8.self))
    return Dictionary(pairs.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// Fortnox labels these replies as HTML and plain text although they are JSON.
  private func refusal(_ error: String, _ description: String) -> SandboxReply {
    SandboxReply(
      400, .object(["error": .string(error), "error_description": .string(description)]),
      contentType: system == .fortnox ? "text/html; charset=UTF-8" : "application/json")
  }

  private var invalidClient: SandboxReply {
    let body: JSON = ["error": "invalid_client", "error_description": "The client credentials are invalid"]
    return system == .fortnox
      ? SandboxReply(401, body, contentType: "text/plain;charset=UTF-8") : SandboxReply(400, body)
  }
}
