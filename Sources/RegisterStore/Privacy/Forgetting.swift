package import CustomerModel
import Documents
package import Foundation
import GRDB

/// What was removed with a person's data, for telling what is left elsewhere.
package struct ForgottenCustomer: Sendable {
  package let customer: Int64
  /// The records in accounting systems, which still hold the person.
  package let remoteRecords: [(system: String, number: String)]
  /// The hashes of documents that no card and no history speaks of any more.
  package let documents: [String]
}

extension RegisterReader {
  /// The ids that a number means: of the customer that has it, or else of deleted ones that had it last.
  package func customers(meantBy number: String) throws -> [Int64] {
    if let key = try key(ofNumber: number) { return [key.id] }
    return try Int64.fetchAll(
      db, sql: "SELECT DISTINCT customer FROM change WHERE number = ? AND action = 'delete' ORDER BY customer",
      arguments: [number])
  }

  /// The customers that were merged into others and are nothing beside them: the same person, who is forgotten and disclosed
  /// with them. One that somebody activated again stands for itself.
  package func customersMerged(into customers: [Int64]) throws -> [Int64] {
    let merged = try customers.flatMap { try merges(into: $0, onlyInactive: true) }.map(\.customer)
    return Set(merged).subtracting(customers).sorted()
  }

  /// True when that customer's data was removed for good.
  package func isForgotten(_ customer: Int64) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM forgotten WHERE customer = ?)"), arguments: [customer])!
  }

  /// The customers whose data was removed for good, of those that a run created or changed, or removed so.
  package func forgottenCustomers(touchedByRun run: Int) throws -> [Int64] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT DISTINCT forgotten.customer FROM forgotten JOIN run ON run.id = ?1
        WHERE forgotten.customer BETWEEN run.first_customer AND run.last_customer
          OR EXISTS (SELECT 1 FROM change WHERE change.run = ?1 AND change.customer = forgotten.customer)
        ORDER BY 1
        """, arguments: [run])
  }

  /// The systems that keep anything of a customer.
  package func systems(keeping customer: Int64) throws -> [String] {
    let queries = PersonalTable.all.filter { $0.otherColumns.contains("system") }
      .compactMap { table in table.found.map { "SELECT system FROM \(table.name) WHERE \($0)" } }
    return try String.fetchAll(
      db, sql: queries.joined(separator: " UNION ") + " ORDER BY 1", arguments: ["customer": customer])
  }

  /// Every value that the card of a customer has or had, with its field.
  package func everyValue(ofCustomer customer: Int64) throws -> [(path: FieldPath, value: String)] {
    var values: [(path: FieldPath, value: String)] = []
    if let card = try card(ofCustomer: customer) { values += card.values.map { ($0.key, $0.value) } }
    for row in try Row.fetchAll(
      db, sql: "SELECT number, field, old, new FROM change WHERE customer = ?", arguments: [customer])
    {
      values.append((FieldPath(.number), row[0]))
      for side in [row[2], row[3]] as [String?] {
        if row[1] == WholeCard.field {
          values += WholeCard.values(side).map { ($0.key, $0.value) }
        } else if let path = FieldPath(row[1] as String), let side {
          values.append((path, side))
        }
      }
    }
    return values
  }
}

extension RegisterWriter {
  /// Removes everything that the register holds of a customer, but that it was there, when it was removed and by whom.
  ///
  /// Of its history a row for each run stays, without number and values, so that the accounts of runs still add up. Freed
  /// space is overwritten: see ``Register/eraseFreedSpace()`` for what earlier changes left.
  ///
  /// - Parameter identities: every identity number that the customer has or had, for records that wait to be matched.
  package func forget(
    _ customer: Int64, numbers: Set<String>, identities: Set<String>, user: String, at time: Date = Date()
  ) throws -> ForgottenCustomer {
    try db.execute(sql: "PRAGMA secure_delete = ON")
    let remote = try links(ofCustomer: customer).map { (system: $0.system, number: $0.remoteNumber) }
    let documents = try documentHashes(ofCustomer: customer)
    let arguments = try arguments(forgetting: customer, numbers, identities)
    // What is found through another table's rows goes before them.
    for table in PersonalTable.all.filter(\.isFoundThroughOthers)
      + PersonalTable.all.filter({ !$0.isFoundThroughOthers })
    {
      for statement in table.erasingStatements { try db.execute(sql: statement, arguments: arguments) }
    }
    try db.execute(
      sql: "INSERT INTO forgotten (run, customer, user, at) VALUES (?, ?, ?, ?)",
      arguments: [run, customer, user, Self.timestamp(time)])
    return ForgottenCustomer(
      customer: customer, remoteRecords: remote, documents: try documents.filter(isUnused))
  }

  private func arguments(
    forgetting customer: Int64, _ numbers: Set<String>, _ identities: Set<String>
  ) throws -> StatementArguments {
    let personal = numbers.filter { IdentityMask.masked($0, of: nil) != $0 }
    // Ten digits are the end of twelve, with or without what stands before the last four.
    let spellings = identities.map { $0.filter { $0.isASCII && $0.isNumber }.suffix(10) }.filter { $0.count == 10 }
      .flatMap { [String($0), "\($0.prefix(6))-\($0.suffix(4))"] }
    return [
      "customer": customer, "run": run, "numbers": Self.json(numbers), "personalNumbers": Self.json(personal),
      "spellings": Self.json(Set(spellings)), "owners": try problemKeys(of: numbers, identities),
    ]
  }

  static func json(_ texts: Set<String>) -> String { JSONNode.array(texts.map { .text($0) }).json }

  private func documentHashes(ofCustomer customer: Int64) throws -> Set<String> {
    let lists = try everyValue(ofCustomer: customer).filter { $0.path.field == .documents }.map(\.value)
    return try lists.reduce(into: []) { hashes, list in
      hashes.formUnion(
        try String.fetchSet(
          db, sql: "SELECT json_extract(value, '$.hash') FROM json_each(?) WHERE json_extract(value, '$.hash') <> ''",
          arguments: [list]))
    }
  }

  private func isUnused(_ hash: String) throws -> Bool {
    try !Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM customer WHERE documents IS NOT NULL AND instr(documents, ?1))
          OR EXISTS (SELECT 1 FROM change WHERE field IN ('documents', '*') AND (instr(old, ?1) OR instr(new, ?1)))
        """, arguments: [hash])!
  }
}
