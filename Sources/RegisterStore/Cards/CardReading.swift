import CustomerModel
import GRDB

/// Reads whole cards, one customer at a time, by statements that the connection keeps prepared.
struct CardReading {
  private let own: SQLiteStatement
  private let links: [(field: Field, statement: SQLiteStatement)]
  private let customValues: SQLiteStatement
  private let persons: SQLiteStatement

  init(_ db: Database) throws {
    own = try SQLiteStatement(db, Self.ownColumnsQuery, isKept: true)
    links = try Self.linkQueries.map { ($0, try SQLiteStatement(db, $1, isKept: true)) }
    customValues = try SQLiteStatement(
      db, "SELECT field, value FROM custom_value WHERE customer = ?1", isKept: true)
    persons = try SQLiteStatement(db, Self.personsQuery, isKept: true)
  }

  /// The card of a customer, or nil when there is none with that id.
  func card(ofCustomer id: Int64) throws -> CustomerCard? {
    var card = CustomerCard(minimumCapacity: 32)
    own.bind(1, id)
    defer { own.reset() }
    guard try own.step() else { return nil }
    for (index, field) in Self.ownFields.enumerated() {
      if let text = own.text(Int32(index)) { card[field] = text }
    }
    for (field, statement) in links {
      var names: [String] = []
      try statement.eachRow(of: id) { if let name = $0.text(0) { names.append(name) } }
      if !names.isEmpty { card[field] = CustomerCard.set(of: names) }
    }
    try customValues.eachRow(of: id) { row in
      if let name = row.text(0) { card[FieldPath(custom: name)] = row.text(1) }
    }
    var position = 0
    try persons.eachRow(of: id) { person in
      for (index, field) in Self.personFields.enumerated() {
        if let text = person.text(Int32(index)) { card[FieldPath(field, position: position)] = text }
      }
      position += 1
    }
    return card
  }

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
    return "SELECT \(columns.joined(separator: ", ")) FROM customer WHERE id = ?1"
  }()

  private static let linkQueries: [(Field, String)] = Field.all.compactMap { field in
    guard case .link(let table) = field.storage else { return nil }
    return (field, "SELECT name FROM \(table) WHERE customer = ?1")
  }

  private static let personFields = Field.all.filter(\.isRepeated)

  private static let personsQuery: String = {
    let columns = personFields.compactMap(\.personColumn)
    return "SELECT \(columns.joined(separator: ", ")) FROM contact_person WHERE customer = ?1 ORDER BY position"
  }()
}
