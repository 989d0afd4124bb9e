import CustomerModel

extension CardDiffer {
  /// One person's fields by field.
  private typealias Person = [Field: String]

  /// Aligns the source's contact persons with the card's and gives the changes by position.
  ///
  /// A source that knows one contact must not erase the others, and the order of persons differs between systems. So a
  /// person is first found again by e-mail, then by name, and one who has neither as the person of whom all else is
  /// known already; only one that is not found takes the place in which the source has it, if nobody else was found
  /// there, and otherwise comes last. A person left without any detail is gone, and the later ones move up.
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
      var place = places[position]
      if place == nil, position < before.count, !taken.contains(position) {
        place = position
        taken.insert(position)
      }
      if place == nil {
        guard hasDetail(arrival) else { continue }
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

  /// The place of the person whom an arrival means: by e-mail and then by name, both without regard to case, and without
  /// either by saying nothing new.
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
    guard arrival[.contactEmail].isSilent, arrival[.contactName].isSilent, hasDetail(arrival) else { return nil }
    return persons.indices.first { place in
      !taken.contains(place)
        && arrival.allSatisfy { field, value in
          let present = persons[place][field]
          return switch value {
          case .value(let text): present == text || field.kind == .boolean && text == "0" && present == nil
          case .clear: present == nil || field.kind == .boolean && present == "0"
          }
        }
    }
  }

  /// True when an arrival says more of a person than no.
  private static func hasDetail(_ arrival: [Field: IncomingCard.Value]) -> Bool {
    arrival.contains { field, value in
      if case .value(let text) = value { field.kind != .boolean || text == "1" } else { false }
    }
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

extension IncomingCard.Value? {
  /// True when the source gives no value.
  fileprivate var isSilent: Bool { if case .value = self { false } else { true } }
}
