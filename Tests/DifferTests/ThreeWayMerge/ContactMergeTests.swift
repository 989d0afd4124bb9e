import CustomerModel
import Differ
import Testing

/// Rule: a system with one contact must never erase the others here, or mix two people.
@Suite struct ContactMergeTests {
  private typealias B = MergeBench

  private static func person(_ position: Int, _ name: String?, _ email: String? = nil, _ phone: String? = nil)
    -> [String: String]
  {
    var values = ["sendServiceProtocol": "0", "sendWorkOrder": "0", "mainContact": "0"]
    values["name"] = name
    values["email"] = email
    values["phone"] = phone
    return Dictionary(uniqueKeysWithValues: values.map { ("contactPersons[\(position)].\($0.key)", $0.value) })
  }

  private static func contact(_ name: String?, _ email: String? = nil, _ phone: String? = nil) -> [String: String?] {
    ["contactPersons[0].name": name, "contactPersons[0].email": email, "contactPersons[0].phone": phone]
  }

  private static func agreed(_ name: String?, _ email: String? = nil, _ phone: String? = nil) -> AgreedState {
    B.agreed(contact(name, email, phone).compactMapValues { $0 })
  }

  /// The persons of the merged card, `name email phone mobile`, the first first.
  private static func people(_ merge: CardMerge, _ card: CustomerCard) -> [String] {
    let after = CardDiffer.card(card, applying: merge.changes)
    return (0..<after.contactPersonCount).map { position in
      ["name", "email", "phone", "mobile"].map { after[B.path("contactPersons[\(position)].\($0)")] ?? "-" }
        .joined(separator: " ")
    }
  }

  private static func expectSilent(
    after merge: CardMerge, _ card: CustomerCard, _ remote: IncomingCard, _ policy: MergePolicy = .hold,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let again = B.merge(CardDiffer.card(card, applying: merge.changes), remote, merge.agreed, policy)
    #expect(B.lines(again) == [], sourceLocation: sourceLocation)
  }

  /// Anna with a mobile that no accounting system knows of, and Bo.
  private static let two = B.card(
    person(0, "Anna", "anna@example.se", "08-1").merging(person(1, "Bo", "bo@example.se", "08-2")) { $1 }
      .merging(["contactPersons[0].mobile": "070-1", "contactPersons[1].sendWorkOrder": "1"]) { $1 })
  private static let anna = agreed("Anna", "anna@example.se", "08-1")

  struct Arrival: Sendable {
    let said: [String: String?]
    let people: [String]
  }
  @Test(arguments: [
    Arrival(
      said: contact("Anna", "anna@example.se", "08-9"),
      people: ["Anna anna@example.se 08-9 070-1", "Bo bo@example.se 08-2 -"]),
    Arrival(
      said: contact("ANNA", "anna@nytt.se", "08-1"),
      people: ["ANNA anna@nytt.se 08-1 070-1", "Bo bo@example.se 08-2 -"]),
    Arrival(
      said: contact("Anna Berg", "anna@example.se", "08-1"),
      people: ["Anna Berg anna@example.se 08-1 070-1", "Bo bo@example.se 08-2 -"]),
    Arrival(
      said: contact("bo", "bo@example.se", nil),
      people: ["bo bo@example.se 08-2 -", "Anna anna@example.se 08-1 070-1"]),
    Arrival(
      said: contact("Bo Ek", "BO@example.se", "08-3"),
      people: ["Bo Ek BO@example.se 08-3 -", "Anna anna@example.se 08-1 070-1"]),
    Arrival(
      said: contact("Carl", nil, "08-4"),
      people: ["Carl - 08-4 -", "Anna anna@example.se 08-1 070-1", "Bo bo@example.se 08-2 -"]),
    Arrival(said: contact(nil), people: ["Anna anna@example.se 08-1 070-1", "Bo bo@example.se 08-2 -"]),
    Arrival(
      said: contact(nil, "anna@example.se", "08-1"),
      people: ["Anna anna@example.se 08-1 070-1", "Bo bo@example.se 08-2 -"]),
    Arrival(
      said: contact("Anna", "anna@example.se", nil),
      people: ["Anna anna@example.se - 070-1", "Bo bo@example.se 08-2 -"]),
    Arrival(
      said: contact(nil, nil, "08-5"),
      people: ["- - 08-5 -", "Anna anna@example.se 08-1 070-1", "Bo bo@example.se 08-2 -"]),
    Arrival(
      said: ["contactPersons[0].name": "Carl"],
      people: ["Carl - - -", "Anna anna@example.se 08-1 070-1", "Bo bo@example.se 08-2 -"]),
  ])
  func aContactThatChangedThereComesInWithoutLosingAnybody(_ it: Arrival) {
    let remote = B.remote(it.said)
    let merge = B.merge(Self.two, remote, Self.anna)
    #expect(Self.people(merge, Self.two) == it.people)
    #expect(merge.toPush.isEmpty && merge.conflicts.isEmpty)
    Self.expectSilent(after: merge, Self.two, remote)
  }

