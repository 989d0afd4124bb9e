/// Fortnox as its clients meet it: one address, and behind it the company that a token is for.
struct FortnoxGateway: Sendable {
  var companies: [FortnoxSystem]
  private(set) var tokens: TokenOffice
  private var window: QuotaWindow

  init(_ options: SandboxOptions, now: Double) throws {
    let seed = options.seed.fortnox
    companies = try (1...options.companies).map { try FortnoxSystem(options, company: $0, now: now) }
    tokens = TokenOffice(
      system: .fortnox, clients: options.seed.clients, lifetime: options.tokenLifetime, reusable: false,
      tenants: companies.map { String($0.tenantID) }, refreshTokens: seed.refreshTokens)
    tokens.serviceConsents = Set(seed.serviceConsents)
    window = QuotaWindow(options.fortnoxLimit, options.fortnoxWindowKind)
  }

  mutating func answer(_ request: SandboxRequest, now: Double, share: ListShare) -> SandboxReply {
    guard request.isFor(.fortnox) else { return tokens.answer(request, now: now) }
    guard let grant = tokens.grant(bearer: request.bearerToken, now: now) else { return FortnoxReplies.unauthorized }
    // Each client has a budget with each company.
    let budget = "\(grant.client ?? "") \(grant.company)"
    guard window.admit(budget, at: now) == nil else { return FortnoxReplies.throttled }
    return companies[grant.company - 1].answer(request, scopes: grant.scopes, now: now, share: share)
  }
}
