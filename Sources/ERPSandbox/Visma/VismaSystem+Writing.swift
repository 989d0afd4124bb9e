extension VismaSystem {
  mutating func create(_ request: SandboxRequest, now: Double) throws -> SandboxReply {
    var fields = try VismaInput.fields(of: request.body, in: register).filter { has($0.key) }
    if fields["CustomerNumber"] == nil { fields["CustomerNumber"] = .string(register.nextNumber) }
    let customer = VismaRegister.Customer(fields: fields, changed: now)
    guard register.id(of: customer.number) == nil else { throw conflict(customer.number) }
    let id = register.makeID()
    register.customers[id] = customer
    return SandboxReply(201, entity(id, customer))
  }

  /// Replaces everything that a client may set: what it leaves out is cleared.
  mutating func replace(
    _ request: SandboxRequest, _ id: String, _ old: VismaRegister.Customer, now: Double
  ) throws -> SandboxReply {
    guard !register.lockedCustomers.contains(old.number) else {
      throw VismaProblem(register.lockedStatus, 4002, "CanNotBeCreatedOrUpdated - The customer can not be updated.")
    }
    var fields = try VismaInput.fields(of: request.body, in: register).filter { has($0.key) }
    for field in VismaField.all where field.kind == .computed { fields[field.name] = old.fields[field.name] }
    if fields["CustomerNumber"] == nil { fields["CustomerNumber"] = .string(old.number) }
    let customer = VismaRegister.Customer(fields: fields, changed: now)
    if let holder = register.id(of: customer.number), holder != id { throw conflict(customer.number) }
    register.customers[id] = customer
    return SandboxReply(200, entity(id, customer))
  }

  private func conflict(_ number: String) -> VismaProblem {
    VismaProblem(409, 4000, "Conflict - A customer with the number \(number) already exists.")
  }

  /// An edit as a person makes it in Visma.
  mutating func edit(_ number: String, _ fields: [String: JSON], now: Double) throws {
    if let other = fields["CustomerNumber"]?.text, other != number, register.id(of: other) != nil {
      throw SandboxError("Another Visma customer has the number \(other).")
    }
    try register.edit(number, fields, now: now)
  }

  /// A deletion as a person makes it in Visma.
  mutating func remove(_ number: String) throws {
    guard let id = register.id(of: number) else { throw SandboxError("There is no Visma customer \(number).") }
    register.customers[id] = nil
  }
}
