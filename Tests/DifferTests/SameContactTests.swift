import CustomerModel
import Differ
import Testing

@Suite struct SameContactTests {
  /// Anna without an address, Bo with one, another Anna with one.
  private static let card = CustomerCard([
    FieldPath("contactPersons[0].name")!: "Anna", FieldPath("contactPersons[1].name")!: "Bo",
    FieldPath("contactPersons[1].email")!: "info@example.se", FieldPath("contactPersons[2].name")!: "Anna",
    FieldPath("contactPersons[2].email")!: "Anna@Example.se",
  ])

  @Test(
    arguments: [
      // The address comes before the name, wherever the two stand.
      ("anna@example.se", "Anna", [2, 2, 0]), ("info@example.se", "Anna", [1, 1, 0]),
      ("INFO@example.se", nil, [1, 1, 1]),
      // Whom no address tells the name does; another address is of another person where cards are put together.
      ("new@example.se", "bo", [1, nil, 1]), ("new@example.se", "anna", [0, 0, 0]), (nil, "BO", [1, 1, 1]),
      ("new@example.se", "Cia", [nil, nil, nil]), (nil, nil, [nil, nil, nil]),
    ] as [(String?, String?, [Int?])])
  func aPersonIsFoundByAddressAndName(email: String?, name: String?, places: [Int?]) {
    let rules: [SameContact.Rule] = [.emailThenName, .emailThenNameWithoutOther, .nameThenEmail]
    #expect(rules.map { SameContact.place(email: email, name: name, on: Self.card, by: $0) } == places)
  }
}
