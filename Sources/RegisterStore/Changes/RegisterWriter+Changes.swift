import CustomerModel
package import Differ
import GRDB
import SwedishIdentity
import Texts

extension RegisterWriter {
  /// Applies one change and writes its history.
  ///
  /// - Parameter id: for a creation, the id that the customer once had, when a deletion is taken back.
  /// - Returns: the customer's id.
  /// - Throws: ``KundregError`` with code `plan.stale` when the customer is no longer as the change supposes.
  @discardableResult
  package func apply(_ change: CustomerChange, id formerID: Int64? = nil) throws -> Int64 {
    switch try standing(of: change) {
    case .new:
      let id = try create(change, id: formerID)
      assignments.note(change, customer: id)
      return id
    case .present(let customer):
      try apply(change, to: customer)
      return customer.key.id
    case .stale(let staleness): throw Self.stale(change.number, staleness)
    }
  }

  /// Changes a customer that was read in this transaction and not changed since, and writes its history.
  package func apply(_ change: CustomerChange, to customer: Present) throws {
    let key = customer.key
    changes += 1
    if change.action == .delete {
      try recordCreation(of: key, card: customer.card)
      try record(change, customer: key.id)
      if removesReferringRows {
        for table in ReferringTables.all {
          try db.cachedStatement(sql: "DELETE FROM \(table) WHERE customer = ?").execute(arguments: [key.id])
        }
      }
      try db.cachedStatement(sql: "DELETE FROM customer WHERE id = ?").execute(arguments: [key.id])
      try retire(key.number)
    } else {
      if let new = change.fields.first(where: { $0.path.field == .number })?.new {
        try exchangeNumber(key.number, for: new)
      }
      try update(key.id, change.fields, to: CardDiffer.card(customer.card, applying: change.fields))
      try record(change, customer: key.id)
    }
    assignments.note(change, customer: key.id)
    try forgetRows(of: key.id, includingIdentifying: change.action == .delete)
  }

  /// Forgets the rows that were last taken for a customer, since it no longer says what they say.
  private func forgetRows(of customer: Int64, includingIdentifying: Bool) throws {
    let sources = includingIdentifying ? "" : "AND source IN (SELECT id FROM digest_source WHERE NOT identifies)"
    try db.cachedStatement(sql: "DELETE FROM row_digest WHERE customer = ? \(sources)").execute(arguments: [customer])
  }

  private static func stale(_ number: String, _ staleness: ChangeStanding.Staleness) -> KundregError {
    KundregError(.planStale, [staleness.text(ofCustomer: number), RegisterTexts.planAgain].joined())
  }

  private func create(_ change: CustomerChange, id formerID: Int64?) throws -> Int64 {
    let id = formerID ?? nextCustomer
    if formerID == nil { nextCustomer += 1 }
    let card = CustomerCard(
      Dictionary(uniqueKeysWithValues: change.fields.compactMap { field in field.new.map { (field.path, $0) } }))
    var values: [(any DatabaseValueConvertible)?] = [id, run, run]
    for field in Self.ownFields {
      let value = card[field]
      if let value { try addReferences(of: field, canonical: value) }
      values.append(value.map { databaseValue($0, of: field) } ?? Self.schemaDefault(of: field))
    }
    values.append(card[.identityNumber].flatMap(ComparableIdentity.ofFreeSpelling))
    try db.cachedStatement(sql: Self.creation).execute(arguments: StatementArguments(values))
    try writeGroups(of: id, card: card, changed: Set(card.paths.map(\.field)))
    // A customer that comes back under its old id lies outside the ids that its run is known by: its creation is
    // written down as it happens.
    if formerID != nil {
      try takeBack(change.number)
      try record(change, customer: id)
      try forgetSynced(id)
    }
    return id
  }

  private func update(_ id: Int64, _ fields: [FieldChange], to card: CustomerCard) throws {
    var assignments = ["revision = revision + 1", "updated_run = ?"]
    var values: [(any DatabaseValueConvertible)?] = [run]
    for field in fields {
      guard let column = field.path.field.column else { continue }
      if let new = field.new { try addReferences(of: field.path.field, canonical: new) }
      assignments.append("\(column) = ?")
      values.append(field.new.map { databaseValue($0, of: field.path.field) })
      if field.path.field == .identityNumber {
        assignments.append("comparable_identity = ?")
        values.append(field.new.flatMap(ComparableIdentity.ofFreeSpelling))
      }
    }
    values.append(id)
    let sql = "UPDATE customer SET \(assignments.joined(separator: ", ")) WHERE id = ?"
    // Most changes are of one field. The sets of several are too many to keep a statement of each.
    let statement = try assignments.count <= 3 ? db.cachedStatement(sql: sql) : db.makeStatement(sql: sql)
    try statement.execute(arguments: StatementArguments(values))
    try writeGroups(of: id, card: card, changed: Set(fields.map(\.path.field)))
  }

