package import CustomerModel
import GRDB

extension RegisterReader {
  /// The card of a customer, or nil when there is none with that id.
  package func card(ofCustomer id: Int64) throws -> CustomerCard? {
    guard let row = try Row.fetchOne(db, cached: Self.ownColumnsQuery, [id]) else { return nil }
    var card = CustomerCard()
    for (index, field) in Self.ownFields.enumerated() { card[field] = text(row[index] as DatabaseValue) }
    for (field, query) in Self.linkQueries {
      let names = try String.fetchAll(db, cached: query, [id])
      if !names.isEmpty { card[field] = CustomerCard.set(of: names) }
    }
    for value in try Row.fetchAll(db, cached: "SELECT field, value FROM custom_value WHERE customer = ?", [id]) {
      card[FieldPath(custom: value[0])] = value[1]
    }
    for (position, person) in try Row.fetchAll(db, cached: Self.personsQuery, [id]).enumerated() {
      for (index, field) in Self.personFields.enumerated() {
        card[FieldPath(field, position: position)] = text(person[index] as DatabaseValue)
      }
    }
    return card
  }

  // Columns are read by their place: GRDB finds a name by comparing it with all others in lower case.

  /// The fields that one row of the query below holds, in its order.
  private static let ownFields = Field.all.filter { field in
    switch field.storage {
    case .column, .runTime: true
    case .link, .customValue, .contactPerson: false
    }
  }

  private static let ownColumnsQuery: String = {
    let columns = ownFields.map { field in
      switch field.storage {
      case .runTime(let column): "(SELECT started_at FROM run WHERE run.id = \(column))"
      default: field.column!
      }
    }
    return "SELECT \(columns.joined(separator: ", ")) FROM customer WHERE id = ?"
  }()

  private static let linkQueries: [(Field, String)] = Field.all.compactMap { field in
    guard case .link(let table) = field.storage else { return nil }
    return (field, "SELECT name FROM \(table) WHERE customer = ?")
  }

  private static let personFields = Field.all.filter(\.isRepeated)

  private static let personsQuery: String = {
    let columns = personFields.compactMap { field in
      if case .contactPerson(let column) = field.storage { column } else { nil }
    }
    return "SELECT \(columns.joined(separator: ", ")) FROM contact_person WHERE customer = ? ORDER BY position"
  }()

  /// The card of a customer by number, or nil when there is none.
  package func card(ofNumber number: String) throws -> CustomerCard? {
    try key(ofNumber: number).flatMap { try card(ofCustomer: $0.id) }
  }

  /// How many contact persons the customer with the most has.
  package func highestContactPersonCount() throws -> Int {
    try Int.fetchOne(db, sql: "SELECT ifnull(max(position) + 1, 0) FROM contact_person")!
  }

  private func text(_ value: DatabaseValue) -> String? {
    switch value.storage {
    case .string(let text): text
    case .int64(let number): String(number)
    case .null, .blob, .double: nil
    }
  }
}

extension Row {
  /// The first row of a statement that is kept prepared.
  static func fetchOne(_ db: Database, cached sql: String, _ arguments: StatementArguments) throws -> Row? {
    try fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
  }
  /// All rows of a statement that is kept prepared.
  static func fetchAll(_ db: Database, cached sql: String, _ arguments: StatementArguments) throws -> [Row] {
    try fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
  }
}

extension String {
  /// The first column of all rows of a statement that is kept prepared.
  static func fetchAll(_ db: Database, cached sql: String, _ arguments: StatementArguments) throws -> [String] {
    try fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
  }
}
