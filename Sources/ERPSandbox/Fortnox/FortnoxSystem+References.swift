/// Customers' further references: names of persons, in one list for all customers.
extension FortnoxSystem {
  mutating func references(_ request: SandboxRequest, id: String?) throws -> SandboxReply {
    guard mayUseReferences else {
      throw FortnoxProblem(2_003_275, "Behörighet saknas för kundreferenser.", status: 403)
    }
    switch (request.method, id) {
    case ("GET", nil): return FortnoxReplies.json(200, rows(try page(request)))
    case ("POST", nil):
      let (number, name) = try reference(in: request)
      return FortnoxReplies.json(201, rows([register.addReference(name, to: number)]))
    case ("GET", let id?): return FortnoxReplies.json(200, rows([try row(id)]))
    case ("PUT", let id?):
      var row = try row(id)
      row.name = try reference(in: request, of: row.customer).name
      register.references[row.id] = row
      return FortnoxReplies.json(200, rows([row]))
    case ("DELETE", let id?):
      register.references[try row(id).id] = nil
      return SandboxReply(204)
    default: return SandboxReply(405, text: "Method not allowed.")
    }
  }

  private func row(_ id: String) throws -> FortnoxRegister.Reference {
    guard let row = Int(id).flatMap({ register.references[$0] }) else {
      throw FortnoxProblem(2_000_433, "Kan inte hitta kundreferensen.", status: 404)
    }
    return row
  }

  /// Pages without a number of pages, or all of them: client libraries know none.
  private func page(_ request: SandboxRequest) throws -> [FortnoxRegister.Reference] {
    var (page, limit) = (1, pagesReferences ? 100 : Int.max)
    var customer: String?
    for (name, value) in request.parameters {
      switch name {
      case "page": page = Int(value) ?? 1
      case "limit": limit = min(500, Int(value) ?? 100)
      case "customer": customer = value
      default: throw FortnoxProblem.notValid(name)
      }
    }
    let found = register.references.values.filter { customer == nil || $0.customer == customer }.sorted {
      $0.id < $1.id
    }
    return Array(found.dropFirst(page == 1 ? 0 : (page - 1) * limit).prefix(limit))
  }

  private func reference(in request: SandboxRequest, of customer: String? = nil) throws -> (
    number: String, name: String
  ) {
    guard let row = try? JSONReader.read(request.body)["CustomerReferenceRow"], row.members != nil else {
      throw FortnoxProblem(2_001_392, "Felaktigt eller tomt innehåll.")
    }
    guard let number = customer ?? row["CustomerNumber"]?.text, register.customers[number] != nil else {
      throw FortnoxProblem(2_000_204, "Kan inte hitta kunden.")
    }
    guard let name = row["Reference"]?.text, !name.isEmpty, name.unicodeScalars.count <= 50 else {
      throw FortnoxProblem.notValid("Reference")
    }
    guard FortnoxTextRules.allow(name) else {
      throw FortnoxProblem(2_000_359, "Otillåtna tecken i värdet (Reference): \(name)")
    }
    return (number, name)
  }

  private func rows(_ rows: [FortnoxRegister.Reference]) -> JSON {
    ["CustomerReference": ["CustomerReferenceRows": .array(rows.map(\.json))]]
  }
}

extension FortnoxRegister {
  /// A further reference of a customer.
  struct Reference: Sendable {
    let id: Int
    let customer: String
    var name: String

    var json: JSON {
      .object(["Id": JSON(id), "CustomerNumber": .string(customer), "Reference": .string(name)])
    }
  }

  mutating func addReference(_ name: String, to customer: String) -> Reference {
    nextReference += 1
    let row = Reference(id: nextReference, customer: customer, name: name)
    references[row.id] = row
    return row
  }

  /// The names that a customer has after a person's edit.
  mutating func setReferences(_ names: [String], of customer: String) {
    for row in references.values where row.customer == customer && !names.contains(row.name) {
      references[row.id] = nil
    }
    let present = Set(references.values.filter { $0.customer == customer }.map(\.name))
    for name in names where !present.contains(name) { _ = addReference(name, to: customer) }
  }
}
