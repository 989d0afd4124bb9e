import CustomerModel
import Differ
import Testing

@Suite struct CardDifferTests {
  private func card(_ values: [String: String]) -> CustomerCard {
    CustomerCard(Dictionary(uniqueKeysWithValues: values.map { (FieldPath($0.key)!, $0.value) }))
  }
  private func incoming(_ values: [String: String?]) -> IncomingCard {
    IncomingCard(
      Dictionary(uniqueKeysWithValues: values.map { (FieldPath($0.key)!, $0.value.map { .value($0) } ?? .clear) }))
  }
  private func lines(_ changes: [FieldChange]) -> [String] {
    changes.map { "\($0.path): \($0.old ?? "nil") -> \($0.new ?? "nil")" }
  }

  @Test func onlyFieldsThatTheSourceSpeaksOfChange() {
    let changes = CardDiffer.changes(
      from: card(["name": "A", "phone": "1", "invoiceAddress.city": "Malmö"]), to: incoming(["name": "B"]))
    #expect(lines(changes) == ["name: A -> B"])
  }

  @Test func aClearRemovesAValueAndIsNothingWhereThereIsNone() {
    let changes = CardDiffer.changes(
      from: card(["name": "A", "phone": "1"]), to: incoming(["phone": nil, "email": nil]))
    #expect(lines(changes) == ["phone: 1 -> nil"])
  }

  @Test func theCustomerNumberNeverChanges() {
    #expect(CardDiffer.changes(from: card(["number": "1"]), to: incoming(["number": "2"])).isEmpty)
  }

  @Test func clearingAYesOrNoFieldMakesItNoButNeverInactivates() {
    let current = card(["facilityRequired": "1", "active": "1", "type": "company"])
    let changes = CardDiffer.changes(
      from: current, to: incoming(["facilityRequired": nil, "active": nil, "type": nil]))
    #expect(lines(changes) == ["facilityRequired: 1 -> 0"])
  }

  @Test func aNewCustomerGetsTheDefaults() {
    var settings = RegisterSettings()
    settings[.privateAsDefault] = 1
    let new = CardDiffer.newCard(incoming(["number": "1", "name": "A"]), settings: settings)
    #expect(new[.type] == "private")
    #expect(new[.active] == "1")
    #expect(new[.facilityRequired] == "0")
    #expect(new[.number] == "1")
  }

  private let two = [
    "contactPersons[0].name": "Anna", "contactPersons[0].email": "anna@example.se",
    "contactPersons[0].sendWorkOrder": "0", "contactPersons[0].sendServiceProtocol": "0",
    "contactPersons[0].mainContact": "0",
    "contactPersons[1].name": "Bo", "contactPersons[1].phone": "08", "contactPersons[1].sendWorkOrder": "0",
    "contactPersons[1].sendServiceProtocol": "0", "contactPersons[1].mainContact": "0",
  ]

  @Test func aSourceWithOneContactLeavesTheOthers() {
    #expect(CardDiffer.changes(from: card(two), to: incoming(["contactPersons[0].name": "Anna"])).isEmpty)
  }

  @Test func aContactIsFoundByNameWhateverItsPlace() {
    let changes = CardDiffer.changes(
      from: card(two), to: incoming(["contactPersons[0].name": "BO", "contactPersons[0].phone": "09"]))
    #expect(lines(changes) == ["contactPersons[1].name: Bo -> BO", "contactPersons[1].phone: 08 -> 09"])
  }

  @Test func aContactFoundByNobodyTakesItsPlaceInTheSource() {
    let changes = CardDiffer.changes(from: card(two), to: incoming(["contactPersons[0].name": "Carl"]))
    #expect(lines(changes) == ["contactPersons[0].name: Anna -> Carl"])
  }

