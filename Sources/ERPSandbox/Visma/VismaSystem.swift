/// One Visma eAccounting company.
struct VismaSystem: Sendable {
  var register: VismaRegister
  private let apiModule: Bool
  /// See ``VismaSeed/hasPropertyFields``.
  private let hasPropertyFields: Bool

  init(_ options: SandboxOptions, now: Double) throws {
    let seed = options.seed.visma
    register = try VismaRegister(seed, now: now)
    apiModule = seed.apiModule
    hasPropertyFields = seed.hasPropertyFields
  }

  /// Answers a request that has passed the gateway.
  mutating func answer(
    _ request: SandboxRequest, scopes: Set<String>, now: Double, share: ListShare
  ) -> SandboxReply {
    guard apiModule else { return VismaReplies.noModule }
    let needed: Set<String> = request.method == "GET" ? ["ea:sales", "ea:sales_readonly"] : ["ea:sales"]
    guard scopes.contains("ea:api"), !scopes.isDisjoint(with: needed) else { return VismaReplies.noScope }
    do {
      guard request.acceptsJSON else { throw VismaProblem(406, 2000, "Only application/json is written.") }
      if request.method == "POST" || request.method == "PUT", !request.sendsJSON {
        throw VismaProblem(415, 2000, "Only application/json is read.")
      }
      return try resource(request, request.segments(below: ERPSystem.visma.resources), now: now, share: share)
    } catch let problem as VismaProblem {
      return problem.reply
    } catch {
      return VismaReplies.internalError
    }
  }

  private mutating func resource(
    _ request: SandboxRequest, _ segments: [String], now: Double, share: ListShare
  ) throws -> SandboxReply {
    switch (request.method, segments.first, segments.count) {
    case ("GET", "termsofpayments", 1):
      return SandboxReply(
        200, try VismaList(request).page(of: register.termsOfPayment.map(JSON.object), now: now))
    case ("GET", "customers", 1):
      let shown = register.customers.sorted { $0.key < $1.key }.map { entity($0.key, $0.value) }
      return SandboxReply(200, try VismaList(request).page(of: share.of(shown), now: now))
    case ("POST", "customers", 1): return try create(request, now: now)
    case (_, "customers", 2): return try customer(request, id: segments[1].lowercased(), now: now)
    default: return VismaReplies.notFound
    }
  }

  private mutating func customer(_ request: SandboxRequest, id: String, now: Double) throws -> SandboxReply {
    guard let customer = register.customers[id] else { return VismaReplies.notFound }
    switch request.method {
    case "GET": return SandboxReply(200, entity(id, customer))
    case "PUT": return try replace(request, id, customer, now: now)
    case "DELETE":
      guard customer.fields["LastInvoiceDate"] == nil else {
        throw VismaProblem(400, 4001, "CanNotBeDeleted - The customer has documents.")
      }
      register.customers[id] = nil
      return SandboxReply(200, [:])
    default: throw VismaProblem(405, 2000, "The method is not allowed here.")
    }
  }

  /// The full customer: every key, null where there is no value.
  func entity(_ id: String, _ customer: VismaRegister.Customer) -> JSON {
    var members: [String: JSON] = [:]
    for field in VismaField.all where has(field.name) {
      members[field.name] = customer.fields[field.name] ?? field.empty
    }
    members["Id"] = .string(id)
    members["ChangedUtc"] = .string(TimeText.utc(customer.changed))
    members["TermsOfPayment"] =
      customer.fields["TermsOfPaymentId"]?.text.flatMap { register.terms($0) }.map(JSON.object) ?? .null
    return .object(members)
  }

  /// True for a key that the company's customers have.
  func has(_ key: String) -> Bool { hasPropertyFields || !VismaField.property.contains(key) }

  /// The register as the control shows it: fields with values.
  var state: JSON {
    let customers = register.customers.sorted { ($0.value.number, $0.key) < ($1.value.number, $1.key) }
    return [
      "customers": .array(
        customers.map { id, customer in
          var fields = customer.fields
          fields["Id"] = .string(id)
          fields["ChangedUtc"] = .string(TimeText.utc(customer.changed))
          return .object(fields)
        })
    ]
  }
}
