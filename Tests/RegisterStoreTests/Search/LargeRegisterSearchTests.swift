import CustomerModel
import GRDB
@testable import RegisterStore
import TestSupport
import Testing

/// Conditions, orders and pages in a register that is read in parts.
@Suite struct LargeRegisterSearchTests {
  private let store: Store

  init() throws { store = try LargeRegister().store }

  private func find(
    _ filter: CustomerFilter? = nil, sort: [CustomerSearch.Order] = [], limit: Int?, offset: Int = 0,
    text: String? = nil,
    parts: Int
  ) throws -> [String] {
    var search = CustomerSearch()
    (search.text, search.filter, search.sort, search.limit, search.offset) = (text, filter, sort, limit, offset)
    return try store.register.read { reader throws in
      try reader.customers(search, mostNamed: 100, parts: parts).map {
        try #require(try reader.key(ofCustomer: $0)).number
      }
    }
  }

  private func condition(
    _ field: String, _ comparison: CustomerFilter.Comparison, _ value: String?
  ) -> CustomerFilter {
    let isOfAny = field.contains("[]")
    return .condition(
      CustomerFilter.Condition(
        isOfAny ? FieldPath(Field.named(field)!) : FieldPath(field)!, ofAnyPerson: isOfAny, comparison, value))
  }

  private static let byName = CustomerSearch.Order(FieldPath(.customerName), isDescending: true)
  private static let byUpdate = CustomerSearch.Order(FieldPath(.updated), isDescending: true)

