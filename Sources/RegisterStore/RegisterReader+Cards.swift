package import CustomerModel
import GRDB

extension RegisterReader {
  /// The card of a customer, or nil when there is none with that id.
  package func card(ofCustomer id: Int64) throws -> CustomerCard? {
    guard
      let row = try Row.fetchOne(
        db,
        cached: """
          SELECT customer.*, a.started_at AS created_time, b.started_at AS updated_time
          FROM customer JOIN run a ON a.id = created_run JOIN run b ON b.id = updated_run WHERE customer.id = ?
          """, [id])
    else { return nil }
    var card = CustomerCard()
    for field in Field.all {
      switch field.storage {
      case .column(let column): card[field] = text(row[column] as DatabaseValue)
      case .runTime(let column): card[field] = row[column == "created_run" ? "created_time" : "updated_time"]
      case .link(let table):
        let names = try String.fetchAll(db, cached: "SELECT name FROM \(table) WHERE customer = ?", [id])
        card[field] = CustomerCard.set(of: names)
      case .customValue:
        for value in try Row.fetchAll(db, cached: "SELECT field, value FROM custom_value WHERE customer = ?", [id]) {
          card[FieldPath(custom: value["field"])] = value["value"]
        }
      case .contactPerson: break
      }
    }
    let persons = try Row.fetchAll(
      db, cached: "SELECT * FROM contact_person WHERE customer = ? ORDER BY position", [id])
    for (position, person) in persons.enumerated() {
      for field in Field.all {
        guard case .contactPerson(let column) = field.storage else { continue }
        card[FieldPath(field, position: position)] = text(person[column] as DatabaseValue)
      }
    }
    return card
  }

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
