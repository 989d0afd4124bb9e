import CustomerModel
import Differ
import RegisterStore
import TestSupport
import Testing

@Suite struct CardValuesTests {
  private static let fields = [
    "customFields.Region", "contactPersons[1].name", "number", "tags", "active", "phone",
    "contactPersons[0].mainContact",
    "customFields.Antal", "contactPersons[0].name", "customFields.Region",
  ]

  /// What the fields above are of a customer, by number; customers have more or less of what stands in other tables.
  private static func values(_ number: Int) -> [String] {
    let tags = ["", "A\u{1F}", "A\u{1F}Ö; B\u{1F}"][number % 3]
    let persons = number % 4
    let region = number % 5 == 0 ? "Norr \(number)" : ""
    return [
      region, persons > 1 ? "Bo \(number)" : "", "\(number)", tags, number % 2 == 0 ? "1" : "0",
      number % 7 == 0 ? "" : "08-\(number)", persons > 0 ? "1" : "", number % 6 == 0 ? "2.50" : "",
      persons > 0 ? "Anna \(number)" : "", region,
    ]
  }

  private static func move(_ values: inout CardValues, to customer: Int64, isThere: Bool) throws {
    let found = try values.move(to: customer)
    #expect(found == isThere)
  }

  private func store(customers: Int) throws -> Store {
    let store = try Store()
    try store.register.write { writer throws in
      try writer.addCustomField(CustomFieldDefinition(name: "Region", kind: .text))
      try writer.addCustomField(CustomFieldDefinition(name: "Antal", kind: .number))
    }
    try store.add(
      (1...customers).map { number in
        var card = Dictionary(zip(Self.fields, Self.values(number)), uniquingKeysWith: { first, _ in first })
        card["contactPersons[2].name"] = number % 4 == 3 ? "Cia" : ""
        return card.filter { !$0.value.isEmpty }
      })
    return store
  }

  @Test(arguments: [
    "in order": Array(1...60), "backwards": Array((1...60).reversed()), "one": [37], "the last twice": [60, 60],
    "few": [1, 2, 30, 31, 59], "here and there": [20, 5, 6, 7, 58, 1, 1, 2, 60, 3, 12, 12, 11],
  ])
  func areThoseOfTheCustomersAskedForInAnyOrder(name: String, numbers: [Int]) throws {
    let store = try store(customers: 60)
    try store.register.read { reader throws in
      var values = try reader.cardValues(of: Self.fields.map { try #require(FieldPath($0)) })
      for number in numbers {
        let id = try #require(try reader.key(ofNumber: "\(number)")).id
        try Self.move(&values, to: id, isThere: true)
        var found: [String] = []
        values.forEach { found.append(String(decoding: $0, as: UTF8.self)) }
        #expect(found == Self.values(number), "\(name)")
      }
    }
  }

  @Test func areNotThereForACustomerThatIsNot() throws {
    let store = try store(customers: 3)
    try store.delete("2")
    try store.register.read { reader throws in
      let ids = try ["1", "3"].map { try #require(try reader.key(ofNumber: $0)).id }
      var values = try reader.cardValues(of: [FieldPath(.number), FieldPath(.created)])
      try Self.move(&values, to: ids[0], isThere: true)
      try Self.move(&values, to: ids[0] + 1, isThere: false)
      try Self.move(&values, to: ids[1], isThere: true)
      try Self.move(&values, to: ids[1] + 1, isThere: false)
      try Self.move(&values, to: ids[0], isThere: true)
      var found: [String] = []
      values.forEach { found.append(String(decoding: $0, as: UTF8.self)) }
      let created = try #require(try reader.card(ofCustomer: ids[0])?[.created])
      #expect(found == ["1", created])
    }
  }
}
