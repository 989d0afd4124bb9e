import CustomerModel
import Testing
import Writers

/// Cards for the tests of what is made of cards. Numbers are Skatteverket's published test number and a made-up one.
enum Cards {
  static let definitions = [
    CustomFieldDefinition(name: "Region", kind: .text), CustomFieldDefinition(name: "Antal", kind: .number),
    CustomFieldDefinition(name: "Avtal", kind: .boolean), CustomFieldDefinition(name: "Start", kind: .date),
    CustomFieldDefinition(name: "Nivå", kind: .choice, choices: ["Guld", "Silver"]),
  ]

  static func path(_ name: String) throws -> FieldPath { try #require(FieldPath(name), "\(name)") }

  /// A card with a value of every kind.
  static func full() throws -> CustomerCard {
    var card = CustomerCard()
    for (name, value) in [
      ("number", "00123"), ("name", "Storstads \"Bygg\" AB"), ("type", "company"), ("identityNumber", "559999-0008"),
      ("vatType", "custom"), ("vatPercent", "12.50"), ("tags", CustomerCard.set(of: ["VIP", "Avtal"])),
      ("comments", "Rad 1\nRad 2\\"),
      ("invoiceAddress.line1", "Storgatan 1"), ("invoiceAddress.country", "SE"), ("mailAddress.city", "Storstad"),
      ("contactPersons[0].name", "Anna"), ("contactPersons[0].sendWorkOrder", "1"), ("contactPersons[1].name", "Bo"),
      ("contactPersons[1].mainContact", "0"), ("taxReduction.coApplicants", CustomerCard.set(of: ["19121212-1212"])),
      ("active", "1"),
      ("customFields.Region", "12"), ("customFields.Antal", "2.50"), ("customFields.Avtal", "1"),
      ("customFields.Start", "2026-01-31"),
      ("customFields.Borta", "1"), ("created", "2026-11-23T22:00:00Z"),
    ] { card[try path(name)] = value }
    return card
  }
}

extension ExportFile {
  /// Appends the values that a card has in these columns.
  func append(_ card: CustomerCard, _ columns: [FieldPath]) throws {
    try append { take in for path in columns { Array((card[path] ?? "").utf8).withUnsafeBytes { take($0) } } }
  }
}