  @Test func aNewPersonHasAllYesOrNoFields() {
    let merge = B.merge(B.card([:]), B.remote(Self.contact("Carl")), nil)
    #expect(
      B.lines(merge) == [
        "change contactPersons[0].name: nil -> Carl", "change contactPersons[0].sendServiceProtocol: nil -> 0",
        "change contactPersons[0].sendWorkOrder: nil -> 0", "change contactPersons[0].mainContact: nil -> 0",
      ])
  }

  @Test func aPersonWithoutANameTakesOneInItsPlace() {
    let card = B.card(Self.person(0, nil, nil, "08-1"))
    let merge = B.merge(card, B.remote(Self.contact("Anna", nil, "08-1")), Self.agreed(nil, nil, "08-1"))
    #expect(Self.people(merge, card) == ["Anna - 08-1 -"])
  }

  @Test func aPersonLeftWithoutDetailIsNotRemoved() {
    let card = B.card(Self.person(0, nil, nil, "08-1"))
    let remote = B.remote(Self.contact(nil))
    let merge = B.merge(card, remote, Self.agreed(nil, nil, "08-1"))
    #expect(merge.isSilent)
    Self.expectSilent(after: merge, card, remote)
  }

  @Test func aContactThatOnlyKnowsTheNameIsFoundHere() {
    let name: Set = [B.path("contactPersons[0].name")]
    let merge = B.merge(
      Self.two, B.remote(["contactPersons[0].name": "Bo"]), Self.agreed("Anna"), incoming: name, outgoing: name)
    #expect(Self.people(merge, Self.two) == ["Bo bo@example.se 08-2 -", "Anna anna@example.se 08-1 070-1"])
  }

  @Test func anotherPersonHereIsPushedAsAWhole() {
    let card = B.card(Self.person(0, "Bo", "bo@example.se", nil))
    let merge = B.merge(card, B.remote(Self.contact("Anna", "anna@example.se", "08-1")), Self.anna)
    #expect(
      B.lines(merge) == ["push contactPersons[0].name", "push contactPersons[0].email", "push contactPersons[0].phone"])
  }

  @Test func twoFieldsOfOnePersonThatChangedOnTwoSidesCross() {
    let card = B.card(Self.person(0, "Anna", "anna@nytt.se", "08-1"))
    let merge = B.merge(card, B.remote(Self.contact("Anna", "anna@example.se", "08-9")), Self.anna)
    #expect(B.lines(merge) == ["change contactPersons[0].phone: 08-1 -> 08-9", "push contactPersons[0].email"])
  }

  /// The register has Bo now; the accounting system gave Anna a new number.
  private static let bo = B.card(person(0, "Bo", "bo@example.se", "08-1"))
  private static let annaMoved = B.remote(contact("Anna", "anna@example.se", "08-9"))

  @Test func twoPeopleAreNeverMixed() {
    let held = B.merge(Self.bo, Self.annaMoved, Self.anna)
    #expect(
      B.lines(held) == [
        "conflict contactPersons[0].name: Bo | Anna (Anna)",
        "conflict contactPersons[0].email: bo@example.se | anna@example.se (anna@example.se)",
        "conflict contactPersons[0].phone: 08-1 | 08-9 (08-1)",
      ])
    #expect(held.agreed == Self.anna)

    let register = B.merge(Self.bo, Self.annaMoved, Self.anna, .register)
    #expect(register.changes.isEmpty && register.conflicts.isEmpty)
    #expect(register.toPush == B.contactFields)

    let erp = B.merge(Self.bo, Self.annaMoved, Self.anna, .erp)
    #expect(Self.people(erp, Self.bo) == ["Anna anna@example.se 08-9 -", "Bo bo@example.se 08-1 -"])
    #expect(erp.toPush.isEmpty)
    Self.expectSilent(after: erp, Self.bo, Self.annaMoved, .erp)
  }

  @Test func theNewestPersonIsTheRegistersWhenItChangedAnyFieldLast() {
    let newest = { (newer: @escaping (FieldPath) -> MergeSide?) in
      B.merge(Self.bo, Self.annaMoved, Self.anna, .newest, newer: newer)
    }
    #expect(newest { $0.field == .contactName ? .register : .erp }.toPush == B.contactFields)
    #expect(newest { _ in .erp }.changes.isEmpty == false)
    #expect(newest { $0.field == .contactName ? nil : .erp }.conflicts.count == 3)
  }

  @Test func anOwnerDecidesOnTheWholePerson() {
    let owner = { (owners: [String: MergeSide]) in B.merge(Self.bo, Self.annaMoved, Self.anna, owners: owners) }
    #expect(owner(["contactPersons[0].name": .register]).toPush == B.contactFields)
    #expect(owner(["contactPersons[0].phone": .erp]).changes.isEmpty == false)
    #expect(
      owner(["contactPersons[0].name": .register, "contactPersons[0].phone": .erp]).toPush == B.contactFields)
    #expect(owner(["contactPersons[0].email": .register, "contactPersons[0].phone": .erp]).conflicts.count == 3)
  }

  @Test func theAccountingSystemsOwnPersonComesBackEvenWhenTheRecordDoesNotSpeakOfContacts() {
    let owners: [String: MergeSide] = ["contactPersons[0].name": .erp]
    let merge = B.merge(Self.bo, B.remote([:]), Self.anna, owners: owners)
    #expect(Self.people(merge, Self.bo) == ["Anna anna@example.se 08-1 -", "Bo bo@example.se 08-1 -"])
    #expect(merge.agreed == Self.anna)
  }

  @Test func aConflictInOneFieldHoldsTheOthers() {
    let card = B.card(Self.person(0, "Anna", "anna@nytt.se", "08-2"))
    let merge = B.merge(
      card, B.remote(Self.contact("Anna Berg", "anna@example.se", "08-9")),
      Self.agreed("Anna Berg", "anna@example.se", "08-1"))
    #expect(merge.changes.isEmpty && merge.toPush.isEmpty)
    #expect(!merge.conflicts.isEmpty)
    let same = B.card(Self.person(0, "Anna", "anna@nytt.se", "08-2"))
    let phone = B.merge(same, B.remote(Self.contact("Anna", "anna@example.se", "08-9")), Self.anna)
    #expect(B.lines(phone) == ["conflict contactPersons[0].phone: 08-2 | 08-9 (08-1)"])
    #expect(phone.agreed == Self.anna)
  }

  @Test func aHeldPersonIsDecidedFieldByField() {
    // The register's person by decisions on every field.
    var agreed = Self.anna
    for (path, value) in Self.annaMoved.values {
      if case .value(let text) = value { agreed.overrule(path, erp: text) }
    }
    #expect(B.merge(Self.bo, Self.annaMoved, agreed).toPush == B.contactFields)
    // The accounting system's, by an edit of the card.
    let edited = B.card(Self.person(0, "Anna", "anna@example.se", "08-9"))
    let merge = B.merge(edited, Self.annaMoved, Self.anna)
    #expect(merge.isSilent)
    #expect(merge.agreed == Self.agreed("Anna", "anna@example.se", "08-9"))
  }

  @Test func aNameThatTheSystemWritesItsOwnWayDoesNotMakeTwoPeople() {
    let card = B.card(Self.person(0, "Anna-Karin Bergström Lind", nil, "08-1"))
    let agreed = B.agreed(
      ["contactPersons[0].name": "Anna-Karin Bergström Lind", "contactPersons[0].phone": "08-1"],
      ["contactPersons[0].name": "Anna-Karin Bergström", "contactPersons[0].phone": "08-1"])
    let merge = B.merge(card, B.remote(Self.contact("Anna-Karin Bergström", nil, "08-2")), agreed)
    #expect(Self.people(merge, card) == ["Anna-Karin Bergström Lind - 08-2 -"])
  }

  @Test func aPersonRemovedHereIsClearedThere() {
    let merge = B.merge(B.card([:]), B.remote(Self.contact("Anna", "anna@example.se", "08-1")), Self.anna)
    #expect(merge.toPush == B.contactFields)
    let changed = B.merge(B.card([:]), Self.annaMoved, Self.anna, .erp)
    #expect(Self.people(changed, B.card([:])) == ["Anna anna@example.se 08-9 -"])
  }

  @Test func aPersonWhomTheSystemHasNoNameForIsOnePerson() {
    let card = B.card(Self.person(0, "Anna", nil, "08-1"))
    let merge = B.merge(card, B.remote(Self.contact(nil, nil, "08-9")), Self.agreed(nil, nil, "08-1"))
    #expect(B.lines(merge) == ["change contactPersons[0].phone: 08-1 -> 08-9", "push contactPersons[0].name"])
  }

  @Test func anAddressThatIsAgreedOnThoughDifferentMakesOnePerson() {
    let card = B.card(Self.person(0, "Anna", "anna@example.se"))
    let agreed = B.agreed(
      ["contactPersons[0].name": "Anna", "contactPersons[0].email": "anna@example.se"],
      ["contactPersons[0].name": "Anna", "contactPersons[0].email": "faktura@example.se"])
    let merge = B.merge(card, B.remote(Self.contact("Anna Berg", "faktura@example.se")), agreed)
    #expect(B.lines(merge) == ["change contactPersons[0].name: Anna -> Anna Berg"])
  }

  @Test func whatARecordSaysLaterOfANewPersonComesInEvenWhenTheOldOneHadTheSame() {
    let merge = B.merge(Self.two, B.remote(["contactPersons[0].name": "Carl"]), Self.anna)
    let card = CardDiffer.card(Self.two, applying: merge.changes)
    let later = B.merge(card, B.remote(Self.contact("Carl", nil, "08-1")), merge.agreed)
    #expect(B.lines(later) == ["change contactPersons[0].phone: nil -> 08-1"])
  }

  @Test func furtherContactsOfAMappingArePassedOver() {
    let fields: Set = [B.path("contactPersons[0].name"), B.path("contactPersons[1].name")]
    let merge = B.merge(
      Self.two, B.remote(["contactPersons[0].name": "Anna", "contactPersons[1].name": "Carl"]), Self.anna, .erp,
      incoming: fields, outgoing: fields)
    #expect(merge.isSilent)
  }
}
