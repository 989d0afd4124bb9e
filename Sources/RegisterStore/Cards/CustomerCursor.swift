import CustomerModel

/// Rows of one of the tables that are kept in the order of their customers, met customer by customer.
///
/// Customers that are asked for in the order of the table cost one scan of it; any other order costs searches.
struct CustomerCursor {
  private let statement: SQLiteStatement
  /// The customer of the row that the statement stands on; nil before the first row and after the last.
  private var current: Int64?
  /// Customers from here to ``current`` have no rows; nil before the first search.
  private var floor: Int64?

  /// Rows that are passed over one by one rather than by a new search.
  private static let fewRows = 8

  /// - Parameters:
  ///   - key: the column that names the customer.
  ///   - columns: expressions, which ``statement`` gives from index 1 on.
  ///   - order: what orders the rows of one customer.
  init(_ register: RegisterReader, table: String, key: String, columns: [String], order: String? = nil) throws {
    let selected = ([key] + columns).joined(separator: ", ")
    let ordering = [key, order].compactMap { $0 }.joined(separator: ", ")
    statement = try SQLiteStatement(
      register.db, "SELECT \(selected) FROM \(table) WHERE \(key) >= ? ORDER BY \(ordering)")
  }

  /// Goes to the first row of a customer. False when there is none.
  mutating func move(to customer: Int64) throws -> Bool {
    if let floor, floor <= customer {
      var passed = 0
      while let current, current < customer, passed < Self.fewRows {
        try pass(current)
        passed += 1
      }
      guard let current else { return false }
      if current >= customer { return current == customer }
    }
    statement.reset()
    statement.bind(1, customer)
    floor = customer
    current = nil
    try step()
    return current == customer
  }

  /// Goes to the next row of the customer that the cursor stands on. False when that was the last.
  mutating func next(of customer: Int64) throws -> Bool {
    try pass(customer)
    return current == customer
  }

  /// Lets go of the row that it stands on: the next customer is searched for.
  mutating func rest() {
    statement.reset()
    floor = nil
    current = nil
  }

  /// A column's bytes, integers as decimal text, none for NULL: valid until the cursor moves.
  func bytes(_ column: Int) -> UnsafeRawBufferPointer { statement.bytes(Int32(column + 1)) }

  /// A column's whole number.
  func integer(_ column: Int) -> Int64 { statement.integer(Int32(column + 1)) }

  private mutating func pass(_ customer: Int64) throws {
    floor = customer + 1
    try step()
  }

  private mutating func step() throws {
    current = try statement.step() ? statement.integer(0) : nil
  }
}
