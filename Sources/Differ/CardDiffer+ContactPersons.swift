import CustomerModel

extension CardDiffer {
  /// One person's fields by field.
  private typealias Person = [Field: String]

  /// Aligns the source's contact persons with the card's and gives the changes by position.
  ///
  /// A source that knows one contact must not erase the others, and the order of persons differs between systems. So a
  /// person is first found again by e-mail, then by name; only one that is found by neither takes the place in which
  /// the source has it, if nobody else was found there, and otherwise comes last. A person left without any detail is
  /// gone, and the later ones move up.
  static func contactChanges(from current: CustomerCard, to incoming: IncomingCard) -> [FieldChange] {
    let spoken = incoming.values.filter { $0.key.field.isRepeated }
    guard !spoken.isEmpty else { return [] }
    let before = persons(of: current)
    var after = before
    var arrivals: [Int: [Field: IncomingCard.Value]] = [:]
    for (path, value) in spoken { arrivals[path.position, default: [:]][path.field] = value }

    var taken: Set<Int> = []
    var places: [Int: Int] = [:]
    for position in arrivals.keys.sorted() {
      let found = place(of: arrivals[position]!, in: before, except: taken)
      guard let found else { continue }
      taken.insert(found)
      places[position] = found
    }
    for position in arrivals.keys.sorted() {
      let arrival = arrivals[position]!
      let hasDetail = arrival.contains { field, value in
        if case .value(let text) = value { field.kind != .boolean || text == "1" } else { false }
      }
      var place = places[position]
      if place == nil, position < before.count, !taken.contains(position) {
        place = position
        taken.insert(position)
      }
      if place == nil {
        guard hasDetail else { continue }
        after.append([:])
        place = after.count - 1
      }
      for (field, value) in arrival {
        switch value {
        case .value(let text): after[place!][field] = text
        case .clear: after[place!][field] = nil
        }
      }
    }
    after.removeAll { person in !person.contains { $0.key.kind != .boolean || $0.value == "1" } }
    return changes(from: card(of: before), to: card(of: after))
  }

  /// The place of the person whom an arrival means, by e-mail and then by name, both without regard to case.
  private static func place(
    of arrival: [Field: IncomingCard.Value], in persons: [Person], except taken: Set<Int>
  ) -> Int? {
    for field in [Field.contactEmail, .contactName] {
      guard case .value(let text) = arrival[field] else { continue }
      let key = text.lowercased()
      if let place = persons.indices.first(where: { !taken.contains($0) && persons[$0][field]?.lowercased() == key }) {
        return place
      }
    }
    return nil
  }

  private static func persons(of card: CustomerCard) -> [Person] {
    var persons = [Person](repeating: [:], count: card.contactPersonCount)
    for (path, value) in card.values where path.field.isRepeated { persons[path.position][path.field] = value }
    return persons
  }

  /// Every person has all yes-or-no fields, as the register keeps them.
  private static func card(of persons: [Person]) -> CustomerCard {
    var card = CustomerCard()
    for (position, person) in persons.enumerated() {
      for field in Field.all where field.isRepeated {
        let value = person[field] ?? (field.kind == .boolean ? "0" : nil)
        card[FieldPath(field, position: position)] = value
      }
    }
    return card
  }
}
