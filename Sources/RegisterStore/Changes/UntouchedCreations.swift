import CustomerModel
import GRDB

/// Takes back, batch by batch, the customers that a run created and that nobody has changed since: what
/// ``RegisterWriter/apply(_:to:)`` does with the deletion of one, each table gets by a few statements a batch.
struct UntouchedCreations: ~Copyable {
  private let writer: RegisterWriter
  private let run: Int64
  private var cards: WholeCardTexts
  /// The history of a batch, and the texts of its cards.
  private var history: BulkRows
  private var arena: [UInt8]
  private let batch: SQLiteStatement
  private let assigned: SQLiteStatement
  /// What is done with each batch once its history is written, where all customers between its first and last are of it, and where
  /// others stand between them.
  private let removals: (dense: [SQLiteStatement], sparse: [SQLiteStatement])

  private static let batchSize = 1024

  /// The customers of a batch: ids from ?1 to ?2, created by the run ?3. Every change of a customer makes a revision.
  private static let isUntouched = "id BETWEEN ?1 AND ?2 AND created_run = ?3 AND revision = 1"

  init(_ writer: RegisterWriter, ofRun run: Int) throws {
    let db = writer.db
    let cards = try WholeCardTexts(writer)
    let batch = try SQLiteStatement(
      db, "SELECT id, number FROM customer WHERE \(Self.isUntouched) ORDER BY id LIMIT \(Self.batchSize)")
    let assigned = try SQLiteStatement(
      db,
      """
      SELECT assigned.name, customer.number FROM customer JOIN customer_assigned AS assigned
        ON assigned.customer = customer.id
      WHERE \(Self.isUntouched)
      """)
    let removals = try (
      dense: Self.removals(for: writer, isDense: true), sparse: Self.removals(for: writer, isDense: false)
    )
    self.writer = writer
    self.run = Int64(run)
    self.cards = cards
    // A statement that may take itself back keeps a copy of every page that leaves memory while it runs. This one need not: what
    // fails here takes back the whole transaction.
    history = BulkRows(
      db, "INSERT OR FAIL", into: "change", columns: ["run", "customer", "number", "action", "field", "old", "new"])
    arena = []
    self.batch = batch
    self.assigned = assigned
    self.removals = removals
  }

  private static func removals(for writer: RegisterWriter, isDense: Bool) throws -> [SQLiteStatement] {
    let ofBatch =
      "customer BETWEEN ?1 AND ?2" + (isDense ? "" : " AND customer IN (SELECT id FROM customer WHERE \(isUntouched))")
    return try
      ([
        """
        INSERT INTO retired_number (number, reserved) SELECT number, \(writer.isUndo ? 0 : 1) FROM customer
        WHERE \(isUntouched) ORDER BY id
        ON CONFLICT DO UPDATE SET reserved = max(reserved, excluded.reserved)
        """, "DELETE FROM row_digest WHERE \(ofBatch)",
      ]
      + (writer.removesReferringRows ? ReferringTables.all : []).map { "DELETE FROM \($0) WHERE \(ofBatch)" }
      + ["DELETE FROM customer WHERE \(isUntouched)"]).map { try SQLiteStatement(writer.db, $0) }
  }

  /// Takes all of them back.
  ///
  /// - Returns: how many there were.
  mutating func remove() throws -> Int {
    guard
      let range = try Row.fetchOne(
        writer.db, sql: "SELECT first_customer, last_customer FROM run WHERE id = ?", arguments: [run]),
      let first = range[0] as Int64?, let last = range[1] as Int64?
    else { return 0 }
    var count = 0
    var next = first
    while let batch = try writeHistory(from: next, to: last) {
      try removeCustomers(batch.customers, count: batch.count)
      count += batch.count
      next = batch.customers.upperBound + 1
    }
    writer.changes += Int64(count)
    return count
  }

  /// Writes the history of a batch.
  ///
  /// - Returns: the first and the last customer of the batch, and how many are of it; nil when there are no more.
  private mutating func writeHistory(
    from first: Int64, to last: Int64
  ) throws -> (customers: ClosedRange<Int64>, count: Int)? {
    arena.removeAll(keepingCapacity: true)
    batch.bind(1, first)
    batch.bind(2, last)
    batch.bind(3, run)
    var read: (customers: ClosedRange<Int64>, count: Int)?
    do {
      defer { batch.reset() }
      while try batch.step() {
        let customer = batch.integer(0)
        try write(customer, number: batch.bytes(1))
        read = ((read?.customers.lowerBound ?? customer)...customer, (read?.count ?? 0) + 1)
      }
    }
    cards.rest()
    try arena.withUnsafeBytes { try history.flush(arena: $0) }
    return read
  }

  /// What the customer began with is what it ends with.
  private mutating func write(_ customer: Int64, number: UnsafeRawBufferPointer) throws {
    let card = try place { arena, cards in _ = try cards.append(cardOf: customer, to: &arena) }
    let number = place { arena, _ in arena.append(contentsOf: number) }
    history.append(.integer(run))
    history.append(.integer(customer))
    history.append(number)
    history.append(text: "create".utf8)
    history.append(text: WholeCard.field.utf8)
    history.append(.null)
    history.append(card)
    history.append(.integer(writer.run))
    history.append(.integer(customer))
    history.append(number)
    history.append(text: "delete".utf8)
    history.append(text: WholeCard.field.utf8)
    history.append(card)
    history.append(.null)
  }

  /// Where in the arena something is that is written now.
  private mutating func place(
    _ body: (inout [UInt8], inout WholeCardTexts) throws -> Void
  ) rethrows -> BulkRows.Cell {
    let start = arena.count
    try body(&arena, &cards)
    return .arena(start: UInt32(start), length: UInt32(arena.count - start))
  }

  private func removeCustomers(_ customers: ClosedRange<Int64>, count: Int) throws {
    let isDense = customers.upperBound - customers.lowerBound == Int64(count) - 1
    let removals = isDense ? removals.dense : removals.sparse
    for statement in [assigned] + removals {
      statement.bind(1, customers.lowerBound)
      statement.bind(2, customers.upperBound)
      statement.bind(3, run)
    }
    do {
      defer { assigned.reset() }
      while try assigned.step() {
        writer.assignments.noteRemoval(of: assigned.text(1) ?? "", from: assigned.text(0) ?? "")
      }
    }
    for statement in removals { try statement.run() }
  }
}

extension RegisterWriter {
  /// Deletes the customers that a run created and that nobody has changed since, and writes their history, as
  /// ``apply(_:to:)`` does for one.
  ///
  /// - Returns: how many there were.
  package func deleteUntouched(createdByRun run: Int) throws -> Int {
    var creations = try UntouchedCreations(self, ofRun: run)
    return try creations.remove()
  }
}
