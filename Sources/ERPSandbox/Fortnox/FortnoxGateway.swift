/// Fortnox as its clients meet it: one address, and behind it the company that a token is for.
struct FortnoxGateway: Sendable {
  var companies: [FortnoxSystem]
  private(set) var tokens: TokenOffice
  /// What happened to customers, of all companies.
  var topic: FortnoxTopic
  private var window: QuotaWindow

  init(_ options: SandboxOptions, now: Double) throws {
    let seed = options.seed.fortnox
    companies = try (1...options.companies).map { try FortnoxSystem(options, company: $0, now: now) }
    tokens = TokenOffice(
      system: .fortnox, clients: options.seed.clients, lifetime: options.tokenLifetime, reusable: false,
      tenants: companies.map { String($0.tenantID) }, refreshTokens: seed.refreshTokens)
    tokens.serviceConsents = Set(seed.serviceConsents)
    topic = FortnoxTopic(seed.events)
    window = QuotaWindow(options.fortnoxLimit, options.fortnoxWindowKind)
  }

  mutating func answer(_ request: SandboxRequest, now: Double, share: ListShare) -> SandboxReply {
    guard request.isFor(.fortnox) else { return tokens.answer(request, now: now) }
    guard let grant = tokens.grant(bearer: request.bearerToken, now: now) else { return FortnoxReplies.unauthorized }
    // Each client has a budget with each company.
    let budget = "\(grant.client ?? "") \(grant.company)"
    guard window.admit(budget, at: now) == nil else { return FortnoxReplies.throttled }
    let reply = companies[grant.company - 1].answer(request, scopes: grant.scopes, now: now, share: share)
    tellEvents(of: grant.company - 1, now: now)
    return reply
  }

  /// A company as it is now, with what was told of it.
  func state(of company: Int) -> JSON {
    let system = companies[company - 1]
    var state = system.state.members ?? [:]
    let events = topic.events.filter { $0.tenant == system.tenantID }.map(topic.json)
    state["events"] = .array(events)
    return .object(state)
  }

  /// Puts what happened to a company's customers among the events.
  mutating func tellEvents(of index: Int, now: Double) {
    for (kind, number) in companies[index].register.takeTold() {
      topic.append(kind, of: number, tenant: companies[index].tenantID, at: now)
    }
  }
}
