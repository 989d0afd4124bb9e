import CustomerModel
package import Differ
import GRDB

/// Writes what one edit makes of many customers: for each that changes what ``RegisterWriter/apply(_:to:)`` does, but each table
/// gets it by one statement a batch.
package struct UniformEdits: ~Copyable {
  private let writer: RegisterWriter
  private let edit: UniformEdit
  private var history: BulkRows
  /// The statements about the customers that change, each with those that wait for it.
  private var ofCustomers: [BulkRows]
  private var ofSets: [Field: [BulkRows]]
  /// The fields whose new names the register's lists have.
  private var listed: Set<Field> = []

  private static let theCustomers = "(SELECT c0 FROM \(BulkTable.name)(?1))"

  init(_ writer: RegisterWriter, _ edit: UniformEdit) {
    let db = writer.db
    self.writer = writer
    self.edit = edit
    history = BulkRows(db, into: "change", columns: ["run", "customer", "number", "action", "field", "old", "new"])
    var assignments = ["revision = revision + 1", "updated_run = ?2"]
    var arguments: [(any DatabaseValueConvertible)?] = [writer.run]
    for field in edit.fields {
      guard let column = field.column, let new = edit.values[field] else { continue }
      arguments.append(new.map { writer.databaseValue($0, of: field) })
      assignments.append("\(column) = ?\(arguments.count + 1)")
    }
    ofCustomers = [
      BulkRows(
        db, for: "UPDATE customer SET \(assignments.joined(separator: ", ")) WHERE id IN \(Self.theCustomers)",
        width: 1, arguments),
      BulkRows(
        db,
        for: """
          DELETE FROM row_digest WHERE customer IN \(Self.theCustomers)
            AND source IN (SELECT id FROM digest_source WHERE NOT identifies)
          """, width: 1),
    ]
    ofSets = Dictionary(
      uniqueKeysWithValues: edit.sets.map { field, set in (field, Self.statements(db, field, set)) })
  }

  private static func statements(_ db: Database, _ field: Field, _ set: UniformEdit.SetEdit) -> [BulkRows] {
    guard case .link(let table) = field.storage else { return [] }
    let delete = "DELETE FROM \(table) WHERE customer IN \(theCustomers)"
    let added: [String]
    var statements: [BulkRows] = []
    switch set {
    case .replace(let names):
      statements.append(BulkRows(db, for: delete, width: 1))
      added = names
    case .change(let names, let removed):
      statements += removed.map { BulkRows(db, for: delete + " AND name = ?2", width: 1, [$0]) }
      added = names.filter { !removed.contains($0) }
    }
    return statements
      + added.map {
        BulkRows(
          db, for: "INSERT OR IGNORE INTO \(table) SELECT c0, ?2 FROM \(BulkTable.name)(?1)", width: 1, [$0])
      }
  }

  /// Changes a customer, in the register once ``flush()`` is called. It must not have been changed since it was read.
  ///
  /// - Parameter change: what the edit makes of it: at least one field.
  package mutating func add(_ change: CustomerChange, to customer: Int64) throws {
    writer.changes += 1
    for index in ofCustomers.indices { ofCustomers[index].append(.integer(customer)) }
    for field in change.fields {
      if let new = field.new, listed.insert(field.path.field).inserted {
        try addNames(of: field.path.field, new)
      }
      for index in ofSets[field.path.field]?.indices ?? 0..<0 {
        ofSets[field.path.field]?[index].append(.integer(customer))
      }
      history.append(.integer(writer.run))
      history.append(.integer(customer))
      history.append(text: change.number.utf8)
      history.append(text: change.action.rawValue.utf8)
      history.append(text: field.path.field.name.utf8)
      append(field.old)
      append(field.new)
    }
    writer.assignments.note(change, customer: customer)
  }

  /// Writes the changes that wait. To be called after each batch, before any of its customers is read again.
  package mutating func flush() throws {
    for index in ofCustomers.indices { try ofCustomers[index].flush() }
    for field in edit.fields {
      for index in ofSets[field]?.indices ?? 0..<0 { try ofSets[field]?[index].flush() }
    }
    try history.flush()
  }

  private mutating func append(_ text: String?) {
    if let text { history.append(text: text.utf8) } else { history.append(.null) }
  }

  /// The names that the edit gives are the same for all.
  private func addNames(of field: Field, _ new: String) throws {
    guard case .change(let added, let removed) = edit.sets[field] else {
      return try writer.addReferences(of: field, canonical: new)
    }
    let names = Set(added).subtracting(removed)
    try writer.addReferences(of: field, canonical: CustomerCard.set(of: names))
  }
}

extension RegisterWriter {
  /// Takes the changes that one edit makes of many customers.
  package func uniformEdits(_ edit: UniformEdit) -> UniformEdits { UniformEdits(self, edit) }
}
