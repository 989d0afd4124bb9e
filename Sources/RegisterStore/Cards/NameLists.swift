package import CustomerModel
import GRDB

/// One name in a list of the register.
package struct ListedName: Sendable, Equatable {
  package let name: String
  /// How many customers have it, active or not.
  package let customers: Int
}

extension RegisterReader {
  /// The names of a list in Swedish order, with how many customers have each.
  ///
  /// - Parameter user: counts only the customers that this user is assigned to, when given.
  package func listedNames(_ kind: ReferenceKind, assignedTo user: String? = nil) throws -> [ListedName] {
    let assigned = user == nil ? "" : "WHERE customer IN (SELECT customer FROM customer_assigned WHERE name = ?)"
    return try Row.fetchAll(
      db,
      sql: """
        SELECT list.name, ifnull(uses, 0) FROM \(kind.table) list
        LEFT JOIN (SELECT name, count(*) AS uses FROM (\(kind.uses)) \(assigned) GROUP BY name) USING (name)
        ORDER BY swedish_key(list.name), list.name
        """, arguments: user.map { [$0] } ?? []
    ).map { ListedName(name: $0[0], customers: $0[1]) }
  }
}

extension RegisterWriter {
  /// Adds a name to its list, or keeps one that a run brought: no undo takes it away.
  ///
  /// - Returns: true when it was not there.
  package func keepReference(_ name: String, in kind: ReferenceKind) throws -> Bool {
    let isNew = try addReference(name, to: kind)
    try db.execute(sql: "UPDATE \(kind.table) SET created_run = NULL WHERE name = ?", arguments: [name])
    return isNew
  }

  /// Removes a name that no customer has from its list.
  package func removeReference(_ name: String, from kind: ReferenceKind) throws {
    try db.execute(sql: "DELETE FROM \(kind.table) WHERE name = ?", arguments: [name])
  }
}

extension ReferenceKind {
  /// Every use of a name of this list, as a query with the columns `name` and `customer`.
  var uses: String {
    Field.all.filter { $0.referenceKind == self }.map { field in
      switch field.storage {
      case .link(let table): "SELECT name, customer FROM \(table)"
      default: "SELECT \(field.column!) AS name, id AS customer FROM customer WHERE \(field.column!) IS NOT NULL"
      }
    }.joined(separator: " UNION ALL ")
  }
}
