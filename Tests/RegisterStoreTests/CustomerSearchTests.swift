import CustomerModel
import RegisterStore
import TestSupport
import Testing

@Suite struct CustomerSearchTests {
  private let store: Store

  init() throws {
    store = try Store()
    try store.run { try $0.addCustomField(CustomFieldDefinition(name: "Region", kind: .text)) }
    try store.add([
      [
        "number": "10", "name": "Åkes Bygg", "email": "info@akes.example", "phone": "08-1", "tags": "A\u{1F}B\u{1F}",
        "customFields.Region": "Norr", "invoiceAddress.city": "Malmö", "facilityRequired": "1",
      ],
      [
        "number": "9", "name": "Bo 100%", "contactPersons[0].name": "Märta Öst", "tags": "B\u{1F}",
        "contactPersons[1].email": "k@oest.example", "costCenter": "100",
      ],
      ["number": "0100", "name": "under_score", "vatType": "custom", "vatPercent": "25"],
      ["number": "K1", "name": "back\\slash", "vatType": "custom", "vatPercent": "6"],
      ["number": "11", "name": "Vilande", "active": "0", "tags": "A\u{1F}"],
    ])
  }

  private func find(_ change: (inout CustomerSearch) -> Void) throws -> [String] {
    var search = CustomerSearch()
    change(&search)
    return try store.register.read { reader throws in
      try reader.customers(search).map { try #require(try reader.key(ofCustomer: $0)).number }
    }
  }

  @Test(arguments: [
    ("åkes", ["10"]), ("akes", ["10"]), ("AKES BYGG", ["10"]), ("marta", ["9"]), ("ÖST", ["9"]), ("oest", ["9"]),
    ("info@", ["10"]), ("100%", ["9"]), ("100", ["9", "0100"]), ("%", ["9"]), ("_", ["0100"]), ("\\", ["K1"]),
    ("k1", ["K1"]), ("vilande", []), ("", ["9", "10", "0100", "K1"]), ("finns inte", []), ("'", []),
  ])
  func textIsFoundWithoutRegardToCaseAndAccents(text: String, expected: [String]) throws {
    #expect(try find { $0.text = text } == expected)
  }

  @Test(
    arguments: [
      ("tags", "A\u{1F}", ["10", "11"]), ("tags", "A\u{1F}B\u{1F}", ["10"]), ("tags", nil, ["0100", "K1"]),
      ("customFields.Region", "Norr", ["10"]), ("customFields.Region", nil, ["9", "11", "0100", "K1"]),
      ("customFields.Okänt", "x", []),
      ("contactPersons[0].name", "Märta Öst", ["9"]), ("contactPersons[1].name", "Märta Öst", []),
      ("contactPersons[1].email", "k@oest.example", ["9"]), ("contactPersons[0].mainContact", "0", ["9"]),
      ("invoiceAddress.city", "Malmö", ["10"]), ("phone", nil, ["9", "11", "0100", "K1"]), ("costCenter", "100", ["9"]),
      ("facilityRequired", "1", ["10"]), ("facilityRequired", "0", ["9", "11", "0100", "K1"]), ("active", "0", ["11"]),
      ("type", "company", ["9", "10", "11", "0100", "K1"]), ("number", "9", ["9"]),
      ("created", "1970-01-01T00:00:00Z", []),
      ("tags", "", ["0100", "K1"]),
    ] as [(String, String?, [String])])
  func conditionsHoldOnEveryKindOfField(field: String, value: String?, expected: [String]) throws {
    let path = try #require(FieldPath(field))
    let found = try find {
      $0.activity = .all
      $0.conditions = [CustomerSearch.Condition(path: path, value: value)]
    }
    #expect(found == expected)
  }

  @Test func whenACustomerWasCreatedCanBeAskedFor() throws {
    let card = try #require(try store.register.read { try $0.card(ofNumber: "9") })
    let found = try find {
      $0.conditions = [CustomerSearch.Condition(path: FieldPath(.created), value: card[.created])]
    }
    #expect(found == ["9", "10", "0100", "K1"])
  }

  @Test func allConditionsAndTheTextMustHold() throws {
    let tag = CustomerSearch.Condition(path: FieldPath("tags")!, value: "B\u{1F}")
    let center = CustomerSearch.Condition(path: FieldPath(.costCenter), value: "100")
    #expect(try find { $0.conditions = [tag] } == ["9", "10"])
    #expect(try find { $0.conditions = [tag, center] } == ["9"])
    #expect(
      try find {
        $0.conditions = [tag, center]
        $0.text = "åkes"
      }.isEmpty)
  }

  @Test func inactiveCustomersAreHiddenUnlessAskedFor() throws {
    #expect(try find { $0.activity = .inactive } == ["11"])
    #expect(try find { $0.activity = .all }.count == 5)
    #expect(!(try find { _ in }).contains("11"))
  }

  @Test(arguments: [
    ("number", false, ["9", "10", "0100", "K1"]), ("number", true, ["K1", "0100", "10", "9"]),
    ("name", false, ["10", "K1", "9", "0100"]), ("name", true, ["0100", "9", "K1", "10"]),
    ("vatPercent", true, ["0100", "K1", "9", "10"]), ("facilityRequired", true, ["10", "9", "0100", "K1"]),
  ])
  func listsAreSortedAsPeopleCount(field: String, isDescending: Bool, expected: [String]) throws {
    let found = try find {
      $0.sort = Field.named(field)
      $0.isDescending = isDescending
    }
    #expect(found == expected)
  }

  @Test func numbersWithLeadingZerosStandByTheirValue() throws {
    try store.add([["number": "0012"], ["number": "0002"], ["number": "00000000000000000000000000013"]])
    #expect(
      try find { _ in } == ["0002", "9", "10", "0012", "00000000000000000000000000013", "0100", "K1"])
  }

  @Test func aLimitTakesTheFirst() throws {
    #expect(try find { $0.limit = 2 } == ["9", "10"])
  }
}
