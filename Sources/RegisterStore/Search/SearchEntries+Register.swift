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
    KundregError(
      .failed, code: "search.tooLarge",
      "The register is too large for free text. Search by fields with --where instead.")
  }

  /// The searched texts of customers, by id.
  ///
  /// - Throws: ``KundregError`` `search.tooLarge` when they exceed four gigabytes.
  init(_ db: Database, _ which: Which) throws {
    let filter: (String) -> String
    switch which {
    case .range(let ids):
      filter = { " WHERE \($0) >= \(ids.lowerBound) AND \($0) < \(ids.upperBound)" }
      let end = try min(ids.upperBound, SearchStamp(db).nextCustomer)
      let count = Int(max(0, end - ids.lowerBound))
      self.init(reserving: count, bytes: count * 128)
    case .these(let customers):
      let ids = customers.sorted().map(String.init).joined(separator: ",")
      filter = { " WHERE \($0) IN (SELECT value FROM json_each('[\(ids)]'))" }
      self.init()
    }
    let customers = try SQLiteStatement(
      db,
      """
      SELECT id, active, number, name, email, identity_number, invoice_city, visiting_city, mail_city
      FROM customer\(filter("id")) ORDER BY id
      """)
    let persons = try SQLiteStatement(
      db, "SELECT customer, name, email FROM contact_person\(filter("customer")) ORDER BY customer, position")
    defer {
      customers.reset()
      persons.reset()
    }
    var entry = SearchEntryText()
    var person = try persons.step() ? persons.integer(0) : nil
    while try customers.step() {
      let id = customers.integer(0)
      entry.begin(customers.bytes(2))
      entry.add(customers.bytes(3))
      entry.add(customers.bytes(4))
      entry.addIdentity(customers.bytes(5))
      let (invoice, visiting, mail) = (customers.bytes(6), customers.bytes(7), customers.bytes(8))
      entry.add(invoice)
      if !visiting.isEmpty, !Self.isSame(visiting, invoice) { entry.add(visiting) }
      if !mail.isEmpty, !Self.isSame(mail, invoice), !Self.isSame(mail, visiting) { entry.add(mail) }
      while let customer = person, customer <= id {
        if customer == id {
          entry.add(persons.bytes(1))
          entry.add(persons.bytes(2))
        }
        person = try persons.step() ? persons.integer(0) : nil
      }
      guard append(entry.bytes, customer: id, isActive: customers.integer(1) == 1) else { throw Self.tooLarge }
    }
  }

  private static func isSame(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
    a.count == b.count && memcmp(a.baseAddress!, b.baseAddress!, a.count) == 0
  }

  /// The searched texts of all customers in two parts, each read by a thread: whoever searches waits for it.
  ///
  /// - Parameters:
  ///   - stamp: the state that `db` sees.
  ///   - path: the register's file.
  static func halves(
    _ db: Database, at stamp: SearchStamp, path: String
  ) throws -> (first: SearchEntries, second: SearchEntries) {
    let halves = try PartedReading(db, at: stamp, path: path).read(parts: 2) {
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
