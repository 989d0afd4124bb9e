/// Visma eAccounting as its clients meet it: one address, and behind it the company that a token is for.
struct VismaGateway: Sendable {
  var companies: [VismaSystem]
  private(set) var tokens: TokenOffice
  private var window: QuotaWindow

  init(_ options: SandboxOptions, now: Double) throws {
    let seed = options.seed.visma
    companies = try (1...options.companies).map { _ in try VismaSystem(options, now: now) }
    tokens = TokenOffice(
      system: .visma, clients: options.seed.clients, lifetime: options.tokenLifetime,
      reusable: options.reusableVismaTokens,
      tenants: (1...options.companies).map { TokenOffice.seeded("sandbox-company", of: $0) },
      refreshTokens: seed.refreshTokens)
    window = QuotaWindow(options.vismaLimit, .sliding)
  }

  mutating func answer(_ request: SandboxRequest, now: Double, share: ListShare) -> SandboxReply {
    guard request.isFor(.visma) else { return tokens.answer(request, now: now) }
    guard let grant = tokens.grant(bearer: request.bearerToken, now: now) else { return VismaReplies.unauthorized }
    // The limit is for each client and endpoint, whatever the company; a customer's own address counts as that of the customers.
    let endpoint = "\(grant.client ?? "") \(request.segments(below: ERPSystem.visma.resources).first ?? "")"
    if let wait = window.admit(endpoint, at: now) { return VismaReplies.throttled(window.limit, wait: wait) }
    return companies[grant.company - 1].answer(request, scopes: grant.scopes, now: now, share: share)
  }
}