  /// Writes the rows beside the customer's own, for the groups that changed.
  private func writeGroups(of id: Int64, card: CustomerCard, changed: Set<Field>) throws {
    if changed.contains(where: \.isRepeated) { try writeContactPersons(of: id, card: card) }
    for field in changed {
      switch field.storage {
      case .link(let table):
        try db.cachedStatement(sql: "DELETE FROM \(table) WHERE customer = ?").execute(arguments: [id])
        guard let canonical = card[field] else { continue }
        try addReferences(of: field, canonical: canonical)
        for name in CustomerCard.names(inSet: canonical) {
          try db.cachedStatement(sql: "INSERT INTO \(table) VALUES (?, ?)").execute(arguments: [id, name])
        }
      case .customValue:
        try db.cachedStatement(sql: "DELETE FROM custom_value WHERE customer = ?").execute(arguments: [id])
        for path in card.paths where path.field == .customFields {
          try db.cachedStatement(sql: "INSERT INTO custom_value VALUES (?, ?, ?)")
            .execute(arguments: [id, path.customName, card[path]])
        }
      case .column, .contactPerson, .runTime: break
      }
    }
  }

  private func writeContactPersons(of id: Int64, card: CustomerCard) throws {
    try db.cachedStatement(sql: "DELETE FROM contact_person WHERE customer = ?").execute(arguments: [id])
    for position in 0..<card.contactPersonCount {
      var values: [(any DatabaseValueConvertible)?] = [id, position]
      for field in Self.personFields {
        let value = card[FieldPath(field, position: position)]
        values.append(value.map { databaseValue($0, of: field) } ?? Self.schemaDefault(of: field))
      }
      try db.cachedStatement(sql: Self.personCreation).execute(arguments: StatementArguments(values))
    }
  }

  private static let ownFields = Field.all.filter { $0.column != nil }
  private static let personFields = Field.all.filter { $0.personColumn != nil }

  /// One statement for all customers, whatever fields they have: it is prepared once.
  private static let creation = insertion(
    into: "customer", ["id", "created_run", "updated_run"] + ownFields.compactMap(\.column) + ["comparable_identity"])
  private static let personCreation = insertion(
    into: "contact_person", ["customer", "position"] + personFields.compactMap(\.personColumn))

  private static func insertion(into table: String, _ columns: [String]) -> String {
    "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(databaseQuestionMarks(count: columns.count)))"
  }

  /// What the schema gives a column that is left out; nil for NULL.
  private static func schemaDefault(of field: Field) -> Int? {
    field.kind == .boolean ? (field == .active ? 1 : 0) : nil
  }

  func addReferences(of field: Field, canonical: String) throws {
    guard let kind = field.referenceKind else { return }
    for name in field.isSet ? CustomerCard.names(inSet: canonical) : [canonical] { try addReference(name, to: kind) }
  }

  func databaseValue(_ text: String, of field: Field) -> any DatabaseValueConvertible {
    field.kind == .boolean ? (text == "1" ? 1 : 0) : text
  }

  private func record(_ change: CustomerChange, customer: Int64) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO change (run, customer, number, action, field, old, new) VALUES (?, ?, ?, ?, ?, ?, ?)")
    switch change.action {
    case .create, .delete:
      let values = { (side: KeyPath<FieldChange, String?>) -> [FieldPath: String] in
        Dictionary(
          uniqueKeysWithValues: change.fields.compactMap { field in field[keyPath: side].map { (field.path, $0) } })
      }
      let old = change.action == .delete ? WholeCard.json(values(\.old)) : nil
      let new = change.action == .create ? WholeCard.json(values(\.new)) : nil
      try statement.execute(arguments: [
        run, customer, change.number, change.action.rawValue, WholeCard.field, old, new,
      ])
    case .update, .reactivate, .inactivate:
      for field in change.fields {
        try statement.execute(arguments: [
          run, customer, change.number, change.action.rawValue, field.path.description, field.old, field.new,
        ])
      }
    }
  }

  /// Writes down what a customer began with, before the card that tells it goes.
  private func recordCreation(of key: Key, card: CustomerCard) throws {
    let creation = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT created_run FROM customer WHERE id = ?"), arguments: [key.id])!
    let isRecorded = try Bool.fetchOne(
      db.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM change WHERE customer = ? AND run = ? AND action = 'create')"),
      arguments: [key.id, creation])!
    guard !isRecorded else { return }
    let first = try self.card(card, ofCustomer: key.id, takenBackToRun: Int(creation))
    try db.cachedStatement(
      sql: "INSERT INTO change (run, customer, number, action, field, new) VALUES (?, ?, ?, 'create', ?, ?)"
    ).execute(arguments: [
      creation, key.id, key.number, WholeCard.field, WholeCard.json(first.values.filter { !$0.key.field.isReadOnly }),
    ])
  }
}
