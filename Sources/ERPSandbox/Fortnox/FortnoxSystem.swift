/// One Fortnox company.
struct FortnoxSystem: Sendable {
  var register: FortnoxRegister
  let unfiltered: SandboxOptions.UnfilteredList
  let tenantID: Int
  /// See ``FortnoxSeed/fieldsWithoutRight``.
  let fieldsWithoutRight: Set<String>
  /// See ``FortnoxSeed/checksOrganisationNumbers``.
  let checksOrganisationNumbers: Bool
  /// See ``FortnoxSeed/checksWholeRecord``.
  let checksWholeRecord: Bool
  /// See ``FortnoxSeed/encodesEntities``.
  let encodesEntities: Bool
  /// See ``FortnoxSeed/mayUseReferences``.
  let mayUseReferences: Bool
  /// See ``FortnoxSeed/pagesReferences``.
  let pagesReferences: Bool
  /// See ``FortnoxSeed/namesFieldsBy``.
  let namesFieldsBy: FieldNaming?

  /// - Parameter company: its number, from 1.
  init(_ options: SandboxOptions, company: Int, now: Double) throws {
    let seed = options.seed.fortnox
    register = try FortnoxRegister(seed, now: now)
    tenantID = seed.tenantID + company - 1
    fieldsWithoutRight = seed.fieldsWithoutRight
    checksOrganisationNumbers = seed.checksOrganisationNumbers
    checksWholeRecord = seed.checksWholeRecord
    encodesEntities = seed.encodesEntities
    mayUseReferences = seed.mayUseReferences
    pagesReferences = seed.pagesReferences
    namesFieldsBy = seed.namesFieldsBy
    unfiltered = options.fortnoxUnfiltered
  }

  /// Answers a request that has passed the gateway.
  mutating func answer(
    _ request: SandboxRequest, scopes: Set<String>, now: Double, share: ListShare
  ) -> SandboxReply {
    do {
      guard request.acceptsJSON else { throw FortnoxProblem(1_000_030, "Ogiltigt Accept-huvud.") }
      if request.method == "POST" || request.method == "PUT", !request.sendsJSON {
        throw FortnoxProblem(1_000_031, "Ogiltigt Content-Type-huvud.")
      }
      return try resource(
        request, request.segments(below: ERPSystem.fortnox.resources), scopes: scopes, now: now, share: share)
    } catch let problem as FortnoxProblem {
      return problem.worded(namesFieldsBy).reply
    } catch {
      return FortnoxReplies.internalError
    }
  }

  private mutating func resource(
    _ request: SandboxRequest, _ segments: [String], scopes: Set<String>, now: Double, share: ListShare
  ) throws -> SandboxReply {
    // Only the lists have any.
    let isList =
      request.method == "GET" && (segments == ["customers"] || pagesReferences && segments == ["customerreferences"])
    guard isList || request.parameters.isEmpty else { throw FortnoxProblem.unknownParameter }
    switch segments.first {
    case "customers" where segments.count <= 2:
      guard scopes.contains("customer") else { return FortnoxReplies.noScope }
      return try customers(request, number: segments.count == 2 ? segments[1] : nil, now: now, share: share)
    case "customerreferences" where segments.count <= 2:
      guard scopes.contains("customer") else { return FortnoxReplies.noScope }
      return try references(request, id: segments.count == 2 ? segments[1] : nil)
    case "companyinformation" where segments.count == 1 && request.method == "GET":
      guard scopes.contains("companyinformation") else { return FortnoxReplies.noScope }
      return FortnoxReplies.json(200, company(request))
    default: throw FortnoxProblem(2_000_729, "Ingen giltig resurs angiven.")
    }
  }

  private mutating func customers(
    _ request: SandboxRequest, number: String?, now: Double, share: ListShare
  ) throws -> SandboxReply {
    switch (request.method, number) {
    case ("GET", nil): return FortnoxReplies.json(200, try list(request, share: share))
    case ("POST", nil): return try create(request, now: now)
    case ("GET", .some(let number)):
      guard let customer = register.customers[number] else { return FortnoxReplies.notFound }
      return FortnoxReplies.json(200, ["Customer": entity(number, customer, origin: request.origin)])
    case ("PUT", .some(let number)): return try update(request, number, now: now)
    case ("DELETE", .some(let number)):
      return register.remove(number) ? SandboxReply(204) : FortnoxReplies.notFound
    case ("PUT", nil), ("DELETE", nil): throw FortnoxProblem(2_000_729, "Ingen giltig identifierare angiven.")
    default: return SandboxReply(405, text: "Method not allowed.")
    }
  }

  private func company(_ request: SandboxRequest) -> JSON {
    [
      "CompanyInformation": .object([
        "@url": .string(request.origin + "/fortnox/3/companyinformation"), "CompanyName": "Sandlådan i Storstad AB",
        "OrganizationNumber": "559999-9991", "Address": "Storgatan 1", "ZipCode": "123 45", "City": "Storstad",
        "Country": "Sverige", "CountryCode": "SE", "DatabaseNumber": JSON(tenantID),
      ])
    ]
  }
}
