import ConfigurationFile
import CustomerModel
import Mapping
import Runs
import Testing

/// What changes on one side reaches the other, in every field that the mapping knows.
struct FieldCrossingTests {
  /// Two values of each field, canonical and taken by both systems.
  private static let values: [String: (String, String)] = [
    "name": ("Ettan AB", "Ettans Bygg AB"),
    "identityNumber": (TestIdentity.organisation(11), TestIdentity.organisation(12)),
    "vatNumber": ("FI10000004", "DK10000009"), "costCenter": ("NORD", "SYD"), "comments": ("Ring före", "Grind 4"),
    "email": ("ett@example.se", "två@example.se"), "phone": ("08-111 11 11", "08-222 22 22"),
    "mobile": ("070-111 11 11", "070-222 22 22"), "website": ("https://example.se", "https://example.com"),
    "language": ("sv", "en"), "contactPersons[0].name": ("Anna Ek", "Anna Ekdahl"),
    "contactPersons[0].email": ("anna@example.se", "anna.ek@example.se"),
    "contactPersons[0].phone": ("08-333 33 33", "08-444 44 44"),
    "contactPersons[0].mobile": ("070-333 33 33", "070-444 44 44"),
    "invoiceAddress.line1": ("Storgatan 1", "Lillgatan 2"), "invoiceAddress.line2": ("Uppgång A", "Uppgång B"),
    "invoiceAddress.postalCode": ("123 45", "543 21"), "invoiceAddress.city": ("Storstad", "Lillköping"),
    "invoiceAddress.country": ("SE", "NO"), "visitingAddress.line1": ("Åsgatan 3", "Åsgatan 4"),
    "visitingAddress.postalCode": ("111 11", "222 22"), "visitingAddress.city": ("Norrbäck", "Örsund"),
    "visitingAddress.country": ("DK", "FI"), "type": ("company", "private"), "active": ("1", "0"),
  ]
  /// What neither side may clear, or Visma must have.
  private static let needed: Set<String> = [
    "name", "type", "active", "invoiceAddress.postalCode", "invoiceAddress.city",
  ]

  /// What only private persons' records have; ``VismaFieldsTests`` tries them.
  private static let ofPrivatePersons: Set<String> = [
    "taxReduction.propertyDesignation", "taxReduction.apartmentNumber", "taxReduction.associationNumber",
  ]

  @Test(arguments: Side.allCases)
  func everyMappedFieldIsTried(_ side: Side) throws {
    let mapping = OutgoingMapping(try Office.shippedMappings().named(side.system(port: 1).mapping))
    let mapped = Set(mapping.fields.map(\.description)).subtracting(["number"]).subtracting(Self.ofPrivatePersons)
    #expect(mapped == Set(side.keys.keys))
    for field in mapped { #expect(mapping.key(of: path(field)) == side.key(field)) }
  }

  @Test(arguments: Side.allCases, ["here", "there"])
  func aChangeOfAnyFieldCrosses(_ side: Side, from origin: String) async throws {
    try await Rehearsal.run(side) { rehearsal in
      var first: [String: String] = [:]
      for field in side.keys.keys { first[field] = Self.values[field]?.0 }
      try rehearsal.addHere("1001", first)
      try await rehearsal.sync()
      try await rehearsal.expectAgreement(numbers: ["1001"])
      for field in side.keys.keys.sorted() {
        // A private customer has a personal number, so the two change together.
        if field == "type" || field == "identityNumber" { continue }
        for value in [Self.values[field]!.1, Self.needed.contains(field) ? Self.values[field]!.0 : nil] {
          try await rehearsal.advance(3600)
          if origin == "here" {
            try rehearsal.editHere("1001", [field: value])
          } else {
            // A contact's details belong to a person who has a name.
            try await rehearsal.editThere("1001", [field: value])
          }
          let outcome = try await rehearsal.sync()
          let keepsPerson = origin == "there" && field == "contactPersons[0].name" && value == nil
          let expected = keepsPerson ? Self.values[field]!.1 : value
          #expect(try rehearsal.here("1001", field) == expected, "\(field): \(outcome.findings)")
          #expect(try await rehearsal.there("1001", field) == value, "\(field): \(outcome.findings)")
          if keepsPerson { try await rehearsal.editThere("1001", [field: Self.values[field]!.1]) }
        }
      }
      try await rehearsal.sync()
      try await rehearsal.expectQuiet()
    }
  }

  @Test(arguments: Side.allCases, ["here", "there"])
  func typeAndIdentityNumberChangeTogether(_ side: Side, from origin: String) async throws {
    try await Rehearsal.run(side) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Siv Ek", "identityNumber": TestIdentity.organisation(5)])
      try await rehearsal.sync()
      try await rehearsal.advance(3600)
      let change: [String: String?] = ["type": "private", "identityNumber": TestIdentity.person(5)]
      if origin == "here" {
        try rehearsal.editHere("1001", change)
      } else {
        try await rehearsal.editThere("1001", change)
      }
      try await rehearsal.sync()
      try await rehearsal.expectAgreement(numbers: ["1001"])
      #expect(try rehearsal.here("1001", "type") == "private")
      #expect(try await rehearsal.there("1001", "identityNumber") == TestIdentity.person(5))
      try await rehearsal.expectQuiet()
    }
  }
}
