package import CustomerModel
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
    try String.fetchAll(
      db,
      sql: """
        SELECT system FROM link WHERE customer = ?1 UNION SELECT system FROM push WHERE customer = ?1
        UNION SELECT system FROM conflict WHERE customer = ?1 UNION SELECT system FROM match_question WHERE customer = ?1
        ORDER BY 1
        """, arguments: [customer])
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
    try removeFromInbox(customer, numbers: numbers, identities: identities)
    for table in ["link", "conflict", "match_question", "push", "row_digest"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE customer = ?", arguments: [customer])
    }
    try db.execute(
      sql: "DELETE FROM duplicate_answer WHERE first = ?1 OR second = ?1", arguments: [customer])
    try db.execute(sql: "DELETE FROM merge WHERE customer = ?1 OR into_customer = ?1", arguments: [customer])
    try removeProblems(of: customer, numbers: numbers, identities: identities)
    for number in numbers { try reserve(number) }
    try db.execute(sql: "DELETE FROM customer WHERE id = ?", arguments: [customer])
    try blankHistory(of: customer)
    try db.execute(
      sql: "INSERT INTO forgotten (run, customer, user, at) VALUES (?, ?, ?, ?)",
      arguments: [run, customer, user, Self.timestamp(time)])
    for number in numbers { try removeFromNotifications(number) }
    return ForgottenCustomer(
      customer: customer, remoteRecords: remote, documents: try documents.filter(isUnused))
  }

  /// A number stays reserved, unless it is itself a person's identity number.
  private func reserve(_ number: String) throws {
    let isPersonal = IdentityMask.masked(number, of: nil) != number
    try db.execute(
      sql: isPersonal
        ? "DELETE FROM retired_number WHERE number = ?"
        : "INSERT OR REPLACE INTO retired_number (number, reserved) VALUES (?, 1)",
      arguments: [number])
  }

  private func removeFromInbox(_ customer: Int64, numbers: Set<String>, identities: Set<String>) throws {
    for table in ["inbox", "changed_record"] {
      try db.execute(
        sql: """
          DELETE FROM \(table) WHERE (system, remote_id) IN (
            SELECT system, remote_id FROM link WHERE customer = ?1
            UNION SELECT system, remote_id FROM match_question WHERE customer = ?1)
          """, arguments: [customer])
    }
    for number in numbers {
      try db.execute(
        sql: """
          DELETE FROM changed_record WHERE remote_id = ?
            AND (system, remote_id) NOT IN (SELECT system, remote_id FROM link)
          """, arguments: [number])
      try db.execute(
        sql: """
          DELETE FROM inbox WHERE remote_number = ? AND (system, remote_id) NOT IN (SELECT system, remote_id FROM link)
          """, arguments: [number])
    }
    for identity in identities {
      // Ten digits are the end of twelve, with or without what stands before the last four.
      let digits = identity.filter { $0.isASCII && $0.isNumber }.suffix(10)
      guard digits.count == 10 else { continue }
      try db.execute(
        sql: "DELETE FROM inbox WHERE instr(record, ?1) OR instr(record, ?2)",
        arguments: [String(digits), "\(digits.prefix(6))-\(digits.suffix(4))"])
    }
  }

  private func blankHistory(of customer: Int64) throws {
    try db.execute(
      sql: """
        DELETE FROM change WHERE customer = ?1
          AND id NOT IN (SELECT min(id) FROM change WHERE customer = ?1 GROUP BY run, action)
        """, arguments: [customer])
    try db.execute(
      sql: "UPDATE change SET number = '', field = ?, old = NULL, new = NULL WHERE customer = ?",
      arguments: [Self.forgottenField, customer])
    try db.execute(
      sql: "INSERT INTO change (run, customer, number, action, field) VALUES (?, ?, '', 'delete', ?)",
      arguments: [run, customer, Self.forgottenField])
  }

  /// What stands in the history in place of a field: the catalogue has none of that name.
  private static let forgottenField = "(forgotten)"

  private func removeFromNotifications(_ number: String) throws {
    let mentions = "EXISTS (SELECT 1 FROM json_each(customers) WHERE value = ?1)"
    try db.execute(
      sql: """
        UPDATE notification SET customers = (SELECT json_group_array(value) FROM json_each(customers) WHERE value <> ?1)
        WHERE \(mentions)
        """, arguments: [number])
    try db.execute(sql: "DELETE FROM notification WHERE json_array_length(customers) = 0")
  }

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