  @Test("what is known of the first contact changes nothing, also of others who share it; anything else does")
  func firstContactAgain() {
    let two = card([
      "contactPersons[0].name": "Bo Ek", "contactPersons[0].email": "el@exempel.se",
      "contactPersons[0].sendWorkOrder": "0", "contactPersons[0].sendServiceProtocol": "0",
      "contactPersons[1].name": "Bo Ek", "contactPersons[1].email": "el@exempel.se",
      "contactPersons[1].sendWorkOrder": "0", "contactPersons[1].sendServiceProtocol": "0",
      "contactPersons[1].phone": "08-1",
    ])
    let same: [String: String?] = ["contactPersons[0].name": "Bo Ek", "contactPersons[0].email": "el@exempel.se"]
    func changed(_ more: [String: String?]) -> [String] {
      lines(CardDiffer.changes(from: two, to: incoming(same.merging(more) { $1 })))
    }
    #expect(changed([:]) == [])
    #expect(changed(["contactPersons[0].phone": nil, "contactPersons[0].sendWorkOrder": nil]) == [])
    #expect(changed(["contactPersons[0].phone": "08-2"]) == ["contactPersons[0].phone: nil -> 08-2"])
    #expect(changed(["contactPersons[0].sendWorkOrder": "1"]) == ["contactPersons[0].sendWorkOrder: 0 -> 1"])
    #expect(changed(["contactPersons[0].name": "Bo Ål"]) == ["contactPersons[0].name: Bo Ek -> Bo Ål"])
    #expect(changed(["contactPersons[1].phone": nil]) == ["contactPersons[1].phone: 08-1 -> nil"])
    #expect(
      changed(["contactPersons[1].email": "el@exempel.se", "contactPersons[1].phone": nil]) == [
        "contactPersons[1].phone: 08-1 -> nil"
      ])
  }

  @Test func aContactMoreComesLast() {
    let changes = CardDiffer.changes(
      from: card(two),
      to: incoming([
        "contactPersons[0].name": "Bo", "contactPersons[1].name": "Anna", "contactPersons[2].name": "Carl",
      ]))
    #expect(
      lines(changes) == [
        "contactPersons[2].name: nil -> Carl", "contactPersons[2].sendServiceProtocol: nil -> 0",
        "contactPersons[2].sendWorkOrder: nil -> 0", "contactPersons[2].mainContact: nil -> 0",
      ])
  }

  @Test func aContactWithOnlyATelephoneIsFoundWhereverTheSourceHasIt() {
    let one = [
      "contactPersons[0].phone": "08-1", "contactPersons[0].sendWorkOrder": "1",
      "contactPersons[0].sendServiceProtocol": "0", "contactPersons[0].mainContact": "0",
    ]
    for said in [
      ["contactPersons[1].phone": "08-1"], ["contactPersons[1].phone": "08-1", "contactPersons[1].mainContact": "0"],
      [
        "contactPersons[0].name": nil, "contactPersons[0].phone": nil, "contactPersons[1].name": nil,
        "contactPersons[1].phone": "08-1",
      ],
    ] as [[String: String?]] {
      #expect(CardDiffer.changes(from: card(one), to: incoming(said)).isEmpty, "\(said)")
    }
    let other = CardDiffer.changes(from: card(one), to: incoming(["contactPersons[1].phone": "08-2"]))
    #expect(lines(other).first == "contactPersons[1].phone: nil -> 08-2")
  }

  @Test func aBlankPlaceTakesNobodyAwayWhenTheNextOneWouldFollow() {
    // Said again, it would take Bo's name too.
    let blank: [String: String?] = ["contactPersons[0].name": nil, "contactPersons[0].email": nil]
    var three = two
    three["contactPersons[0].sendWorkOrder"] = "0"
    #expect(CardDiffer.changes(from: card(three), to: incoming(blank)).isEmpty)
    let one = card(three.filter { $0.key.hasPrefix("contactPersons[0]") })
    let after = CardDiffer.card(one, applying: CardDiffer.changes(from: one, to: incoming(blank)))
    #expect(after.contactPersonCount == 0)
    #expect(CardDiffer.changes(from: after, to: incoming(blank)).isEmpty)
  }

  @Test func aContactWithoutAnyDetailIsGoneAndLaterOnesMoveUp() {
    let changes = CardDiffer.changes(
      from: card(two),
      to: incoming(["contactPersons[0].name": nil, "contactPersons[0].email": nil, "contactPersons[1].name": "Bo"]))
    let after = CardDiffer.card(card(two), applying: changes)
    #expect(after.contactPersonCount == 1)
    #expect(after[FieldPath("contactPersons[0].name")!] == "Bo")
    #expect(after[FieldPath("contactPersons[0].email")!] == nil)
  }
}
