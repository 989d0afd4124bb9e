extension FortnoxSystem {
  mutating func create(_ request: SandboxRequest, now: Double) throws -> SandboxReply {
    let sent = try customer(in: request)
    var fields: [String: JSON] = [:]
    try set(sent, in: &fields)
    guard fields["Name"] != nil else { throw FortnoxInput.nameMissing }
    if let type = fields["VATType"]?.text, register.refusedVATTypes.contains(type) {
      throw FortnoxProblem.notValid("VATType").about("VATType")
    }
    try FortnoxInput.validateReferences(of: fields, in: register)
    try FortnoxInput.validateVATNumber(of: fields, in: register)
    var number = try FortnoxInput.number(sent["CustomerNumber"])
    if let number {
      if register.customers[number] != nil {
        throw FortnoxProblem(2_000_637, "Kundnummer \"\(number)\" används redan.")
      }
      if register.deleted.contains(number) {
        throw FortnoxProblem(2_000_637, "Kundnummer \"\(number)\" har använts av en kund som är borttagen.")
      }
    }
    let taken = number ?? register.takeNext()
    number = taken
    let customer = FortnoxRegister.Customer(fields: fields, modified: now)
    register.customers[taken] = customer
    register.tell(.created, of: taken)
    return FortnoxReplies.json(
      201, ["Customer": entity(taken, customer, origin: request.origin, created: true)],
      headers: [("Location", "customers")])
  }

  /// Changes what was sent and nothing else. The whole customer is checked, not only what was sent.
  mutating func update(_ request: SandboxRequest, _ number: String, now: Double) throws -> SandboxReply {
    guard var customer = register.customers[number] else { return FortnoxReplies.notFound }
    let sent = try self.customer(in: request)
    if let other = try FortnoxInput.number(sent["CustomerNumber"]), other != number {
      throw FortnoxProblem.notValid("CustomerNumber")
    }
    try set(sent, in: &customer.fields)
    guard customer.fields["Name"] != nil else { throw FortnoxInput.nameMissing }
    let checked = checksWholeRecord ? customer.fields : customer.fields.filter { sent[$0.key] != nil }
    try FortnoxInput.validateReferences(of: checked, in: register)
    try FortnoxInput.validateVATNumber(of: checked, in: register)
    customer.modified = now
    register.customers[number] = customer
    register.tell(.updated, of: number)
    return FortnoxReplies.json(200, ["Customer": entity(number, customer, origin: request.origin)])
  }

  private func set(_ sent: [String: JSON], in fields: inout [String: JSON]) throws {
    if let name = sent.keys.sorted().first(where: fieldsWithoutRight.contains) {
      throw FortnoxProblem(2_003_275, "Behörighet saknas för \(name).", status: 403)
    }
    for (name, value) in sent where name != "CustomerNumber" {
      try FortnoxInput.set(name, value, in: &fields, checksNumbers: checksOrganisationNumbers)
    }
  }

  private func customer(in request: SandboxRequest) throws -> [String: JSON] {
    let noEnvelope = FortnoxProblem(2_001_392, "Felaktigt eller tomt innehåll.")
    guard !request.body.isEmpty else { throw noEnvelope }
    guard let json = try? JSONReader.read(request.body) else {
      throw FortnoxProblem(2_002_115, "JSON kunde inte tolkas.")
    }
    guard let members = json["Customer"]?.members else { throw noEnvelope }
    return members
  }

  /// An edit as a person makes it in Fortnox.
  mutating func edit(_ number: String, _ fields: [String: JSON], now: Double) throws {
    var fields = fields
    if let same = fields.removeValue(forKey: "CustomerNumber"), same != .string(number) {
      throw SandboxError("\"CustomerNumber\" differs from the number in the path.")
    }
    try register.edit(number, fields, now: now)
  }

  /// A deletion as a person makes it in Fortnox.
  mutating func remove(_ number: String) throws {
    guard register.remove(number) else { throw SandboxError("There is no Fortnox customer \(number).") }
  }
}
