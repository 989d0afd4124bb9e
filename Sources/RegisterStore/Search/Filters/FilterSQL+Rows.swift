import CustomerModel
import GRDB

/// Conditions on what stands of a customer in rows of other tables: the customers whose rows fit are found in one pass.
extension FilterSQL {
  /// A condition on a value of the contact person at a position, or of any.
  mutating func persons(_ condition: CustomerFilter.Condition, _ column: String) throws -> String {
    let isMissing = condition.value == nil
    let found = try persons(condition) {
      isMissing ? "r.\(column) IS NOT NULL" : $0.comparison(condition, "r.\(column)")
    }
    return isMissing ? "NOT \(found)" : found
  }

  /// Takes conditions on values that a contact person has out of alternatives: one pass over the persons answers all that
  /// are asked of the same.
  mutating func ofPersons(_ alternatives: [CustomerFilter]) throws -> (clauses: [String], others: [CustomerFilter]) {
    var asked: [(conditions: [CustomerFilter.Condition], columns: [String])] = []
    var others: [CustomerFilter] = []
    for alternative in alternatives {
      guard case .condition(let condition) = alternative, condition.value != nil, condition.comparison != .notEqual,
        case .contactPerson(let column) = condition.path.field.storage
      else {
        others.append(alternative)
        continue
      }
      if let same = asked.firstIndex(where: { $0.conditions[0].isOfSamePersons(as: condition) }) {
        asked[same].conditions.append(condition)
        asked[same].columns.append(column)
      } else {
        asked.append(([condition], [column]))
      }
    }
    var clauses: [String] = []
    for (conditions, columns) in asked {
      clauses.append(
        try persons(conditions[0]) { sql in
          var parts: [String] = []
          for (condition, column) in zip(conditions, columns) { parts.append(sql.comparison(condition, "r.\(column)")) }
          return "(" + parts.joined(separator: " OR ") + ")"
        })
    }
    return (clauses, others)
  }

  private mutating func persons(_ condition: CustomerFilter.Condition, _ fits: (inout Self) -> String) throws -> String
  {
    try customers(in: "contact_person") { sql in
      condition.isOfAnyPerson ? fits(&sql) : "r.position = \(condition.path.position) AND \(fits(&sql))"
    }
  }

  /// A condition on the value of a custom field.
  mutating func customValue(_ condition: CustomerFilter.Condition) throws -> String {
    let isMissing = condition.value == nil
    let found = try customers(in: "custom_value") { sql in
      let field = "r.field = \(sql.bound(condition.path.customName))"
      return isMissing ? field : "\(field) AND \(sql.comparison(condition, "r.value"))"
    }
    return isMissing ? "NOT \(found)" : found
  }

  /// A condition on the names of a set: tags, subgroups and the like.
  mutating func names(_ condition: CustomerFilter.Condition, _ table: String) throws -> String {
    if condition.comparison == .contains {
      return try customers(in: table) { $0.mentions("r.name", condition.value ?? "", condition.path) }
    }
    let names = CustomerCard.names(inSet: condition.value ?? "")
    guard !names.isEmpty else { return "NOT \(try customers(in: table) { _ in "1" })" }
    var clauses: [String] = []
    for name in names { clauses.append(try customers(in: table) { "r.name = \($0.bound(name))" }) }
    return "(" + clauses.joined(separator: " AND ") + ")"
  }

  /// The customers with a row that fits. They are found at once: SQLite would keep many of them in a tree, and look for each
  /// customer in it.
  ///
  /// - Parameter fits: a condition on the row `r`.
  private mutating func customers(in table: String, where fits: (inout Self) -> String) throws -> String {
    var rows = self
    rows.arguments = []
    let condition = "\(rows.isInScope("r.customer")) AND \(fits(&rows))"
    let statement = try SQLiteStatement(
      db, "SELECT r.customer FROM \(table) r WHERE \(condition)", arguments: rows.arguments)
    defer { statement.reset() }
    var set = CustomerSet()
    var few: [Int64] = []
    while try statement.step() {
      let customer = statement.integer(0)
      if set.insert(customer), few.count <= Self.mostNamed { few.append(customer) }
    }
    return "(\(few.count <= Self.mostNamed ? isAmong(few, "customer.id") : isAmong(set, "customer.id")))"
  }

  /// How many customers are looked up one by one, rather than all of them asked.
  private static var mostNamed: Int { 20_000 }
}

extension CustomerFilter.Condition {
  fileprivate func isOfSamePersons(as other: Self) -> Bool {
    isOfAnyPerson == other.isOfAnyPerson && (isOfAnyPerson || path.position == other.path.position)
  }
}