  /// Those with the highest and the lowest number lie at the two ends of the register.
  @Test(arguments: [1, 2, 5])
  func aPageInAnOrderIsTakenFromTheWholeLargeRegister(parts: Int) throws {
    #expect(try find(sort: [Self.byName], limit: 3, parts: parts) == ["23000", "9000", "20001"])
    #expect(try find(sort: [Self.byName], limit: 2, offset: 1, parts: parts) == ["9000", "20001"])
    #expect(try find(sort: [Self.byName], limit: 2, text: "bolag", parts: parts) == ["20001", "20002"])
    #expect(
      try find(sort: [CustomerSearch.Order(FieldPath(.number), isDescending: true)], limit: 1, parts: parts) == [
        "29999"
      ])
    #expect(try find(sort: [CustomerSearch.Order(FieldPath("email")!)], limit: 2, parts: parts) == ["9000", "9001"])
  }

  @Test(arguments: [1, 2])
  func whatARunChangedComesFirstInTheOrderOfChanges(parts: Int) throws {
    try store.run { try LargeRegister.execute($0, "UPDATE run SET started_at = '2026-01-01T00:00:00Z' WHERE id = 1") }
    try store.change("29000", ["email": "sist@example.se"])
    #expect(try find(sort: [Self.byUpdate], limit: 2, parts: parts) == ["29000", "9000"])
    #expect(try find(sort: [CustomerSearch.Order(FieldPath("email")!)], limit: 2, parts: parts) == ["29000", "9000"])
  }

  @Test(arguments: [1, 2, 5])
  func conditionsAreAskedOfTheWholeLargeRegister(parts: Int) throws {
    try store.change("9500", ["email": "Förr@example.se", "visitingAddress.city": "Kiruna"])
    try store.change("29999", ["email": "FÖRST@example.se"])
    #expect(try find(condition("email", .contains, "FÖR"), limit: 10, parts: parts) == ["9500", "29999"])
    #expect(try find(condition("email", .equal, "Förr@example.se"), limit: 10, parts: parts) == ["9500"])
    #expect(try find(.not(condition("email", .equal, nil)), limit: 10, parts: parts) == ["9500", "29999"])
    #expect(try find(condition("email", .notEqual, "Förr@example.se"), limit: 2, parts: parts) == ["9000", "9001"])
    #expect(try find(condition("number", .equal, "29999"), limit: 10, parts: parts) == ["29999"])
    #expect(
      try find(condition("name", .contains, "bolag 2099"), limit: 2, offset: 9, parts: parts) == ["9010", "27901"])
    #expect(try find(condition("email", .contains, "först"), limit: nil, parts: parts) == ["29999"])
    #expect(try find(condition("email", .contains, "för"), limit: nil, offset: 1, parts: parts) == ["29999"])
    #expect(
      try find(condition("visitingAddress.city", .contains, "kir"), sort: [Self.byName], limit: 9, parts: parts) == [
        "9500"
      ])
  }

  /// Most customers have a contact person, a custom value and a tag, and few a second person: many and few are found in
  /// different ways.
  @Test(arguments: [1, 2, 5])
  func whatStandsInOtherTablesIsAskedOfTheWholeLargeRegister(parts: Int) throws {
    try store.run { writer in
      for sql in [
        """
        INSERT INTO contact_person (customer, position, name, phone)
          SELECT id, 0, 'Eva ' || id, '070-' || id FROM customer WHERE id <> 20999
        """,
        "INSERT INTO contact_person (customer, position, name, mobile) VALUES (5, 1, 'Bo', '+46 8 1'), (20000, 1, 'Åke', '08-1')",
        "INSERT INTO custom_field (name, kind) VALUES ('Yta', 'number')",
        "INSERT INTO custom_value (customer, field, value) SELECT id, 'Yta', id FROM customer WHERE id <> 7",
        "INSERT INTO tag (name) VALUES ('A'), ('B')",
        "INSERT INTO customer_tag (customer, name) SELECT id, 'A' FROM customer WHERE id <> 20998",
        "INSERT INTO customer_tag (customer, name) VALUES (5, 'B'), (20998, 'B')",
      ] { try LargeRegister.execute(writer, sql) }
    }
    let searches: [(filter: CustomerFilter, found: [String])] = [
      (condition("contactPersons[].name", .contains, "eva"), ["9000", "9003", "9004"]),
      (condition("contactPersons[].name", .contains, "ake"), ["10000"]),
      (condition("contactPersons[].mobile", .equal, "08-1"), ["10000", "29995"]),
      (condition("contactPersons[].mobile", .contains, "+46 8"), ["10000", "29995"]),
      (condition("contactPersons[].phone", .equal, nil), ["9001"]),
      (condition("contactPersons[].phone", .notEqual, nil), ["9000", "9003", "9004"]),
      (condition("contactPersons[1].name", .notEqual, nil), ["10000", "29995"]),
      (condition("contactPersons[1].name", .equal, "Eva 5"), []),
      (
        .any([
          condition("contactPersons[].name", .equal, "Bo"), condition("contactPersons[].phone", .contains, "07020997"),
        ]),
        ["9003", "29995"]
      ),
      (
        .any([
          condition("contactPersons[1].name", .equal, "Bo"), condition("contactPersons[0].name", .equal, "Eva 20997"),
        ]),
        ["9003", "29995"]
      ),
      (condition("customFields.Yta", .greater, "20997"), ["9000", "9001"]),
      (condition("customFields.Yta", .lessOrEqual, "20996"), ["9004", "9005", "9006"]),
      (condition("customFields.Yta", .equal, nil), ["29993"]),
      (condition("tags", .contains, "b"), ["29995"]), (condition("tags", .equal, "A\u{1F}B\u{1F}"), ["29995"]),
      (condition("tags", .notEqual, "A\u{1F}"), []), (condition("tags", .equal, "A\u{1F}"), ["9000", "9001", "9003"]),
    ]
    try store.run { try LargeRegister.execute($0, "UPDATE customer SET active = 0 WHERE id = 20998") }
    for (filter, found) in searches {
      #expect(try find(filter, limit: 3, parts: parts) == found, "\(filter)")
      #expect(try find(filter, sort: [CustomerSearch.Order(FieldPath(.number))], limit: 3, parts: parts) == found)
    }
    #expect(
      try find(
        sort: [CustomerSearch.Order(FieldPath("contactPersons[1].name")!, isDescending: true)], limit: 3, parts: parts)
        == ["10000", "29995", "9000"])
    #expect(
      try find(
        condition("tags", .equal, "A\u{1F}"),
        sort: [
          CustomerSearch.Order(FieldPath("customFields.Yta")!),
          CustomerSearch.Order(FieldPath("contactPersons[0].name")!),
        ],
        limit: 2, parts: parts) == ["29999", "29998"])
  }

  /// More than so many of a part are not compared once more, but read in their order.
  @Test(arguments: [1, 3])
  func longListsAreWholeAndInOrder(parts: Int) throws {
    let firms = CustomerFilter.condition(CustomerFilter.Condition(FieldPath(.customerName), .contains, "bolag"))
    let all = (9001...29999).map(String.init).filter { !["16000", "23000"].contains($0) }
    #expect(try find(firms, limit: nil, parts: parts) == all)
    for (limit, offset) in [(9_999, 1), (10_000, 0), (10_000, 1), (5, 20_995), (5, 21_000), (0, 0), (.max, 20_996)] {
      let expected = Array(all.dropFirst(offset).prefix(limit))
      let byNumber = [CustomerSearch.Order(FieldPath(.number))]
      #expect(try find(firms, limit: limit, offset: offset, parts: parts) == expected, "\(limit) \(offset)")
      #expect(
        try find(firms, sort: byNumber, limit: limit, offset: offset, parts: parts) == expected, "\(limit) \(offset)")
    }
  }

  @Test func aRegisterThatIsBeingWrittenIsSearchedAsItIsThere() throws {
    var search = CustomerSearch()
    search.sort = [Self.byName]
    search.limit = 1
    try store.run { writer in
      try LargeRegister.execute(writer, "UPDATE customer SET name = 'Östlings' WHERE number = '29000'")
      let found = try writer.customers(search, mostNamed: 100, parts: 2)
      #expect(try found.map { try writer.key(ofCustomer: $0)?.number } == ["29000"])
    }
  }

  /// A part whose connection fails is read by the connection that asked; what fails there, too, is told.
  @Test func partsThatCannotBeReadAsideAreReadHere() throws {
    struct Refused: Error {}
    try store.register.read { reader throws in
      let stamp = try SearchStamp(reader.db)
      for path in [store.path, store.path + ".none"] {
        let counts = try PartedReading(reader.db, at: stamp, path: path).read(parts: 3) { db, ids in
          try Int.fetchOne(
            db, sql: "SELECT count(*) FROM customer WHERE id >= ? AND id < ?",
            arguments: [ids.lowerBound, ids.upperBound])!
        }
        #expect(counts == [6999, 7000, 7001])
      }
      #expect(throws: Refused.self) {
        try PartedReading(reader.db, at: stamp, path: store.path).read(parts: 3) { _, ids -> Int in
          if ids.upperBound == .max { throw Refused() }
          return 0
        }
      }
    }
  }

  /// However many customers have the words, and whichever way the others are left out.
  @Test(arguments: [0, 1000, 30_000])
  func broadSearchesWithOtherConditionsAndOrderAgree(mostNamed: Int) throws {
    let find = { (change: (inout CustomerSearch) -> Void) in
      var search = CustomerSearch()
      search.text = "örebro"
      search.limit = 3
      search.offset = 1
      change(&search)
      return try store.register.read { try $0.customers(search, mostNamed: mostNamed, parts: 2) }
    }
    let special = CustomerFilter.condition(.init(FieldPath(.customerName), .contains, "särling"))
    #expect(
      try find {
        $0.activity = .all
        $0.sort = [.init(FieldPath(.customerName), isDescending: true)]
      } == [21000, 14000, 9999])
    #expect(try find { $0.filter = special } == [7000])
    #expect(
      try find {
        $0.filter = special
        $0.limit = nil
        $0.offset = 0
        $0.activity = .inactive
      } == [14000])
    #expect(
      try find {
        $0.filter = special
        $0.sort = [.init(FieldPath(.number), isDescending: true)]
        $0.offset = 0
      } == [7000, 21000])
    // Without words, too, a page of a long list.
    #expect(
      try find {
        $0.text = nil
        $0.filter = special
      } == [7000])
    #expect(try find { $0.text = nil } == [20999, 20998, 20997])
    #expect(
      try find {
        $0.text = nil
        $0.offset = 30_000
      }.isEmpty)
  }
}
