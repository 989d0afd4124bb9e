import CustomerModel
import GRDB

/// Writes filters and sort orders as SQL over a row of `customer`.
struct FilterSQL {
  private(set) var arguments: StatementArguments = []
  private let customKinds: [String: CustomFieldDefinition.Kind]
  private let hidesIdentity: Bool

  /// - Parameters:
  ///   - customFields: they decide how the values of custom fields are ordered.
  ///   - hidesIdentity: as of ``CustomerSearch/hidesIdentity``.
  init(customFields: [CustomFieldDefinition], hidesIdentity: Bool = false) {
    self.hidesIdentity = hidesIdentity
    customKinds = Dictionary(customFields.map { ($0.name, $0.kind) }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: Conditions

  /// What follows WHERE: everything that a search asks for apart from its words.
  mutating func filter(of search: CustomerSearch) -> String {
    var clauses: [String] = []
    switch search.activity {
    case .active: clauses.append("customer.active = 1")
    case .inactive: clauses.append("customer.active = 0")
    case .all: clauses.append("1")
    }
    if let user = search.assignedTo {
      let name = CustomerCard.set(of: [user])
      clauses.append(clause(CustomerFilter.Condition(FieldPath(.assigned), .equal, name)))
    }
    if let filter = search.filter { clauses.append(clause(filter)) }
    return clauses.joined(separator: " AND ")
  }

  private mutating func clause(_ filter: CustomerFilter) -> String {
    switch filter {
    case .condition(let condition): return clause(condition)
    case .all(let parts): return joined(parts, by: " AND ", none: "1")
    case .any(let parts): return joined(parts, by: " OR ", none: "0")
    case .not(let part): return "NOT \(clause(part))"
    }
  }

  private mutating func joined(_ parts: [CustomerFilter], by word: String, none: String) -> String {
    var clauses: [String] = []
    for part in parts { clauses.append(clause(part)) }
    return clauses.isEmpty ? none : "(" + clauses.joined(separator: word) + ")"
  }

  /// True or false, never NULL.
  private mutating func clause(_ condition: CustomerFilter.Condition) -> String {
    if condition.comparison == .notEqual {
      let equal = CustomerFilter.Condition(
        condition.path, ofAnyPerson: condition.isOfAnyPerson, member: condition.member, .equal, condition.value)
      return "NOT \(clause(equal))"
    }
    switch condition.path.field.storage {
    case .link(let table): return names(condition, table)
    case .column(let column) where condition.path.field.recordKind != nil:
      if let member = condition.member { return records(condition, column, member) }
      return records(condition, column)
    case .contactPerson(let column) where condition.isOfAnyPerson:
      let persons = "SELECT 1 FROM contact_person p WHERE p.customer = customer.id"
      if condition.value == nil { return "NOT EXISTS (\(persons) AND p.\(column) IS NOT NULL)" }
      return "EXISTS (\(persons) AND \(comparison(condition, "p.\(column)")))"
    case .runTime(let column):
      // Runs are few: those that fit are found once.
      return "customer.\(column) IN (SELECT id FROM run WHERE \(comparison(condition, "run.started_at")))"
    case .column where condition.value != nil && condition.comparison == .equal && condition.path.field.kind != .phone:
      // Written so that an index can be used.
      let column = Self.expression(condition.path)
      return "(\(column) = \(boundAsHeld(condition)) AND \(column) IS NOT NULL)"
    default: return comparison(condition, Self.expression(condition.path))
    }
  }

  private mutating func comparison(_ condition: CustomerFilter.Condition, _ expression: String) -> String {
    guard let value = condition.value else { return "(\(expression) IS NULL)" }
    let kind = condition.path.field.kind
    let expression = condition.comparison.isOrder ? shown(expression, condition.path) : expression
    switch condition.comparison {
    case .equal, .notEqual:
      if kind == .phone { return "ifnull(\(Self.dialled(expression)) = \(Self.dialled(bound(value))), 0)" }
      let beginning = kind == .timestamp ? "substr(\(expression), 1, \(value.count))" : expression
      return "ifnull(\(beginning) = \(boundAsHeld(condition)), 0)"
    case .contains where kind == .phone:
      let held = Self.dialled(shown(expression, condition.path))
      return "ifnull(instr(\(held), \(Self.dialled(bound(value)))) > 0, 0)"
    case .contains:
      return mentions(expression, value, condition.path)
    case .greater, .greaterOrEqual, .less, .lessOrEqual:
      let sign = condition.comparison.rawValue
      switch order(of: condition.path) {
      case .number: return "ifnull(CAST(\(expression) AS REAL) \(sign) CAST(\(bound(value)) AS REAL), 0)"
      case .bytes: return "ifnull(\(expression) \(sign) \(bound(value)), 0)"
      case .swedish: return "ifnull(swedish_key(\(expression)) \(sign) swedish_key(\(bound(value))), 0)"
      case .customerNumber:
        return "(number_value(\(expression)) \(sign) number_value(\(bound(value))))"
      }
    }
  }

  /// What is looked into: of a personal number, what the searching user sees.
  func shown(_ expression: String, _ path: FieldPath) -> String {
    isShownInPart(path) ? "as_shown(\(expression), \(path.field.index))" : expression
  }

  /// True for a field whose values may hold what the searching user sees masked.
  private func isShownInPart(_ path: FieldPath) -> Bool {
    switch path.field.kind {
    case .boolean, .percent, .timestamp, .choice, .language, .country, .postalCode: false
    default: hidesIdentity
    }
  }

  /// A telephone number as it is dialled in Sweden: the same however its digits are grouped.
  private static func dialled(_ number: String) -> String {
    [("(0)", ""), (" ", ""), ("-", ""), ("/", ""), ("+46", "0")].reduce(number) { text, change in
      "replace(\(text), '\(change.0)', '\(change.1)')"
    }
  }

  private mutating func names(_ condition: CustomerFilter.Condition, _ table: String) -> String {
    let links = "SELECT 1 FROM \(table) l WHERE l.customer = customer.id"
    if condition.comparison == .contains {
      return "EXISTS (\(links) AND \(mentions("l.name", condition.value ?? "", condition.path)))"
    }
    let names = CustomerCard.names(inSet: condition.value ?? "")
    guard !names.isEmpty else { return "NOT EXISTS (\(links))" }
    var clauses: [String] = []
    for name in names { clauses.append("EXISTS (\(links) AND l.name = \(bound(name)))") }
    return "(" + clauses.joined(separator: " AND ") + ")"
  }

  /// A value of any member of any record counts.
  private mutating func records(_ condition: CustomerFilter.Condition, _ column: String) -> String {
    guard let value = condition.value else { return "(\(column) IS NULL)" }
    let atoms = "SELECT 1 FROM json_tree(customer.\(column)) j WHERE j.atom IS NOT NULL"
    if condition.comparison == .contains {
      return "EXISTS (\(atoms) AND \(mentions("j.atom", value, condition.path)))"
    }
    return "EXISTS (\(atoms) AND CAST(j.atom AS TEXT) = \(bound(value)))"
  }

  /// True when a text of that field holds the value, as people read both.
  mutating func mentions(_ expression: String, _ value: String, _ path: FieldPath) -> String {
    let word = bound(String(decoding: FoldedText.bytes(value), as: UTF8.self))
    return "mentions(\(expression), \(word)\(isShownInPart(path) ? ", \(path.field.index)" : ""))"
  }

  private mutating func boundAsHeld(_ condition: CustomerFilter.Condition) -> String {
    if condition.path.field.kind == .boolean { return condition.value == "1" ? "1" : "0" }
    return bound(condition.value)
  }

  /// A place for a value.
  mutating func bound(_ value: some DatabaseValueConvertible) -> String {
    arguments += [value]
    return "?"
  }

  // MARK: Order

  private enum ValueOrder {
    case number, bytes, swedish, customerNumber
  }

  private func order(of path: FieldPath) -> ValueOrder {
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

  /// What follows FROM: the times of runs that customers are put in order by stand beside them.
  static func tables(for sort: [CustomerSearch.Order]) -> String {
    var columns: Set<String> = []
    for order in sort { if case .runTime(let column) = order.path.field.storage { columns.insert(column) } }
    return columns.sorted().reduce("customer") { $0 + " LEFT JOIN run \($1) ON \($1).id = customer.\($1)" }
  }

  /// What follows ORDER BY, with ``tables(for:)``.
  func order(by sort: [CustomerSearch.Order]) -> String {
    var terms: [String] = []
    for order in sort {
      let direction = order.isDescending ? "DESC" : "ASC"
      let value =
        order.path.field.isSensitive ? shown(Self.expression(order.path), order.path) : Self.expression(order.path)
      switch self.order(of: order.path) {
      case .customerNumber: terms.append(CustomerSearch.numberOrder(direction, of: "customer.number"))
      case .number: terms.append("CAST(\(value) AS REAL) \(direction) NULLS LAST")
      case .bytes: terms.append("\(value) \(direction) NULLS LAST")
      case .swedish: terms.append("swedish_key(\(value)) \(direction) NULLS LAST")
      }
    }
    if !sort.contains(where: { $0.path.field == .number }) {
      terms.append(CustomerSearch.numberOrder("ASC", of: "customer.number"))
    }
    return terms.joined(separator: ", ")
  }

  /// The one value that a customer has for the field, as an expression; when something happened with ``tables(for:)``.
  private static func expression(_ path: FieldPath) -> String {
    switch path.field.storage {
    case .column(let column): return "customer.\(column)"
    case .runTime(let column): return "\(column).started_at"
    case .contactPerson(let column):
      return """
        (SELECT p.\(column) FROM contact_person p WHERE p.customer = customer.id AND p.position = \(path.position))
        """
    case .customValue:
      // A name is quoted as SQL quotes a text, so that the expression can stand more than once.
      let name = path.customName.replacing("'", with: "''")
      return "(SELECT v.value FROM custom_value v WHERE v.customer = customer.id AND v.field = '\(name)')"
    case .link(let table): return "(SELECT count(*) FROM \(table) l WHERE l.customer = customer.id)"
    }
  }
}
