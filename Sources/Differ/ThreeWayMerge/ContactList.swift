import CustomerModel

/// A card's contact persons, one after another.
struct ContactList {
  private var persons: [[Field: String]]

  init(_ card: CustomerCard) {
    persons = [[Field: String]](repeating: [:], count: card.contactPersonCount)
    for (path, value) in card.values where path.field.isRepeated { persons[path.position][path.field] = value }
  }

  /// The first person's values; none when there is no person.
  var first: [Field: String] { persons.first ?? [:] }

  /// True when more is known of the first person than no.
  var firstHasDetail: Bool { first.contains { $0.key.kind != .boolean || $0.value == "1" } }

  /// Sets a value of the first person, who is made when there is none.
  mutating func setFirst(_ field: Field, to value: String?) {
    if persons.isEmpty { putFirst(nil) }
    persons[0][field] = value
  }

  /// Moves the person at a place to the front; nil puts a new one there. The others keep their order.
  mutating func putFirst(_ place: Int?) {
    persons.insert(place.map { persons.remove(at: $0) } ?? NewContactDefaults.values, at: 0)
  }

  /// The place of the person of that name, or else of that e-mail address.
  func place(name: String?, email: String?) -> Int? {
    SameContact.place(email: email, name: name, among: persons.indices, by: .nameThenEmail) { persons[$0][$1] }
  }

  /// The card with these persons in place of its own.
  func written(to card: CustomerCard) -> CustomerCard {
    var card = card
    for path in card.paths where path.field.isRepeated { card[path] = nil }
    for (position, person) in persons.enumerated() {
      for (field, value) in person { card[FieldPath(field, position: position)] = value }
    }
    return card
  }
}
