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
    ("malmo", ["10"]), ("bygg malmö", ["10"]), ("bygg märta", []), ("öst 9", ["9"]),
    (" \t ", ["9", "10", "0100", "K1"]),
    ("\u{1F}", ["9", "10", "0100", "K1"]), ("100%bo", []),
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
      $0.filter = .condition(.init(path, .equal, value))
    }
    #expect(found == expected)
  }

  @Test func whenACustomerWasCreatedCanBeAskedFor() throws {
    let card = try #require(try store.register.read { try $0.card(ofNumber: "9") })
    let found = try find {
      $0.filter = .condition(.init(FieldPath(.created), .equal, card[.created]))
    }
    #expect(found == ["9", "10", "0100", "K1"])
  }

  @Test func allConditionsAndTheTextMustHold() throws {
    let tag = CustomerFilter.condition(.init(try #require(FieldPath("tags")), .equal, "B\u{1F}"))
    let center = CustomerFilter.condition(.init(FieldPath(.costCenter), .equal, "100"))
    #expect(try find { $0.filter = tag } == ["9", "10"])
    #expect(try find { $0.filter = .all([tag, center]) } == ["9"])
    #expect(try find { $0.filter = .any([tag, center]) } == ["9", "10"])
    #expect(try find { $0.filter = .not(tag) } == ["0100", "K1"])
    #expect(
      try find {
        $0.filter = .all([tag, center])
        $0.text = "åkes"
      }.isEmpty)
    #expect(
      try find {
        $0.filter = tag
        $0.text = "åkes"
      } == ["10"])
  }

  @Test func inactiveCustomersAreHiddenUnlessAskedFor() throws {
    #expect(try find { $0.activity = .inactive } == ["11"])
    #expect(try find { $0.activity = .all }.count == 5)
    #expect(!(try find { _ in }).contains("11"))
  }

  @Test(arguments: [
    ("number", false, ["9", "10", "0100", "K1"]), ("number", true, ["K1", "0100", "10", "9"]),
    ("name", false, ["K1", "9", "0100", "10"]), ("name", true, ["10", "0100", "9", "K1"]),
    ("vatPercent", true, ["0100", "K1", "9", "10"]), ("vatPercent", false, ["K1", "0100", "9", "10"]),
    ("customFields.Region", false, ["10", "9", "0100", "K1"]),
    ("contactPersons[0].name", true, ["9", "10", "0100", "K1"]), ("facilityRequired", true, ["10", "9", "0100", "K1"]),
  ])
  func listsAreSortedAsPeopleCount(field: String, isDescending: Bool, expected: [String]) throws {
    let found = try find {
      $0.sort = [.init(FieldPath(field)!, isDescending: isDescending)]
    }
    #expect(found == expected)
  }

  @Test func numbersWithLeadingZerosStandByTheirValue() throws {
    try store.add([["number": "0012"], ["number": "0002"], ["number": "00000000000000000000000000013"]])
    #expect(
      try find { _ in } == ["0002", "9", "10", "0012", "00000000000000000000000000013", "0100", "K1"])
  }

  @Test func aLimitTakesTheFirstAndAnOffsetLeavesOut() throws {
    #expect(try find { $0.limit = 2 } == ["9", "10"])
    let page = { (text: String?) in
      try find {
        $0.text = text
        $0.limit = 2
        $0.offset = 1
      }
    }
    #expect(try page(nil) == ["10", "0100"])
    // "a" stands in Åkes, Märta and back\\slash.
    #expect(try page("a") == ["10", "K1"])
    #expect(
      try find {
        $0.text = "a"
        $0.offset = 9
      }.isEmpty)
  }

  @Test func aListHoldsOnlyTheAssignedCustomersOfAUser() throws {
    try store.change("10", ["assigned": "bo\u{1F}"])
    #expect(try find { $0.assignedTo = "bo" } == ["10"])
    #expect(
      try find {
        $0.assignedTo = "bo"
        $0.text = "9"
      }.isEmpty)
    #expect(try find { $0.assignedTo = "eva" }.isEmpty)
  }

  @Test func swedishLettersStandAfterZ() throws {
    try store.add([
      ["number": "501", "name": "Östby", "tags": "S\u{1F}"], ["number": "502", "name": "Ängby", "tags": "S\u{1F}"],
      ["number": "503", "name": "Åby", "tags": "S\u{1F}"], ["number": "504", "name": "zeta", "tags": "S\u{1F}"],
      ["number": "505", "name": "Éclair", "tags": "S\u{1F}"], ["number": "506", "name": "eden", "tags": "S\u{1F}"],
      ["number": "507", "name": "Wik", "tags": "S\u{1F}"], ["number": "508", "name": "Vik", "tags": "S\u{1F}"],
      ["number": "509", "name": "Ümit", "tags": "S\u{1F}"], ["number": "510", "name": "yngve", "tags": "S\u{1F}"],
      ["number": "511", "name": "A\u{308}ngbz", "tags": "S\u{1F}"],
      ["number": "512", "name": "Ωmega", "tags": "S\u{1F}"],
    ])
    let found = try find {
      $0.filter = .condition(.init(FieldPath("tags")!, .equal, "S\u{1F}"))
      $0.sort = [.init(FieldPath(.customerName))]
    }
    #expect(found == ["505", "506", "508", "507", "509", "510", "504", "503", "502", "511", "501", "512"])
  }
}
