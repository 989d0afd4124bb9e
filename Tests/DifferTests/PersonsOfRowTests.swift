import CustomerModel
import Differ
import Testing

/// Whom of the card a row means that is one of several of its customer.
@Suite struct PersonsOfRowTests {
  private typealias Persons = [(name: String?, email: String?, phone: String?)]

  private func values(_ persons: Persons) -> [FieldPath: String] {
    var values: [FieldPath: String] = [:]
    for (position, person) in persons.enumerated() {
      for (field, text) in [("name", person.name), ("email", person.email), ("phone", person.phone)] {
        if let text { values[FieldPath("contactPersons[\(position)].\(field)")!] = text }
      }
    }
    return values
  }

  /// The persons after the row as `name email phone`, or the field in which it contradicts.
  private func after(_ row: Persons, on card: Persons, spoken: Set<Int> = []) -> [String] {
    let current = CustomerCard(values(card))
    switch CardDiffer.personsOfRow(
      IncomingCard(values(row).mapValues { .value($0) }), on: current, spoken: spoken)
    {
    case .contradicts(let path): return ["\(path)"]
    case .taken(let changes, _):
      let card = CardDiffer.card(current, applying: changes)
      return (0..<card.contactPersonCount).map { position in
        ["name", "email", "phone"].map { card[FieldPath("contactPersons[\(position)].\($0)")!] ?? "-" }
          .joined(separator: " ")
      }
    }
  }

  @Test func nobodyIsReplacedForStandingInTheRowsPlace() {
    #expect(after([("Bo", nil, nil)], on: [("Anna", "a@x", nil)]) == ["Anna a@x -", "Bo - -"])
    #expect(after([(nil, nil, "2")], on: [(nil, nil, "1")]) == ["- - 1", "- - 2"])
  }

  @Test func aPersonIsFoundByEmailThenByName() {
    let card: Persons = [("Anna", "a@x", "1"), ("Bo", nil, nil)]
    #expect(after([("Bo", "A@x", nil)], on: card) == ["Bo A@x 1", "Bo - -"])
    #expect(after([("bo", "b@x", nil)], on: card) == ["Anna a@x 1", "bo b@x -"])
    #expect(after([("Anna", "new@x", nil)], on: card) == ["Anna new@x 1", "Bo - -"])
  }

  @Test func aPersonOfAnEarlierRowTakesMoreButNothingElse() {
    let card: Persons = [("Anna", "a@x", "1")]
    #expect(after([("ANNA", "A@X", "1")], on: card, spoken: [0]) == ["Anna a@x 1"])
    #expect(after([("Anna", "a@x", "2")], on: card, spoken: [0]) == ["contactPersons[0].phone"])
    #expect(after([("Bea", "a@x", nil)], on: card, spoken: [0]) == ["contactPersons[0].name"])
    #expect(after([("Anna", "b@x", nil)], on: card, spoken: [0]) == ["Anna a@x 1", "Anna b@x -"])
    #expect(after([("Anna", "b@x", nil)], on: [("Anna", nil, nil)], spoken: [0]) == ["Anna - -", "Anna b@x -"])
    #expect(after([("Anna", "a@x", "1")], on: [("Anna", "a@x", nil)], spoken: [0]) == ["Anna a@x 1"])
    #expect(after([("Anna", nil, nil)], on: card, spoken: [0]) == ["Anna a@x 1"])
    #expect(after([(nil, nil, "1")], on: card, spoken: [0]) == ["Anna a@x 1"])
  }

  @Test func anAddressThatSomebodyElseHasIsNotThePersonOfTheSameName() {
    #expect(
      after([("Anna", "a@x", "2")], on: [("Anna", nil, nil), ("Anna", "a@x", nil)], spoken: [0])
        == ["Anna - -", "Anna a@x 2"])
  }

  @Test func ofSeveralItIsTheOneOfWhomTheRowSaysNothingNew() {
    let card: Persons = [("Anna", "a@x", "1"), ("Anna", "b@x", "2")]
    #expect(after([("Anna", nil, "2")], on: card) == ["Anna a@x 1", "Anna b@x 2"])
    #expect(after([("Anna", nil, "2")], on: card, spoken: [0]) == ["Anna a@x 1", "Anna b@x 2"])
  }

  @Test func personsOfOneRowAreSeveralEvenByOneName() {
    #expect(after([("Anna", nil, nil), ("Anna", nil, nil)], on: [("Anna", nil, nil)]) == ["Anna - -", "Anna - -"])
  }
}
