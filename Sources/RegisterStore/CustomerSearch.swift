package import CustomerModel
import Foundation
import GRDB

/// Which customers a list shows, and in which order.
package struct CustomerSearch: Sendable {
  package enum Activity: Sendable {
    case active, inactive, all
  }
  package struct Condition: Sendable, Equatable {
    package let path: FieldPath
    /// The canonical value; nil asks for customers without one.
    package let value: String?
    package init(path: FieldPath, value: String?) {
      self.path = path
      self.value = value
    }
  }

  /// Part of the name, number, contact person or e-mail, without regard to case or to å, ä, ö and other accents.
  package var text: String?
  package var conditions: [Condition] = []
  package var activity: Activity = .active
  package var sort: Field?
  package var isDescending = false
  package var limit: Int?

  package init() {}

  /// The SQL function that compares as people read: without case and accents.
  static let folded = DatabaseFunction("folded", argumentCount: 1, pure: true) { values in
    String.fromDatabaseValue(values[0]).map(Self.fold)
  }

  private static func fold(_ text: String) -> String {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }

  fileprivate func query() -> (sql: String, arguments: StatementArguments) {
    var clauses: [String] = []
    var arguments: StatementArguments = []
    switch activity {
    case .active: clauses.append("active = 1")
    case .inactive: clauses.append("active = 0")
    case .all: break
    }
    if let text, !text.isEmpty {
      let pattern = "%" + Self.fold(text).replacing(/[%_\\]/) { "\\" + $0.output } + "%"
      clauses.append(
        """
        (folded(name) LIKE ? ESCAPE '\\' OR folded(number) LIKE ? ESCAPE '\\' OR folded(email) LIKE ? ESCAPE '\\'
         OR EXISTS (SELECT 1 FROM contact_person p WHERE p.customer = customer.id
                    AND (folded(p.name) LIKE ? ESCAPE '\\' OR folded(p.email) LIKE ? ESCAPE '\\')))
        """)
      arguments += [pattern, pattern, pattern, pattern, pattern]
    }
    for condition in conditions { clauses.append(Self.clause(condition, &arguments)) }
    let filter = clauses.isEmpty ? "" : " WHERE " + clauses.joined(separator: " AND ")
    let direction = isDescending ? "DESC" : "ASC"
    let order: String
    switch (sort ?? .number).storage {
    case .column("number"): order = Self.numberOrder(direction)
    case .column(let column):
      let key =
        switch (sort ?? .number).kind {
        case .boolean: column
        case .percent: "CAST(\(column) AS REAL)"
        default: "folded(\(column))"
        }
      order = "\(key) \(direction), \(Self.numberOrder("ASC"))"
    case .runTime(let column): order = "\(column) \(direction), \(Self.numberOrder("ASC"))"
    default: order = Self.numberOrder(direction)
    }
    return ("SELECT id FROM customer\(filter) ORDER BY \(order) LIMIT \(limit ?? -1)", arguments)
  }

  /// Numbers of digits in numeric order, as people count, however long they are; others after them.
  static func numberOrder(_ direction: String) -> String {
    let digits = "ltrim(number, '0')"
    return """
      number GLOB '*[^0-9]*' \(direction), length(\(digits)) * (number NOT GLOB '*[^0-9]*') \(direction),
      \(digits) \(direction), number \(direction)
      """
  }

  private static func clause(_ condition: Condition, _ arguments: inout StatementArguments) -> String {
    let path = condition.path
    func compare(_ expression: String) -> String {
      guard let value = condition.value else { return "\(expression) IS NULL" }
      arguments += [path.field.kind == .boolean ? (value == "1" ? "1" : "0") : value]
      return path.field.kind == .boolean ? "\(expression) = CAST(? AS INTEGER)" : "\(expression) = ?"
    }
    switch path.field.storage {
    case .column(let column): return compare(column)
    case .runTime(let column): return compare("(SELECT started_at FROM run WHERE run.id = \(column))")
    case .contactPerson(let column):
      return compare(
        "(SELECT p.\(column) FROM contact_person p WHERE p.customer = customer.id AND p.position = \(path.position))")
    case .customValue:
      arguments += [path.customName]
      return compare("(SELECT v.value FROM custom_value v WHERE v.customer = customer.id AND v.field = ?)")
    case .link(let table):
      let names = CustomerCard.names(inSet: condition.value ?? "")
      guard !names.isEmpty else {
        return "NOT EXISTS (SELECT 1 FROM \(table) l WHERE l.customer = customer.id)"
      }
      for name in names { arguments += [name] }
      return names.map { _ in
        "EXISTS (SELECT 1 FROM \(table) l WHERE l.customer = customer.id AND l.name = ?)"
      }.joined(separator: " AND ")
    }
  }
}

extension RegisterReader {
  /// The ids of the customers that a search finds, in its order.
  package func customers(_ search: CustomerSearch) throws -> [Int64] {
    let (sql, arguments) = search.query()
    return try Int64.fetchAll(db, sql: sql, arguments: arguments)
  }

  /// The active customers that a test does not know, by number.
  package func activeCustomers(where isIncluded: (Int64) -> Bool) throws -> [Key] {
    var found: [Key] = []
    let rows = try Row.fetchCursor(db, sql: "SELECT id, revision, number FROM customer WHERE active = 1")
    while let row = try rows.next() {
      if isIncluded(row["id"]) { found.append(Key(row)) }
    }
    return found
  }
}
