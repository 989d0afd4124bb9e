import CustomerModel
import GRDB

extension RegisterReader {
  /// The rows of every table that tell of a customer, beside its card and history: by the key of a disclosure, as columns
  /// and texts.
  package func holdings(ofCustomer customer: Int64) throws -> [(
    table: String, rows: [[(column: String, value: String?)]]
  )] {
    let values = try everyValue(ofCustomer: customer)
    let numbers = Set(values.filter { $0.path.field == .number }.map(\.value))
    let identities = Set(values.filter { $0.path.field.kind == .identityNumber }.map(\.value))
    let arguments: StatementArguments = [
      "customer": customer, "number": try key(ofCustomer: customer)?.number,
      "owners": try problemKeys(of: numbers, identities),
    ]
    return try PersonalTable.all.compactMap { table in
      guard case .rows(let key, let columns, let source, let order) = table.disclosure, let found = table.found else {
        return nil
      }
      let ordered = order.map { " ORDER BY \($0)" } ?? ""
      return (
        table: key,
        rows: try texts("SELECT \(columns) FROM \(source ?? table.name) WHERE \(found)\(ordered)", arguments)
      )
    }
  }

  private func texts(_ sql: String, _ arguments: StatementArguments) throws -> [[(column: String, value: String?)]] {
    try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
      row.map { column, value in
        (column, String.fromDatabaseValue(value) ?? Int64.fromDatabaseValue(value).map(String.init))
      }
    }
  }
}
