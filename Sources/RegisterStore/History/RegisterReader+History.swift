package import CustomerModel
package import Differ
import GRDB

/// One line of a customer's history.
package struct HistoryEntry: Sendable, Equatable {
  /// The customer that it happened to: another than was asked for when that one was merged into it.
  package let number: String
  /// That customer's id.
  package let customer: Int64
  package let run: Int
  package let startedAt: String
  package let user: String
  package let source: String
  /// True when the source is a file's name.
  package let isOfFile: Bool
  package let action: CustomerChange.Action
  /// What changed; for a creation every field the customer began with.
  package let fields: [FieldChange]
}

/// What one run did to one customer.
package struct RecordedChange: Sendable, Equatable {
  package let customer: Int64
  package let number: String
  package let action: CustomerChange.Action
  package let fields: [FieldChange]
}

extension RegisterReader {
  /// When a field of a customer last changed: the start of that run, or of the customer's first creation when the field
  /// never changed since. ISO 8601 in UTC, to the second; nil when there is no such customer.
  ///
  /// That a deleted customer came back changed no field.
  package func lastChange(ofCustomer customer: Int64, field: FieldPath) throws -> String? {
    try Row.fetchOne(
      db,
      cached: """
        SELECT started_at FROM customer JOIN run ON run.id = coalesce(
          (SELECT max(run) FROM change WHERE change.customer = customer.id AND field = ?1),
          (SELECT min(run) FROM change WHERE change.customer = customer.id AND action = 'create'),
          created_run)
        WHERE customer.id = ?2
        """, [field.description, customer])?[0]
  }

