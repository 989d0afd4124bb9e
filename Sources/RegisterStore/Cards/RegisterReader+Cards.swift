package import CustomerModel
import GRDB

extension RegisterReader {
  /// The card of a customer, or nil when there is none with that id.
  package func card(ofCustomer id: Int64) throws -> CustomerCard? { try cardReading().card(ofCustomer: id) }

  /// The card of a customer by number, or nil when there is none.
  package func card(ofNumber number: String) throws -> CustomerCard? {
    try key(ofNumber: number).flatMap { try card(ofCustomer: $0.id) }
  }

  /// How many contact persons the customer with the most has.
  package func highestContactPersonCount() throws -> Int {
    try Int.fetchOne(db, sql: "SELECT ifnull(max(position) + 1, 0) FROM contact_person")!
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
