/// A Fortnox company's customers and the lists they refer to.
struct FortnoxRegister: Sendable {
  struct Customer: Sendable {
    /// Fields that have a value, by name.
    var fields: [String: JSON]
    /// Seconds since 1970-01-01 00:00 UTC; Fortnox never shows it.
    var modified: Double
  }

  var customers: [String: Customer] = [:]
  /// Numbers of deleted customers: never given out again.
  var deleted: Set<String>
  /// Further references, by their ids.
  var references: [Int: Reference] = [:]
  var nextReference = 0
  private var next: Int
  /// What happened to customers since it was last taken to be told.
  private var told: [(kind: FortnoxTopic.Kind, number: String)] = []
  /// See ``FortnoxSeed/staleVATNumbers``.
  let staleVATNumbers: Set<String>
  /// See ``FortnoxSeed/refusedVATTypes``.
  let refusedVATTypes: Set<String>
  private let lists: [(FortnoxReference, Set<String>)]

  /// Throws `SandboxError` when a customer has no number or a key that Fortnox has not.
  init(_ seed: FortnoxSeed, now: Double) throws {
    deleted = Set(seed.deletedNumbers)
    staleVATNumbers = seed.staleVATNumbers
    refusedVATTypes = seed.refusedVATTypes
    next = 1
    lists = [
      (.costCenter, Set(seed.costCenters)), (.project, Set(seed.projects)), (.priceList, Set(seed.priceLists)),
      (.termsOfPayment, Set(seed.termsOfPayment)), (.termsOfDelivery, Set(seed.termsOfDelivery)),
      (.wayOfDelivery, Set(seed.waysOfDelivery)),
    ]
    for fields in seed.customers {
      guard let number = fields["CustomerNumber"]?.text, !number.isEmpty else {
        throw SandboxError("A Fortnox customer of the seed has no \"CustomerNumber\".")
      }
      guard customers[number] == nil else {
        throw SandboxError("The seed has the Fortnox customer \(number) twice.")
      }
      var others = fields
      others["CustomerNumber"] = nil
      // They were there a day before the sandbox was started.
      try edit(number, others, now: now - 86_400)
    }
    next = (customers.keys.compactMap(Int.init).max() ?? 0) + 1
    for row in seed.references {
      guard let number = row["CustomerNumber"]?.text, let name = row["Reference"]?.text, customers[number] != nil else {
        throw SandboxError(
          "Each of the seed's references needs the \"CustomerNumber\" of a customer and a \"Reference\".")
      }
      _ = addReference(name, to: number)
    }
    told = []
  }

  /// Notes that something happened to a customer.
  mutating func tell(_ kind: FortnoxTopic.Kind, of number: String) { told.append((kind, number)) }

  /// What happened to customers since this was last asked.
  mutating func takeTold() -> [(kind: FortnoxTopic.Kind, number: String)] {
    defer { told = [] }
    return told
  }

  /// Deletes a customer with all its references; false when there is none.
  mutating func remove(_ number: String) -> Bool {
    guard customers.removeValue(forKey: number) != nil else { return false }
    deleted.insert(number)
    setReferences([], of: number)
    tell(.deleted, of: number)
    return true
  }

  func has(_ code: String, in reference: FortnoxReference) -> Bool {
    lists.first { $0.0 == reference }?.1.contains(code) ?? false
  }

  func isTaken(_ number: String) -> Bool { customers[number] != nil || deleted.contains(number) }

  /// The next number of the company's series that is free.
  mutating func takeNext() -> String {
    while isTaken(String(next)) { next += 1 }
    defer { next += 1 }
    return String(next)
  }

  /// Merges fields as a person would enter them: nothing is validated, null clears, an unknown number is a new customer.
  mutating func edit(_ number: String, _ fields: [String: JSON], now: Double) throws {
    var customer = customers[number] ?? Customer(fields: [:], modified: now)
    for (name, value) in fields {
      guard let field = FortnoxField.byName[name], field.kind != .computed else {
        throw SandboxError("A Fortnox customer has no \"\(name)\" that can be set.")
      }
      customer.fields[name] = value == .null || value == "" ? nil : value
    }
    customer.modified = now
    tell(customers[number] == nil ? .created : .updated, of: number)
    customers[number] = customer
    deleted.remove(number)
  }

  /// All-digit numbers first, by value, then the others by their characters.
  static func precedes(_ left: String, _ right: String) -> Bool {
    switch (Int(left), Int(right)) {
    case (let left?, let right?) where left != right: left < right
    case (.some, nil): true
    case (nil, .some): false
    default: left < right
    }
  }
}
