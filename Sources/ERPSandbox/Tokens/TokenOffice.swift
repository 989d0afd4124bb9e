/// The tokens of one system: which there are, what each allows and until when.
struct TokenOffice: Sendable {
  /// What a customer has agreed to.
  struct Grant: Sendable {
    /// Nil for a seeded refresh token, which any client may use.
    var client: String?
    var scopes: Set<String>
    /// Whose: the number of a company, from 1.
    var company: Int
  }

  struct Code: Sendable {
    var grant: Grant
    var redirect: String?
    var expires: Double
    /// Whether a refresh token comes with the access token.
    var offline: Bool
  }

  let system: ERPSystem
  let clients: [String: String]?
  /// Seconds for which an access token is taken.
  let lifetime: Double
  /// Whether refresh tokens stay after use.
  let reusable: Bool
  /// What each company is called in tokens.
  let tenants: [String]
  var codes: [String: Code] = [:]
  var refreshTokens: [String: Grant] = [:]
  var accessTokens: [String: (grant: Grant, expires: Double)] = [:]
  /// Clients that may use client credentials, for every company.
  var serviceConsents: Set<String> = []

  init(
    system: ERPSystem, clients: [String: String]?, lifetime: Double, reusable: Bool, tenants: [String],
    refreshTokens: [String]
  ) {
    self.system = system
    self.clients = clients
    self.lifetime = lifetime
    self.reusable = reusable
    self.tenants = tenants
    for company in 1...tenants.count {
      for token in refreshTokens {
        let grant = Grant(client: nil, scopes: defaultScopes, company: company)
        self.refreshTokens[Self.seeded(token, of: company)] = grant
      }
    }
  }

  /// A name of the seed as a company has it: the first one as it is, the others with their numbers behind.
  static func seeded(_ name: String, of company: Int) -> String { company == 1 ? name : "\(name)-\(company)" }

  var defaultScopes: Set<String> {
    switch system {
    case .fortnox: ["customer", "companyinformation"]
    case .visma: ["ea:api", "ea:sales", "offline_access"]
    }
  }

  /// What a bearer token allows now; nil when it is unknown or has expired.
  func grant(bearer token: String?, now: Double) -> Grant? {
    guard let token, let access = accessTokens[token], now < access.expires else { return nil }
    return access.grant
  }

  func accepts(client: String, secret: String) -> Bool {
    guard let clients else { return true }
    return clients[client] == secret
  }

  /// True for the secret of the client that was granted something; a grant of the seed is any client's.
  func accepts(secret: String, of grant: Grant) -> Bool {
    guard let clients else { return true }
    return grant.client.map { clients[$0] == secret } ?? clients.values.contains(secret)
  }

  mutating func makeCode(_ code: Code) -> String {
    let text = Self.random(20)
    codes[text] = code
    return text
  }

  mutating func makeRefreshToken(_ grant: Grant) -> String {
    let token = Self.random(32)
    refreshTokens[token] = grant
    return token
  }

  /// A token that looks as the systems' do: three parts, the middle one with a claim that names the tenant.
  mutating func makeAccessToken(_ grant: Grant, now: Double) -> String {
    let claim = system == .fortnox ? "tenantId" : "company_id"
    let payload: JSON = .object([
      claim: .string(tenants[grant.company - 1]), "iat": JSON(Int(now)), "exp": JSON(Int(now + lifetime)),
      "scope": .array(grant.scopes.sorted().map(JSON.string)), "jti": .string(Self.random(9)),
    ])
    let header: JSON = ["alg": "RS256", "typ": "JWT"]
    let parts = [header, payload].map { Base64.encodeForURL(JSONWriter.write($0)) } + [Self.random(48)]
    let token = parts.joined(separator: ".")
    accessTokens[token] = (grant, now + lifetime)
    return token
  }

  private static func random(_ length: Int) -> String {
    Base64.encodeForURL((0..<length).map { _ in UInt8.random(in: 0...255) })
  }
}
