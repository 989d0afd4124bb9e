import CustomerModel
import Differ
import RegisterStore
import Rows
import TestSupport
import Testing

@Suite struct BatchMatcherTests {
  private let store: Store

  init() throws {
    store = try Store()
    try store.run { writer throws in
      try writer.addCustomField(CustomFieldDefinition(name: "Region", kind: .text))
      for values in Self.customers { try writer.apply(SchemaTests.creation(of: Store.card(values))) }
    }
  }

  /// Ids are given from 1 in this order.
  private static let customers = [
    [
      "number": "0010", "name": "Åkes Bygg AB", "identityNumber": "559999-0008", "phone": "08-1",
      "facilityRequired": "1",
      "tags": CustomerCard.set(of: ["A", "AB", "Ö"]), "customFields.Region": "Norr", "contactPersons[0].name": "Anna",
      "contactPersons[0].sendWorkOrder": "1", "contactPersons[1].email": "bo@example.se",
    ],
    ["number": "10", "identityNumber": "556677-8899"], ["number": "11", "identityNumber": "556677-8899"],
    ["number": "12", "identityNumber": "556677-8899"],
  ]

  private func match(_ fields: [String], _ row: [Said], keys: [MatchKey] = [.number]) throws -> RowMatch {
    let batch = RecordBatch(fields, [row])
    return try store.register.read { try $0.matcher(columns: batch.columns, keys: keys).match(batch) }[0]
  }

  @Test(
    arguments: [
      ("0010", RowMatch.same(1)), ("10", .same(2)), ("010", .none), ("00100", .none), ("0010 ", .none), (nil, .none),
    ] as [(String?, RowMatch)])
  func numbersAreComparedByteForByte(number: String?, expected: RowMatch) throws {
    #expect(try match(["number"], [number.map { .value($0) } ?? .absent]) == expected)
  }

  static let comparisons: [(field: String, said: Said, isSame: Bool)] = [
    ("name", "Åkes Bygg AB", true), ("name", "Åkes Bygg A", false), ("name", "Åkes Bygg ABC", false),
    ("name", "åkes Bygg AB", false), ("name", nil, true),
    ("phone", "08-1", true), ("phone", .clear, false), ("email", .clear, true), ("email", "a@example.se", false),
    ("type", .clear, true), ("type", "company", true), ("type", "private", false),
    ("active", "1", true), ("active", "0", false), ("active", .clear, true),
    ("facilityRequired", "1", true), ("facilityRequired", "0", false), ("facilityRequired", .clear, false),
    ("facilitiesDisabled", .clear, true), ("facilitiesDisabled", "0", true), ("facilitiesDisabled", "1", false),
    ("tags", "A\u{1F}AB\u{1F}Ö\u{1F}", true), ("tags", "A\u{1F}AB\u{1F}", false), ("tags", "A\u{1F}Ö\u{1F}", false),
    ("tags", "A\u{1F}AB\u{1F}Ö\u{1F}Ü\u{1F}", false), ("tags", "AB\u{1F}Ö\u{1F}", false), ("tags", .clear, false),
    ("tags", nil, true), ("subgroups", .clear, true), ("subgroups", "X\u{1F}", false),
    ("customFields.Region", "Norr", true), ("customFields.Region", "Nor", false),
    ("customFields.Region", .clear, false),
    ("customFields.Region", nil, true), ("customFields.Annat", .clear, true), ("customFields.Annat", "x", false),
    ("contactPersons[0].name", "Anna", true), ("contactPersons[0].name", "Bo", false),
    ("contactPersons[0].phone", .clear, true), ("contactPersons[0].sendWorkOrder", "1", true),
    ("contactPersons[0].sendWorkOrder", .clear, false), ("contactPersons[0].mainContact", "0", true),
    ("contactPersons[1].email", "bo@example.se", true), ("contactPersons[1].name", "Bo", false),
    ("contactPersons[2].name", "Carl", false), ("contactPersons[2].name", .clear, true),
    ("contactPersons[2].mainContact", "0", true), ("contactPersons[2].mainContact", "1", false),
    ("contactPersons[2].name", nil, true),
  ]

  @Test(arguments: comparisons.indices)
  func aRowIsTheSameExactlyWhenItSaysNothingNew(index: Int) throws {
    let (field, said, isSame) = Self.comparisons[index]
    #expect(try match(["number", field], ["0010", said]) == (isSame ? .same(1) : .differs(1)), "\(field) \(said)")
  }

  /// A row that the matcher calls the same is never looked at again, so the differ must find nothing in it either.
  @Test func whatTheMatcherCallsTheSameTheDifferDoesToo() throws {
    let card = try #require(try store.card("0010"))
    var agreed = 0
    for (field, said, isSame) in Self.comparisons {
      let incoming = IncomingCard(row: 0, of: RecordBatch(["number", field], [["0010", said]]))
      let changes = CardDiffer.changes(from: card, to: incoming)
      if isSame { #expect(changes.isEmpty, "\(field) \(said)") }
      agreed += changes.isEmpty == isSame ? 1 : 0
    }
    #expect(agreed == Self.comparisons.count)
  }

  @Test(
    arguments: [
      (nil, "559999-0008", RowMatch.same(1)), ("999", "559999-0008", .differs(1)), ("10", "559999-0008", .differs(2)),
      (nil, "556677-8899", .ambiguous([2, 3])), ("11", "556677-8899", .same(3)), (nil, "556000-0001", .none),
      (nil, nil, .none),
    ] as [(String?, String?, RowMatch)])
  func identityIsAskedOnlyWhenNoNumberFits(number: String?, identity: String?, expected: RowMatch) throws {
    let row = [number, identity].map { $0.map { Said.value($0) } ?? .absent }
    #expect(try match(["number", "identityNumber"], row, keys: [.number, .identity]) == expected)
    let byNumberOnly = try match(["number", "identityNumber"], row)
    let isKnown = ["10", "11"].contains(number)
    #expect(byNumberOnly == (isKnown ? expected : .none))
  }

  @Test func aWholeBatchIsMatchedRowByRow() throws {
    let batch = RecordBatch(["number", "name"], [["12", "Namn"], ["10", "Nytt"], ["x", "Namn"], [nil, nil]])
    let matches = try store.register.read { try $0.matcher(columns: batch.columns, keys: [.number]).match(batch) }
    #expect(matches == [.same(4), .differs(2), .none, .none])
  }

  @Test func customersOfTheSameRunAreFoundByNumberButNotByIdentity() throws {
    try store.run { writer throws in
      let fields = ["number", "name", "identityNumber"]
      let batch = RecordBatch(fields, [["90", "Ny", "556000-0001"], [nil, nil, "556000-0001"]])
      let matcher = try writer.matcher(columns: batch.columns, keys: [.number, .identity])
      var creator = try BatchCreator(writer, columns: batch.columns, settings: RegisterSettings())
      let id = try creator.create(row: 0, of: batch)
      try creator.flush(batch)
      #expect(try matcher.match(batch) == [.same(id), .none])
    }
  }
}
