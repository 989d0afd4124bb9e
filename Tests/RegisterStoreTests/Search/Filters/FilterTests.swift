import CustomerModel
import RegisterStore
import Testing

@Suite struct FilterTests {
  private let store: Store

  init() throws {
    store = try Store()
    try store.run {
      try $0.addCustomField(CustomFieldDefinition(name: "Yta", kind: .number))
      try $0.addCustomField(CustomFieldDefinition(name: "Avtal's slut", kind: .date))
    }
    try store.add([
      [
        "number": "9", "name": "Ängby El", "tags": "Avtal\u{1F}VIP\u{1F}", "customFields.Yta": "9.5",
        "customFields.Avtal's slut": "2026-03-01", "contactPersons[0].name": "Eva",
        "contactPersons[0].email": "e@x.example",
        "contactPersons[1].name": "Örjan", "vatType": "custom", "vatPercent": "6",
        "references": #"[{"kind":"order","number":"4711","title":"Byte av växel"}]"#,
      ],
      [
        "number": "10", "name": "Zinkgruvan", "customFields.Yta": "100", "customFields.Avtal's slut": "2025-12-31",
        "contactPersons[0].name": "Örjan", "vatType": "custom", "vatPercent": "25", "email": "info@zink.example",
      ],
      ["number": "A1", "name": "Bergs", "tags": "VIP\u{1F}"],
    ])
  }

  private func find(_ path: String, _ comparison: CustomerFilter.Comparison, _ value: String?) throws -> [String] {
    var search = CustomerSearch()
    let isOfAnyPerson = path.contains("[]")
    let field = isOfAnyPerson ? FieldPath(Field.named(path)!) : FieldPath(path)!
    search.filter = .condition(.init(field, ofAnyPerson: isOfAnyPerson, comparison, value))
    return try store.register.read { reader throws in
      try reader.customers(search).map { try #require(try reader.key(ofCustomer: $0)).number }
    }
  }

  @Test(
    arguments: [
      ("name", .notEqual, "Bergs", ["9", "10"]), ("email", .notEqual, "info@zink.example", ["9", "A1"]),
      ("email", .notEqual, nil, ["10"]), ("email", .equal, nil, ["9", "A1"]),
      ("name", .contains, "ANGBY", ["9"]), ("name", .contains, "ä", ["9", "10"]), ("name", .contains, "%", []),
      ("tags", .notEqual, "VIP\u{1F}", ["10"]), ("tags", .notEqual, nil, ["9", "A1"]), ("tags", .equal, nil, ["10"]),
      ("tags", .contains, "avt", ["9"]), ("facilityRequired", .notEqual, "1", ["9", "10", "A1"]),
      ("name", .greaterOrEqual, "Zinkgruvan", ["9", "10"]), ("name", .less, "Ängby El", ["10", "A1"]),
      ("number", .greater, "9", ["10", "A1"]), ("number", .lessOrEqual, "10", ["9", "10"]), ("number", .less, "09", []),
      ("number", .lessOrEqual, "09", ["9"]),
      ("vatPercent", .greater, "6", ["10"]), ("vatPercent", .less, "25", ["9"]),
      ("customFields.Yta", .greater, "9.5", ["10"]), ("customFields.Yta", .lessOrEqual, "9.5", ["9"]),
      ("customFields.Avtal's slut", .less, "2026", ["10"]), ("customFields.Avtal's slut", .greater, "2026-02", ["9"]),
      ("customFields.Avtal's slut", .notEqual, nil, ["9", "10"]),
      ("contactPersons[].name", .equal, "Örjan", ["9", "10"]), ("contactPersons[0].name", .equal, "Örjan", ["10"]),
      ("contactPersons[].name", .notEqual, "Eva", ["10", "A1"]),
      ("contactPersons[].name", .contains, "orj", ["9", "10"]),
      ("contactPersons[].email", .equal, nil, ["10", "A1"]), ("contactPersons[].email", .notEqual, nil, ["9"]),
      ("contactPersons[].mainContact", .equal, "0", ["9", "10"]), ("contactPersons[].name", .less, "F", ["9"]),
      ("references", .contains, "vaxel", ["9"]), ("references", .equal, "4711", ["9"]),
      ("references", .equal, "471", []),
      ("references", .equal, nil, ["10", "A1"]), ("references", .notEqual, nil, ["9"]),
      ("references", .contains, "title", []),
      ("created", .greater, "1999", ["9", "10", "A1"]), ("created", .less, "1999-12", []),
    ] as [(String, CustomerFilter.Comparison, String?, [String])])
  func everyComparisonHoldsOnEveryKindOfField(
    field: String, comparison: CustomerFilter.Comparison, value: String?, expected: [String]
  ) throws {
    #expect(try find(field, comparison, value) == expected)
  }

  @Test func instantsAreComparedToTheSecond() throws {
    let created = try #require(try store.register.read { try $0.card(ofNumber: "9") }?[.created])
    #expect(try find("created", .equal, created) == ["9", "10", "A1"])
    #expect(try find("created", .notEqual, created) == [])
    #expect(try find("created", .greaterOrEqual, created) == ["9", "10", "A1"])
    #expect(try find("created", .greater, created) == [])
  }

  @Test func savedFiltersAreReplacedListedAndDeleted() throws {
    let filter = SavedFilter(name: "Öst", definition: "{}", createdBy: "eva", createdAt: "2026-11-24T00:00:00Z")
    let other = SavedFilter(name: "zon", definition: "{}", createdBy: "bo", createdAt: "2026-11-24T00:00:00Z")
    try store.register.write {
      try $0.save(SavedFilter(name: "Öst", definition: "[]", createdBy: "x", createdAt: "y"))
      try $0.save(filter)
      try $0.save(other)
    }
    #expect(try store.register.read { try $0.savedFilters() } == [other, filter])
    try store.register.write { try $0.deleteSavedFilter(named: "zon") }
    #expect(try store.register.read { try $0.savedFilter(named: "zon") } == nil)
    #expect(try store.register.read { try $0.savedFilter(named: "Öst") } == filter)
  }
}
