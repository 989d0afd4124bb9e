import CustomerModel
import Differ
import Foundation
@testable import RegisterStore
import Rows
import TestSupport
import Testing

/// The file of searched texts that comes of filling an empty register, and what becomes of it when much is added or changed.
@Suite struct LoadedTextsTests {
  private let store: Store
  private static let count = 20_500

  init() throws { store = try Store() }

  private var file: String { store.path + ".search" }

  private func bytes() -> Data? { FileManager.default.contents(atPath: file) }

  private static let fields = [
    "name", "active", "number", "email", "identityNumber", "mailAddress.city", "invoiceAddress.city",
    "contactPersons[1].email", "contactPersons[0].name", "contactPersons[1].name", "contactPersons[0].sendWorkOrder",
  ]

  /// Customers with whatever free text finds, or without.
  private static func rows(_ count: Int, numbers: (Int) -> Said, _ random: inout SeededGenerator) -> [[Said]] {
    (0..<count).map { row in
      let city = ["Örebro", "ÅRE", "Łódź", "Stad"]
      let maybe = { (text: String, random: inout SeededGenerator) -> Said in
        random.chance(0.5) ? .value(text) : random.chance(0.5) ? .absent : .clear
      }
      return [
        .value(random.pick(["Särlings El", "Ab", "Bolag", "北京", "A\u{308}ng"]) + " \(row)"),
        random.pick([.absent, "0", "1"]), numbers(row), maybe("Kund\(row)@Example.se", &random),
        maybe("19121212-1212", &random), maybe(random.pick(city), &random), maybe(random.pick(city), &random),
        maybe("p\(row)@example.se", &random), maybe("Åsa \(row)", &random), maybe("Bo \(row)", &random),
        random.pick([.absent, "0", "1"]),
      ]
    }
  }

  /// Fills the register as an import does, in batches.
  ///
  /// - Parameters:
  ///   - number: what the register generates for a row without one.
  ///   - last: what is done before the run ends.
  private func load(
    _ rows: [[Said]], number: (Int) -> String? = { _ in nil }, last: (RegisterWriter) throws -> Void = { _ in }
  ) throws {
    try store.register.load { writer in
      try writer.begin(RunDescription(kind: .import, source: "test", user: "anna"))
      try writer.beginLoading()
      try Self.create(rows, number: number, in: writer)
      try last(writer)
      try writer.endRun(.init())
    }
  }

  private static func create(
    _ rows: [[Said]], number: (Int) -> String? = { _ in nil }, in writer: RegisterWriter
  ) throws {
    var creator: BatchCreator?
    for start in stride(from: 0, to: rows.count, by: 1024) {
      let batch = RecordBatch(fields, Array(rows[start..<min(start + 1024, rows.count)]))
      var present = try creator ?? BatchCreator(writer, columns: batch.columns, settings: RegisterSettings())
      for row in 0..<batch.count {
        // Here and there a row is rejected.
        if (start + row) % 1000 == 7 { continue }
        _ = try present.create(row: row, of: batch, number: number(start + row))
      }
      try present.flush(batch)
      creator = present
    }
  }

  private static func rename(_ number: String, in writer: RegisterWriter) throws {
    let key = try #require(try writer.key(ofNumber: number))
    let name = try #require(try writer.card(ofCustomer: key.id))[.customerName]
    let change = FieldChange(FieldPath(.customerName), old: name, new: "Omdöpt")
    try writer.apply(CustomerChange(number: number, action: .update, revision: key.revision, fields: [change]))
  }