  /// True when a sync ever brought records of a system, whatever became of them.
  ///
  /// - Parameter system: the system's name in the configuration.
  package func hasBrought(_ system: String) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM run WHERE kind = 'pull' AND source = ? AND rows > 0)", arguments: [system])
      ?? false
  }

  /// Every change of a customer, oldest first, with the creation of one that exists read from its card, and with what
  /// happened to the customers that were merged into it until they were. Nil when nobody ever had the number, see
  /// ``customer(everNumbered:)``.
  package func history(ofNumber number: String) throws -> [HistoryEntry]? {
    guard let customer = try customer(everNumbered: number) else { return nil }
    var entries = try history(ofCustomer: customer)
    for merge in try merges(into: customer) {
      entries += try history(ofCustomer: merge.customer).filter { $0.run <= merge.run }
    }
    return Self.inOrder(entries)
  }

  /// The customer that has a number; or else the one that had it last, until it was deleted or got another.
  package func customer(everNumbered number: String) throws -> Int64? { try customers(everNumbered: number).first }

  /// Everybody who has a number or had it, until the customer was deleted or got another: who has it first, then the latest
  /// first.
  package func customers(everNumbered number: String) throws -> [Int64] {
    let present = try key(ofNumber: number)?.id
    let former = try Int64.fetchAll(db, sql: Self.formerHolders, arguments: [number])
    var seen: Set<Int64> = []
    return ([present].compactMap(\.self) + former).filter { seen.insert($0).inserted }
  }

  /// Two queries, as each has an index of its own.
  private static let formerHolders = """
    SELECT customer FROM (
      SELECT id, customer FROM change WHERE number = ?1 AND action = 'delete'
      UNION ALL SELECT id, customer FROM change WHERE field = 'number' AND old = ?1)
    ORDER BY id DESC
    """

  private static func inOrder(_ entries: [HistoryEntry]) -> [HistoryEntry] {
    entries.enumerated().sorted { ($0.element.run, $0.offset) < ($1.element.run, $1.offset) }.map(\.element)
  }

  /// Every change of one customer, oldest first, without those of customers that were merged into it.
  package func history(ofCustomer customer: Int64) throws -> [HistoryEntry] {
    let number = try self.number(ofCustomer: customer)
    func entry(_ record: RunRecord, _ action: CustomerChange.Action, _ fields: [FieldChange]) -> HistoryEntry {
      HistoryEntry(
        number: number, customer: customer, run: record.id, startedAt: record.startedAt, user: record.user,
        source: record.source,
        isOfFile: record.isOfFile, action: action, fields: fields)
    }
    var entries = try changes("customer = ?", [customer]).map { run, change in
      entry(try self.run(run)!, change.action, change.fields)
    }
    if let creation = try creationRun(ofCustomer: customer), let record = try run(creation),
      !entries.contains(where: { $0.run == creation && $0.action == .create })
    {
      let card = try card(ofCustomer: customer, afterRun: creation)!
      let fields = card.paths.filter { !$0.field.isReadOnly }.map { FieldChange($0, old: nil, new: card[$0]) }
      entries.insert(
        entry(record, .create, fields), at: entries.firstIndex { $0.run > creation } ?? entries.count)
    }
    // A creation is written down only when the customer goes, so it may stand after later changes.
    return Self.inOrder(entries)
  }

  /// The number that a customer has, or had when it was deleted; none when its data was removed for good.
  package func number(ofCustomer customer: Int64) throws -> String {
    if let key = try key(ofCustomer: customer) { return key.number }
    return try String.fetchOne(
      db, sql: "SELECT number FROM change WHERE customer = ? AND action = 'delete' ORDER BY id DESC",
      arguments: [customer]) ?? ""
  }

  /// The card as a run left it: the present card with all later changes taken back. Nil when there is no such customer.
  package func card(ofCustomer id: Int64, afterRun run: Int) throws -> CustomerCard? {
    try card(ofCustomer: id).map { try self.card($0, ofCustomer: id, takenBackToRun: run) }
  }

  /// The present card of a customer with all changes after a run taken back.
  package func card(_ present: CustomerCard, ofCustomer id: Int64, takenBackToRun run: Int) throws -> CustomerCard {
    var card = present
    for row in try Row.fetchAll(
      db, cached: "SELECT field, old FROM change WHERE customer = ? AND run > ? ORDER BY id DESC", [id, run])
    {
      let field: String = row["field"]
      if field == WholeCard.field {
        card = CustomerCard(WholeCard.values(row["old"]))
      } else if let path = FieldPath(field) {
        card[path] = row["old"]
      }
    }
    return card
  }

  /// The changes that a run wrote down, in order. Creations of customers that still exist are not among them:
  /// see ``customersCreated(byRun:)``.
  ///
  /// - Parameter most: after how many the reading ends; nil for all.
  package func changes(ofRun run: Int, most: Int? = nil) throws -> [RecordedChange] {
    try changes("run = ?", [run], most: most).map(\.change)
  }

  /// The changes of one customer among them.
  package func changes(ofRun run: Int, customer: Int64) throws -> [RecordedChange] {
    try changes("customer = ? AND run = ?", [customer, run]).map(\.change)
  }

  /// The customers among those changes, the latest first.
  package func customersChanged(byRun run: Int) throws -> [Int64] {
    try Int64.fetchAll(
      db, sql: "SELECT customer FROM change WHERE run = ? GROUP BY customer ORDER BY min(id) DESC", arguments: [run])
  }

  /// The ids of the customers that a run created and that still exist, in the order of creation.
  package func customersCreated(byRun run: Int) throws -> [Int64] {
    try Int64.fetchAll(db, sql: Self.created + " ORDER BY customer.id", arguments: [run])
  }

  /// Those among them that were changed since, by whatever run.
  package func customersChangedSinceCreation(byRun run: Int) throws -> [Int64] {
    try Int64.fetchAll(db, sql: Self.created + " AND revision > 1 ORDER BY customer.id", arguments: [run])
  }

  /// True when a customer is among those that a run created and that still exist.
  package func isCreated(_ customer: Int64, byRun run: Int) throws -> Bool {
    try Int64.fetchOne(
      db.cachedStatement(sql: Self.created + " AND customer.id = ?"), arguments: [run, customer]) != nil
  }

  private static let created = """
    SELECT customer.id FROM customer JOIN run ON run.id = ?
    WHERE customer.id BETWEEN run.first_customer AND run.last_customer AND created_run = run.id
    """

  private func creationRun(ofCustomer id: Int64) throws -> Int? {
    try Int.fetchOne(db, sql: "SELECT created_run FROM customer WHERE id = ?", arguments: [id])
  }

  private func changes(
    _ condition: String, _ arguments: StatementArguments, most: Int? = nil
  ) throws -> [(run: Int, change: RecordedChange)] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT run, customer, number, action, field, old, new FROM change WHERE \(condition) ORDER BY id"),
      arguments: arguments)
    var result: [(run: Int, change: RecordedChange)] = []
    var fields: [FieldChange] = []
    var last: (run: Int, customer: Int64, number: String, action: CustomerChange.Action)?
    func close() {
      guard let last else { return }
      result.append(
        (last.run, RecordedChange(customer: last.customer, number: last.number, action: last.action, fields: fields)))
      fields = []
    }
    while let row = try rows.next() {
      let next = (
        run: row["run"] as Int, customer: row["customer"] as Int64, number: row["number"] as String,
        action: CustomerChange.Action(rawValue: row["action"])!
      )
      if let last, last.run != next.run || last.customer != next.customer || last.action != next.action {
        close()
        if result.count == most { return result }
      }
      last = next
      let field: String = row["field"]
      if field == WholeCard.field {
        let (old, new) = (WholeCard.values(row["old"]), WholeCard.values(row["new"]))
        fields += Set(old.keys).union(new.keys).sorted().map { FieldChange($0, old: old[$0], new: new[$0]) }
      } else if let path = FieldPath(field) {
        fields.append(FieldChange(path, old: row["old"], new: row["new"]))
      }
    }
    close()
    return result
  }
}
