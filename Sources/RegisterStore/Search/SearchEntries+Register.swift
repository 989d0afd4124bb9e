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
    let fields = SearchEntryText.customerFields.map { $0.column! }.joined(separator: ", ")
    let customers = try SQLiteStatement(
      db, "SELECT id, active, \(fields) FROM customer\(filter("id")) ORDER BY id")
    let personFields = SearchEntryText.personFields.map { $0.personColumn! }
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
    var entry = SearchEntryText()
    var person = try persons.step() ? persons.integer(0) : nil
    while try customers.step() {
      let id = customers.integer(0)
      entry.clear()
      entry.begin { customers.bytes(Int32($0) + 2) }
      while let customer = person, customer <= id {
        if customer == id {
          for field in personFields.indices { entry.add(persons.bytes(Int32(field) + 1)) }
        }
        person = try persons.step() ? persons.integer(0) : nil
      }
      guard append(entry.bytes, customer: id, isActive: customers.integer(1) == 1) else { throw Self.tooLarge }
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
