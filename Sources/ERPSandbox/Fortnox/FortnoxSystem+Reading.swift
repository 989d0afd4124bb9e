extension FortnoxSystem {
  /// The full customer: every key, with `""` or null where there is no value.
  ///
  /// - Parameter created: the answer to a creation shows the sales account as a number, all others as text.
  func entity(
    _ number: String, _ customer: FortnoxRegister.Customer, origin: String, created: Bool = false
  ) -> JSON {
    var members: [String: JSON] = ["@url": .string(url(number, origin: origin)), "CustomerNumber": .string(number)]
    for field in FortnoxField.all where members[field.name] == nil {
      members[field.name] = customer.fields[field.name] ?? field.empty
    }
    for name in ["Country", "DeliveryCountry", "VisitingCountry"] {
      let code = customer.fields[name + "Code"]?.text
      members[name] = code.flatMap { FortnoxChecks.countries[$0] }.map(JSON.string) ?? .null
    }
    for name in fieldsWithoutRight { members[name] = .string(FortnoxInput.noRight) }
    if created, let account = members["SalesAccount"]?.text { members["SalesAccount"] = .number(account) }
    return .object(encodesEntities ? members.mapValues(Self.encoded) : members)
  }

  /// A text as HTML writes it.
  private static func encoded(_ value: JSON) -> JSON {
    guard case .string(let text) = value else { return value }
    let entities: [Character: String] = ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;"]
    return .string(text.map { entities[$0] ?? String($0) }.joined())
  }

  private func url(_ number: String, origin: String) -> String {
    "\(origin)/fortnox/3/customers/\(QueryString.encode(number))"
  }

  /// Search parameters and the fields they look in.
  private static let searches = [
    "customernumber": "CustomerNumber", "name": "Name", "zipcode": "ZipCode", "city": "City", "email": "Email",
    "phone": "Phone1", "organisationnumber": "OrganisationNumber", "gln": "GLN", "glndelivery": "GLNDelivery",
  ]

  /// A page of the list, with the ten keys that Fortnox shows there.
  func list(_ request: SandboxRequest, share: ListShare) throws -> JSON {
    var page = 1
    var limit = 100
    var offset = 0
    var byName = false
    var descending = false
    var activity = unfiltered == .active ? true : nil
    var since: String?
    var searched: [(field: String, text: String)] = []
    for (name, value) in request.parameters {
      switch name {
      case "page": page = try whole(name, value, 1...1_000_000)
      case "limit": limit = try whole(name, value, 1...500)
      case "offset": offset = try whole(name, value, 0...1_000_000)
      case "sortby":
        guard ["customernumber", "name"].contains(value) else { throw FortnoxProblem.notValid(name) }
        byName = value == "name"
      case "sortorder":
        guard ["ascending", "descending"].contains(value) else { throw FortnoxProblem.notValid(name) }
        descending = value == "descending"
      case "filter":
        guard ["active", "inactive"].contains(value) else { throw FortnoxProblem(2_000_587, "Ogiltigt filter.") }
        activity = value == "active"
      case "lastmodified":
        guard let minute = TimeText.parseLocalMinute(value) else { throw FortnoxProblem.notValid(name) }
        since = minute
      default:
        guard let field = Self.searches[name] else { throw FortnoxProblem.unknownParameter }
        searched.append((field, value.lowercased()))
      }
    }
    let found = register.customers.filter { number, customer in
      // Compared as local clocks show it: in the hour that comes twice in autumn the order is lost, as with any local time.
      (since.map { TimeText.stockholmMinute(customer.modified) >= $0 } ?? true)
        && (activity.map { $0 == (customer.fields["Active"]?.flag ?? true) } ?? true)
        && searched.allSatisfy { text(of: $0.field, number, customer).lowercased().contains($0.text) }
    }
    let numbers = found.keys.sorted { left, right in
      let names = (text(of: "Name", left, found[left]), text(of: "Name", right, found[right]))
      let before = byName && names.0 != names.1 ? names.0 < names.1 : FortnoxRegister.precedes(left, right)
      return before != descending
    }
    let shown = share.of(numbers)
    let start = min(shown.count, (page - 1) * limit + offset)
    let items = shown.dropFirst(start).prefix(limit).map { item($0, found[$0], origin: request.origin) }
    return [
      "MetaInformation": .object([
        "@TotalResources": JSON(shown.count), "@TotalPages": JSON((shown.count + limit - 1) / limit),
        "@CurrentPage": JSON(page),
      ]),
      "Customers": .array(items),
    ]
  }

  private func item(_ number: String, _ customer: FortnoxRegister.Customer?, origin: String) -> JSON {
    var members: [String: JSON] = ["@url": .string(url(number, origin: origin))]
    for name in ["Address1", "Address2", "City", "CustomerNumber", "Email", "Name", "OrganisationNumber", "ZipCode"] {
      members[name] = .string(text(of: name, number, customer))
    }
    members["Phone"] = .string(text(of: "Phone1", number, customer))
    return .object(members)
  }

  private func text(of field: String, _ number: String, _ customer: FortnoxRegister.Customer?) -> String {
    field == "CustomerNumber" ? number : customer?.fields[field]?.text ?? ""
  }

  private func whole(_ name: String, _ value: String, _ range: ClosedRange<Int>) throws -> Int {
    guard let number = Int(value), range.contains(number) else { throw FortnoxProblem.notValid(name) }
    return number
  }

  /// The register as the control shows it: numbers, fields with values, and when each was changed.
  var state: JSON {
    let customers = register.customers.keys.sorted(by: FortnoxRegister.precedes).map { number -> JSON in
      var fields = register.customers[number]?.fields ?? [:]
      fields["CustomerNumber"] = .string(number)
      fields["_modified"] = .string(TimeText.utc(register.customers[number]?.modified ?? 0))
      return .object(fields)
    }
    return [
      "customers": .array(customers), "deletedNumbers": .array(register.deleted.sorted().map(JSON.string)),
      "references": .array(register.references.values.sorted { $0.id < $1.id }.map(\.json)),
    ]
  }
}
