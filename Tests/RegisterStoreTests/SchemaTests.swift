import CustomerModel
import Differ
import RegisterStore
import TestSupport
import Testing

@Suite struct SchemaTests {
  /// Every field of the catalogue, with a value of its kind.
  static func fullCard(number: String) -> CustomerCard {
    var card = CardDiffer.blankCard(settings: RegisterSettings())
    for field in Field.all where !field.isReadOnly && field != .customFields {
      let value =
        switch field.kind {
        case .customerNumber: number
        case .text, .email, .phone, .website: "värde \(field.index)"
        case .choice(let words): words.last!
        case .identityNumber: field == .associationNumber ? "769600-0015" : "19121212-1212"
        case .vatNumber: "SE556677889901"
        case .percent: "12.5"
        case .boolean: field == .facilityRequired ? "0" : "1"
        case .language: "sv"
        case .country: "SE"
        case .postalCode: "123 45"
        case .reference: "100"
        case .set: CustomerCard.set(of: ["Å", "B", "c;d"])
        case .identityNumberSet: CustomerCard.set(of: ["19121212-1212"])
        case .records: #"[{"number":"A1"}]"#
        case .custom, .timestamp: ""
        }
      for position in 0..<(field.isRepeated ? 3 : 1) { card[FieldPath(field, position: position)] = value }
    }
    return card
  }

  static func creation(of card: CustomerCard) -> CustomerChange {
    CustomerChange(
      number: card[.number]!, action: .create,
      fields: card.paths.map { FieldChange($0, old: nil, new: card[$0]) })
  }

  @Test func everyFieldOfTheCatalogueHasItsPlaceInTheRegister() throws {
    let folder = try TemporaryFolder()
    let register = try Register.create(at: folder.file("r.db"))
    let card = Self.fullCard(number: "1001")
    try register.write { writer throws in
      try writer.begin(RunDescription(kind: .edit, source: "test", user: "test"))
      try writer.apply(Self.creation(of: card))
      try writer.endRun(.init())
    }
    var read = try #require(try register.read { try $0.card(ofNumber: "1001") })
    #expect(read[.created] != nil)
    #expect(read[.updated] == read[.created])
    read[.created] = nil
    read[.updated] = nil
    #expect(read == card)
  }

  @Test(arguments: [
    (["number": "10 01"], "a blank in a number"), (["number": ""], "no number"), (["type": "firma"], "an unknown type"),
    (["identityNumber": "5566778899"], "an identity number out of form"),
    (["type": "private", "identityNumber": "556677-8899"], "a private customer with an organisation number"),
    (["vatPercent": "25"], "a VAT percent without a custom VAT type"),
    (["facilitiesDisabled": "1", "facilityRequired": "1"], "facilities disabled and required"),
    (["invoiceAddress.country": "Sverige"], "a country that is no code"),
  ])
  func theSchemaIsTheLastLineOfDefence(values: [String: String], what: String) throws {
    let folder = try TemporaryFolder()
    let register = try Register.create(at: folder.file("r.db"))
    var card = CardDiffer.blankCard(settings: RegisterSettings())
    card[.number] = "1"
    card[.customerName] = "A"
    for (name, value) in values { card[FieldPath(name)!] = value }
    let change = CustomerChange(
      number: card[.number] ?? "", action: .create, fields: card.paths.map { FieldChange($0, old: nil, new: card[$0]) })
    #expect(throws: KundregError.self, "\(what) must be refused") {
      try register.write { writer throws in
        try writer.begin(RunDescription(kind: .edit, source: "test", user: "test"))
        try writer.apply(change)
      }
    }
    #expect(try register.read { try $0.runs() }.isEmpty)
  }
}
