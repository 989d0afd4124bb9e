import CustomerModel
import Foundation
import GRDB
import Synchronization

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
    self.init()
    let filter: (String) -> String
    switch which {
    case .range(let ids):
      filter = { " WHERE \($0) >= \(ids.lowerBound) AND \($0) < \(ids.upperBound)" }
      let end = try min(ids.upperBound, SearchStamp(db).nextCustomer)
      reserve(Int(max(0, end - ids.lowerBound)), bytes: Int(max(0, end - ids.lowerBound)) * 128)
    case .these(let customers):
      let ids = customers.sorted().map(String.init).joined(separator: ",")
      filter = { " WHERE \($0) IN (SELECT value FROM json_each('[\(ids)]'))" }
    }
    let customers = try SQLiteStatement(
      db,
      """
      SELECT id, active, number, name, email, invoice_city, nullif(visiting_city, invoice_city),
        nullif(nullif(mail_city, invoice_city), visiting_city), identity_number
      FROM customer\(filter("id")) ORDER BY id
      """)
    let persons = try SQLiteStatement(
      db, "SELECT customer, name, email FROM contact_person\(filter("customer")) ORDER BY customer, position")
    defer {
      customers.reset()
      persons.reset()
    }
    var hasPerson = try persons.step()
    while try customers.step() {
      let id = customers.integer(0)
      begin(customers.bytes(2))
      for column in Int32(3)...7 { add(customers.bytes(column)) }
      addIdentity(customers.bytes(8))
      while hasPerson, persons.integer(0) <= id {
        if persons.integer(0) == id {
          add(persons.bytes(1))
          add(persons.bytes(2))
        }
        hasPerson = try persons.step()
      }
      guard end(customer: id, isActive: customers.integer(1) == 1) else { throw Self.tooLarge }
    }
  }

  /// The searched texts of all customers, the second half of them read by another thread: whoever searches waits for it.
  ///
  /// - Parameters:
  ///   - stamp: the state that `db` sees; the other thread's connection must see the same, or its half is not used.
  ///   - path: the register's file.
  init(_ db: Database, at stamp: SearchStamp, path: String) throws {
    let middle = stamp.nextCustomer / 2
    let other = OtherHalf()
    let thread = Thread { other.read(.range(middle..<Int64.max), at: stamp, path: path) }
    thread.stackSize = 1 << 20
    thread.start()
    defer { other.wait() }
    try self.init(db, .range(0..<middle))
    let second = try other.result() ?? SearchEntries(db, .range(middle..<Int64.max))
    guard append(second) else { throw Self.tooLarge }
  }

  /// What the other thread reads.
  private final class OtherHalf: Sendable {
    private let entries = Mutex<SearchEntries?>(nil)
    private let isDone = DispatchSemaphore(value: 0)

    func read(_ which: Which, at stamp: SearchStamp, path: String) {
      var configuration = Configuration()
      configuration.readonly = true
      // Whatever goes wrong here, the first thread reads this half itself, and meets it again.
      let read = try? DatabaseQueue(path: path, configuration: configuration).read { db in
        try SearchStamp(db) == stamp ? SearchEntries(db, which) : nil
      }
      entries.withLock { $0 = read ?? nil }
      isDone.signal()
    }

    /// Waits until the other thread is done; may be asked again.
    func wait() {
      isDone.wait()
      isDone.signal()
    }

    func result() -> SearchEntries? {
      wait()
      return entries.withLock { $0 }
    }
  }
}
