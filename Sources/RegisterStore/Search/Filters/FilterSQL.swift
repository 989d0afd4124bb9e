import CustomerModel
import Foundation
import GRDB

/// Writes filters and sort orders as SQL over a row of `customer`. What is looked for in other tables is found while it
/// writes.
struct FilterSQL {
  var arguments: StatementArguments = []
  let db: Database
  let customKinds: [String: CustomFieldDefinition.Kind]
  private let hidesIdentity: Bool
  private let scope: Scope

  /// The customers that are looked at. What stands of them in other tables is looked for among their rows only.
  enum Scope: Sendable {
    case ids(Range<Int64>)
    case these([Int64])
    case set(CustomerSet, Range<Int64>)

    static let all = Scope.ids(0..<Int64.max)
  }

  /// - Parameters:
  ///   - customFields: they decide how the values of custom fields are ordered.
  ///   - hidesIdentity: as of ``CustomerSearch/hidesIdentity``.
  init(_ db: Database, customFields: [CustomFieldDefinition], hidesIdentity: Bool, among scope: Scope) {
    self.db = db
    self.hidesIdentity = hidesIdentity
    self.scope = scope
    customKinds = Dictionary(customFields.map { ($0.name, $0.kind) }, uniquingKeysWith: { first, _ in first })
  }

  /// What follows WHERE: everything that a search asks for apart from its words.
  mutating func filter(of search: CustomerSearch) throws -> String {
    var clauses = [isInScope("customer.id")]
    switch search.activity {
    case .active: clauses.append("customer.active = 1")
    case .inactive: clauses.append("customer.active = 0")
    case .all: break
    }
    if let user = search.assignedTo {
      let name = CustomerCard.set(of: [user])
      clauses.append(try clause(CustomerFilter.Condition(FieldPath(.assigned), .equal, name)))
    }
    if let filter = search.filter { clauses.append(try clause(filter)) }
    return clauses.joined(separator: " AND ")
  }

  /// - Parameter customer: the column with the customer's id.
  mutating func isInScope(_ customer: String) -> String {
    let lies = { (ids: Range<Int64>) in "\(customer) >= \(ids.lowerBound) AND \(customer) < \(ids.upperBound)" }
    switch scope {
    case .ids(0..<Int64.max): return "1"
    case .ids(let ids): return lies(ids)
    case .these(let ids): return isAmong(ids, customer)
    case .set(let set, let ids): return "\(lies(ids)) AND \(isAmong(set, customer))"
    }
  }

  mutating func isAmong(_ ids: [Int64], _ customer: String) -> String {
    "\(customer) IN (SELECT value FROM json_each(\(bound("[\(ids.map(String.init).joined(separator: ","))]"))))"
  }

  mutating func isAmong(_ set: CustomerSet, _ customer: String) -> String {
    "is_among(\(customer), \(bound(Data(set.bits))))"
  }

  private mutating func clause(_ filter: CustomerFilter) throws -> String {
    switch filter {
    case .condition(let condition): return try clause(condition)
    case .all(let parts):
      var clauses: [String] = []
      for part in parts { clauses.append(try clause(part)) }
      return clauses.isEmpty ? "1" : "(" + clauses.joined(separator: " AND ") + ")"
    case .any(let parts):
      var (clauses, others) = try ofPersons(parts)
      for part in others { clauses.append(try clause(part)) }
      return clauses.isEmpty ? "0" : "(" + clauses.joined(separator: " OR ") + ")"
    case .not(let part): return "NOT \(try clause(part))"
    }
  }

  /// True or false, never NULL.
  private mutating func clause(_ condition: CustomerFilter.Condition) throws -> String {
    if condition.comparison == .notEqual {
      let equal = CustomerFilter.Condition(
        condition.path, ofAnyPerson: condition.isOfAnyPerson, member: condition.member, .equal, condition.value)
      return "NOT \(try clause(equal))"
    }
    switch condition.path.field.storage {
    case .link(let table): return try names(condition, table)
    case .column(let column) where condition.path.field.recordKind != nil:
      return records(condition, column)
    case .contactPerson(let column): return try persons(condition, column)
    case .customValue: return try customValue(condition)
    case .runTime(let column):
      // Runs are few: those that fit are found once.
      return "customer.\(column) IN (SELECT id FROM run WHERE \(comparison(condition, "run.started_at")))"
    case .column(let column)
    where condition.value != nil && condition.comparison == .equal && condition.path.field.kind != .phone:
      // Written so that an index can be used.
      let column = "customer.\(column)"
      return "(\(column) = \(boundAsHeld(condition)) AND \(column) IS NOT NULL)"
    case .column(let column): return comparison(condition, "customer.\(column)")
    }
  }

  /// - Parameter expression: the field's value, NULL for none.
  mutating func comparison(_ condition: CustomerFilter.Condition, _ expression: String) -> String {
    guard let value = condition.value else { return "(\(expression) IS NULL)" }
    let kind = condition.path.field.kind
    switch condition.comparison {
    case .equal, .notEqual:
      if kind == .phone { return "ifnull(dialled(\(expression)) = \(bound(DialledNumber.of(value))), 0)" }
      return "ifnull(\(expression) = \(boundAsHeld(condition)), 0)"
    case .contains where kind == .phone:
      return "dials(\(expression), \(bound(DialledNumber.of(value))), \(shownField(condition.path)))"
    case .contains:
      return mentions(expression, value, condition.path)
    case .greater, .greaterOrEqual, .less, .lessOrEqual:
      let sign = condition.comparison.rawValue
      let shown = shown(expression, condition.path)
      switch order(of: condition.path) {
      case .number: return "ifnull(CAST(\(shown) AS REAL) \(sign) CAST(\(bound(value)) AS REAL), 0)"
      case .bytes: return "ifnull(\(shown) \(sign) \(bound(value)), 0)"
      case .swedish:
        let key = Array(value.utf8).withUnsafeBytes(SwedishSortKey.bytes)
        return "ifnull(\(swedishKey(expression, condition.path)) \(sign) \(bound(Data(key))), 0)"
      case .customerNumber:
        let field = shownField(condition.path)
        return "(number_value(\(expression), \(field)) \(sign) number_value(\(bound(value)), -1))"
      }
    }
  }

  /// What is put in order: of a personal number, what the searching user sees.
  func shown(_ expression: String, _ path: FieldPath) -> String {
    let field = shownField(path)
    return field < 0 ? expression : "as_shown(\(expression), \(field))"
  }

  /// What Swedish order is by: see ``shown(_:_:)``.
  func swedishKey(_ expression: String, _ path: FieldPath) -> String {
    "swedish_key(\(expression), \(shownField(path)))"
  }

  /// The index of a field whose values may hold what the searching user sees masked; -1 for every other.
  func shownField(_ path: FieldPath) -> Int {
    switch path.field.kind {
    case .boolean, .percent, .timestamp, .choice, .language, .country, .postalCode: -1
    default: hidesIdentity ? path.field.index : -1
    }
  }

  /// True when a text of that field holds the value, as people read both.
  mutating func mentions(_ expression: String, _ value: String, _ path: FieldPath) -> String {
    let word = bound(String(decoding: FoldedText.bytes(value), as: UTF8.self))
    return "mentions(\(expression), \(word), \(shownField(path)))"
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
}
