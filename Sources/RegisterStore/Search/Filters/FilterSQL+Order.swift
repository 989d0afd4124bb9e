import CustomerModel

/// The order of a list.
extension FilterSQL {
  enum ValueOrder {
    case number, bytes, swedish, customerNumber
  }

  func order(of path: FieldPath) -> ValueOrder {
    switch path.field.kind {
    case .customerNumber: .customerNumber
    case .percent, .boolean: .number
    case .timestamp: .bytes
    case .custom:
      switch customKinds[path.customName] {
      case .number, .boolean: .number
      case .date: .bytes
      case .text, .choice, nil: .swedish
      }
    default: .swedish
    }
  }

  /// What follows FROM: what customers are put in order by, where other tables have it, stands beside them.
  mutating func tables(for sort: [CustomerSearch.Order]) -> String {
    var tables = "customer"
    for (place, order) in sort.enumerated() {
      switch order.path.field.storage {
      case .column, .link: break
      case .runTime(let column): tables += " LEFT JOIN run s\(place) ON s\(place).id = customer.\(column)"
      case .contactPerson:
        tables += " LEFT JOIN contact_person s\(place) ON s\(place).customer = customer.id"
        tables += " AND s\(place).position = \(order.path.position)"
      case .customValue:
        tables += " LEFT JOIN custom_value s\(place) ON s\(place).customer = customer.id"
        tables += " AND s\(place).field = \(bound(order.path.customName))"
      }
    }
    return tables
  }

  /// What follows ORDER BY, with ``tables(for:)``.
  func order(by sort: [CustomerSearch.Order]) -> String {
    var terms: [String] = []
    for (place, order) in sort.enumerated() {
      let direction = order.isDescending ? "DESC" : "ASC"
      let held =
        switch order.path.field.storage {
        case .column(let column): "customer.\(column)"
        case .runTime: "s\(place).started_at"
        case .contactPerson(let column): "s\(place).\(column)"
        case .customValue: "s\(place).value"
        // Sets have no order: see CustomerSearch.Order.isPossible.
        case .link: "NULL"
        }
      // Lists stand in the order of whole values, but for fields of identity numbers.
      let isMasked = order.path.field.isSensitive
      let value = isMasked ? shown(held, order.path) : held
      switch self.order(of: order.path) {
      case .customerNumber: terms.append(CustomerSearch.numberOrder(direction, of: "customer.number"))
      case .number: terms.append("CAST(\(value) AS REAL) \(direction) NULLS LAST")
      case .bytes: terms.append("\(value) \(direction) NULLS LAST")
      case .swedish:
        let key = isMasked ? swedishKey(held, order.path) : "swedish_key(\(held))"
        terms.append("\(key) \(direction) NULLS LAST")
      }
    }
    if !sort.contains(where: { $0.path.field == .number }) {
      terms.append(CustomerSearch.numberOrder("ASC", of: "customer.number"))
    }
    return terms.joined(separator: ", ")
  }
}
