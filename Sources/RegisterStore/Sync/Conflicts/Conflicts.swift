package import CustomerModel
package import Differ
import GRDB

extension RegisterReader {
  /// The held conflicts, of one system or all, of one customer or all: by customer number as lists sort, system, and
  /// field in the order of the catalogue. A deleted customer's are not listed.
  package func conflicts(system: String?, customer: Int64?) throws -> [ConflictRecord] {
    let records = try Row.fetchAll(
      db,
      sql: ConflictRecord.query + """
         WHERE system = ifnull(?1, system) AND conflict.customer = ifnull(?2, conflict.customer)
        ORDER BY \(CustomerSearch.numberOrder("ASC")), system
        """, arguments: [system, customer]
    ).compactMap(ConflictRecord.init)
    let groups = records.chunked { $0.customer == $1.customer && $0.system == $1.system }
    return groups.flatMap { $0.sorted { $0.conflict.path < $1.conflict.path } }
  }

  /// The customers that have a conflict with a system, by number as lists sort.
  package func customersInConflict(_ system: String) throws -> [Int64] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM customer WHERE id IN (SELECT customer FROM conflict WHERE system = ?)
        ORDER BY \(CustomerSearch.numberOrder("ASC"))
        """, arguments: [system])
  }

  /// The fields of a customer that are in conflict with a system.
  package func heldFields(_ system: String, customer: Int64) throws -> Set<FieldPath> {
    Set(
      try String.fetchAll(
        db, cached: "SELECT field FROM conflict WHERE system = ? AND customer = ?", [system, customer]
      )
      .compactMap { FieldPath($0) })
  }
}

extension RegisterWriter {
  /// Makes these the conflicts of a customer with a system. One whose field was in conflict already keeps the run that
  /// found it first; others are found by `run`.
  package func setConflicts(_ system: String, customer: Int64, _ conflicts: [FieldConflict], run: Int) throws {
    let present = try String.fetchAll(
      db, cached: "SELECT field FROM conflict WHERE system = ? AND customer = ?", [system, customer])
    let fields = Set(conflicts.map(\.path.description))
    for field in present where !fields.contains(field) { try removeConflict(system, customer, field) }
    for conflict in conflicts {
      try db.cachedStatement(
        sql: """
          INSERT INTO conflict VALUES (?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET
            register_value = excluded.register_value, erp_value = excluded.erp_value, base_value = excluded.base_value
          """
      ).execute(arguments: [
        system, customer, conflict.path.description, conflict.register, conflict.erp, conflict.base, run,
      ])
    }
  }

  /// Removes a conflict that is resolved. Returns false when there was none.
  @discardableResult
  package func removeConflict(_ system: String, customer: Int64, field: FieldPath) throws -> Bool {
    try removeConflict(system, customer, field.description)
    return db.changesCount > 0
  }

  private func removeConflict(_ system: String, _ customer: Int64, _ field: String) throws {
    try db.cachedStatement(sql: "DELETE FROM conflict WHERE system = ? AND customer = ? AND field = ?")
      .execute(arguments: [system, customer, field])
  }
}

extension Array {
  /// The runs of neighbours that belong together.
  fileprivate func chunked(by belong: (Element, Element) -> Bool) -> [[Element]] {
    var chunks: [[Element]] = []
    for element in self {
      if let last = chunks.last?.last, belong(last, element) {
        chunks[chunks.count - 1].append(element)
      } else {
        chunks.append([element])
      }
    }
    return chunks
  }
}
