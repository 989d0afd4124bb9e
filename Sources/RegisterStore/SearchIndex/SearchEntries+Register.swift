import CustomerModel
import Foundation
import GRDB

extension SearchEntries {
  /// Which customers' texts are read.
  enum Which: Sendable {
    case these(Set<Int64>)
    case range(Range<Int64>)

    static let all = Which.range(0..<Int64.max)
  }

  static var tooLarge: KundregError {
    KundregError(.searchTooLarge, RegisterTexts.tooLargeForFreeText)
  }

  /// The searched texts of customers, by id.
  ///
  /// - Throws: ``KundregError`` `search.tooLarge` when they exceed four gigabytes.
  init(_ db: Database, _ which: Which) throws {
    if case .range(let ids) = which {
      let end = try min(ids.upperBound, SearchStamp(db).nextCustomer)
      let count = Int(max(0, end - ids.lowerBound))
      self.init(reserving: count, bytes: count * 128)
    } else {
      self.init()
    }
    var text = SearchEntryText()
    try Self.read(db, which) { key, write in
      text.clear()
      try write(&text)
      guard append(text.bytes, key: key) else { throw Self.tooLarge }
    }
  }

  /// Gives the body what puts each customer's entry together, with its key, in the order of the ids.
  static func read(
    _ db: Database, _ which: Which, _ body: (Int64, (inout SearchEntryText) throws -> Void) throws -> Void
  ) throws {
    let filter: (String) -> String
    switch which {
    case .range(let ids):
      filter = { " WHERE \($0) >= \(ids.lowerBound) AND \($0) < \(ids.upperBound)" }
    case .these(let customers):
      let ids = customers.sorted().map(String.init).joined(separator: ",")
      filter = { " WHERE \($0) IN (SELECT value FROM json_each('[\(ids)]'))" }
    }
    let fields = SearchedFields.customer.map { $0.column! }.joined(separator: ", ")
    let customers = try SQLiteStatement(
      db, "SELECT id, active, \(fields) FROM customer\(filter("id")) ORDER BY id")
    let personFields = SearchedFields.person.map { $0.personColumn! }
    let persons = try SQLiteStatement(
      db,
      """
      SELECT customer, \(personFields.joined(separator: ", ")) FROM contact_person\(filter("customer"))
      ORDER BY customer, position
      """)
    defer {
      customers.reset()
      persons.reset()
    }
    var person = try persons.step() ? persons.integer(0) : nil
    while try customers.step() {
      let id = customers.integer(0)
      try body(key(id, isActive: customers.integer(1) == 1)) { entry in
        entry.begin { customers.bytes(Int32($0) + 2) }
        while let customer = person, customer <= id {
          if customer == id {
            for field in personFields.indices { entry.add(persons.bytes(Int32(field) + 1)) }
          }
          person = try persons.step() ? persons.integer(0) : nil
        }
      }
    }
  }

  /// The searched texts of customers in two parts, each read by a thread: whoever searches waits for it.
  ///
  /// - Parameters:
  ///   - stamp: the state that `db` sees.
  ///   - path: the register's file.
  ///   - first: the first customer's id; those that follow are read, too.
  static func halves(
    _ db: Database, at stamp: SearchStamp, path: String, from first: Int64 = 0
  ) throws -> (first: SearchEntries, second: SearchEntries) {
    let halves = try PartedReading(db, at: stamp, path: path).read(parts: 2, from: first) {
      HandedOver(entries: try SearchEntries($0, .range($1)))
    }
    return (halves[0].entries, halves[1].entries)
  }

  // Its text is memory that appending changes. Whoever made the entries gives them away and appends no more, and whoever gets
  // them has waited for that.
  private struct HandedOver: @unchecked Sendable {
    let entries: SearchEntries
  }
}