  private func find(_ text: String) throws -> [String] {
    var search = CustomerSearch()
    search.text = text
    search.activity = .all
    return try store.register.read { reader throws in
      try reader.customers(search).map { try #require(try reader.key(ofCustomer: $0)).number }
    }
  }

  enum Numbers: CaseIterable {
    case ascending, descending, withLetters, generated

    func said(_ row: Int) -> Said {
      switch self {
      case .ascending: .value("\(100 + row)")
      case .descending: .value("\(900_000 - row)")
      case .withLetters: .value(row % 2 == 0 ? "K-\(row * 7919 % 100_003)" : "\(row)")
      case .generated: row % 3 == 0 ? .value("\(500_000 + row)") : .absent
      }
    }

    func generated(_ row: Int) -> String? { self == .generated && row % 3 != 0 ? "\(1000 + row)" : nil }
  }

  @Test(arguments: Numbers.allCases)
  func aLoadLeavesTheFileThatASearchWouldMake(numbers: Numbers) throws {
    var random = SeededGenerator(11)
    try load(Self.rows(Self.count, numbers: numbers.said, &random), number: numbers.generated)
    let loaded = try #require(bytes())
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(!FileManager.default.fileExists(atPath: file + ".new"))
    let found = try find("sarlings 2000")
    #expect(bytes() == loaded)
    store.register.dropSearchIndex()
    #expect(try find("sarlings 2000") == found)
    #expect(bytes() == loaded)
  }

  @Test func aFewCustomersLeaveNoFile() throws {
    var random = SeededGenerator(12)
    try load(Self.rows(3000, numbers: Numbers.ascending.said, &random))
    #expect(bytes() == nil)
    #expect(try find("bolag 1").isEmpty == false)
    #expect(bytes() == nil)
  }

  @Test func aLoadThatFailsLeavesNothing() throws {
    struct Failure: Error {}
    var random = SeededGenerator(13)
    let rows = Self.rows(Self.count, numbers: Numbers.ascending.said, &random)
    #expect(throws: Failure.self) { try load(rows, last: { _ in throw Failure() }) }
    // A number that comes twice is only found when all is loaded.
    var twice = rows
    twice[20_000][2] = twice[3][2]
    #expect(throws: KundregError.self) { try load(twice) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: store.folder.path).sorted() == ["r.db"])
    try load(rows)
    #expect(bytes() != nil)
  }

  @Test func aCustomerThatTheLoadItselfChangesIsFoundAsItIsThen() throws {
    var random = SeededGenerator(14)
    try load(
      Self.rows(Self.count, numbers: Numbers.ascending.said, &random),
      last: { writer in
        try Self.rename("100", in: writer)
      })
    #expect(bytes() == nil)
    #expect(try find("omdopt") == ["100"])
  }

  @Test func aFileThatCannotTakeItsNameHindersNoLoad() throws {
    try FileManager.default.createDirectory(atPath: file + ".new", withIntermediateDirectories: false)
    var random = SeededGenerator(15)
    try load(Self.rows(Self.count, numbers: Numbers.ascending.said, &random))
    #expect(bytes() == nil)
    #expect(try find("sarlings").isEmpty == false)
  }

  @Test func whatIsLoadedAfterAnUndoReplacesTheFile() throws {
    var random = SeededGenerator(16)
    let rows = Self.rows(Self.count, numbers: Numbers.ascending.said, &random)
    try load(rows)
    let first = try #require(bytes())
    try store.run(.undo, reverts: 1) { writer in try LargeRegister.execute(writer, "DELETE FROM customer") }
    try load(rows)
    let second = try #require(bytes())
    #expect(second != first)
    store.register.dropSearchIndex()
    #expect(try find("bolag").isEmpty == false)
    #expect(bytes() == second)
  }

  /// A second source of many customers.
  @Test func customersThatAnotherRunAddsAreReadBesideTheFileOrTakenIntoIt() throws {
    var random = SeededGenerator(17)
    try load(Self.rows(Self.count, numbers: Numbers.withLetters.said, &random))
    let first = try #require(bytes())
    let more = Self.rows(Self.count + 500, numbers: { .value("\(200_000 + $0)") }, &random)
    try store.run { writer in try Self.create(more, in: writer) }
    #expect(bytes() == first)
    store.register.renewSearchIndex(touched: nil, mostPending: 21_000)
    #expect(bytes() == first)
    store.register.renewSearchIndex(touched: nil, mostPending: 20_000)
    let both = try #require(bytes())
    #expect(both.count > first.count + 1_000_000)
    let found = try find("sarlings 200")
    #expect(found.count > 3 && bytes() == both)
    try first.write(to: URL(fileURLWithPath: file))
    #expect(try find("sarlings 200") == found)
    #expect(bytes() == both)
    store.register.dropSearchIndex()
    #expect(try find("sarlings 200") == found)
    #expect(bytes() == both)
  }

  @Test func whatManyChangesLeftIsTakenIntoTheFile() throws {
    var random = SeededGenerator(18)
    try load(Self.rows(Self.count, numbers: Numbers.ascending.said, &random))
    let first = try #require(bytes())
    try store.run { writer in
      for row in 1...99 where row != 7 {
        try Self.rename("\(100 + row)", in: writer)
      }
    }
    store.register.renewSearchIndex(touched: nil, mostPending: 300)
    #expect(bytes() == first)
    store.register.renewSearchIndex(touched: nil, mostPending: 290)
    let renewed = try #require(bytes())
    #expect(renewed != first)
    #expect(try find("omdopt").count == 98)
    store.register.dropSearchIndex()
    _ = try find("omdopt")
    #expect(bytes() == renewed)
  }

  /// As the first pull from an accounting system, or a plan that is applied to an empty register.
  @Test(arguments: [19_000, 20_500])
  func aRunThatMakesARegisterLargeLeavesTheFile(count: Int) throws {
    var random = SeededGenerator(19)
    try store.add([["number": "1", "name": "Den första"]])
    let rows = Self.rows(count, numbers: Numbers.ascending.said, &random)
    try store.run { writer in try Self.create(rows, in: writer) }
    #expect((bytes() != nil) == (count == 20_500))
    #expect(try find("forsta") == ["1"])
  }
}
