import CustomerModel

extension CardDiffer {
  /// One person's fields by field.
  typealias Person = [Field: String]
  /// What the source says of one person.
  typealias Arrival = [Field: IncomingCard.Value]

  /// Aligns the source's contact persons with the card's and gives the changes by position.
  ///
  /// A source that knows one contact must not erase the others, and the order of persons differs between systems. So a
  /// person is first found again by e-mail, then by name, and one who has neither as the person of whom all else is
  /// known already; only one that is not found takes the place in which the source has it, if nobody else was found
  /// there, and otherwise comes last. A person left without any detail is gone, and the later ones move up.
  ///
  /// Saying the same again changes nothing more: a blank place in the source takes away the person who stands there only
  /// when no other one would then move into that place and be taken away by the next run.
  static func contactChanges(from current: CustomerCard, to incoming: IncomingCard) -> [FieldChange] {
    guard !isOfFirstAlone(incoming, on: current) else { return [] }
    let spoken = incoming.values.filter { $0.key.field.isRepeated }
    guard !spoken.isEmpty else { return [] }
    let before = persons(of: current)
    var arrivals: [Int: Arrival] = [:]
    for (path, value) in spoken { arrivals[path.position, default: [:]][path.field] = value }
    var after = Self.after(arrivals, before)
    if after.count < before.count, Self.after(arrivals, after) != after {
      after = Self.after(arrivals, before, keepsAll: true)
    }
    return changes(from: card(of: before), to: card(of: after))
  }

  /// True when the source says of the first person what the card has of it, by a detail at least, and speaks of no other: as nearly
  /// every changed row does, whose change is elsewhere. Such an arrival is found in the first place, by whatever it is looked for.
  private static func isOfFirstAlone(_ incoming: IncomingCard, on current: CustomerCard) -> Bool {
    var hasDetail = false
    for (path, value) in incoming.values where path.field.isRepeated {
      guard path.position == 0 else { return false }
      let isFlag = path.field.kind == .boolean
      switch value {
      case .value(let text):
        guard current[path] == text else { return false }
        if !isFlag { hasDetail = true }
      case .clear:
        let present = current[path]
        guard present == nil || isFlag && present == "0" else { return false }
      }
    }
    return hasDetail
  }

  /// The persons after the arrivals.
  ///
  /// - Parameter keepsAll: true to leave a person as it is of whom nothing would be left.
  private static func after(_ arrivals: [Int: Arrival], _ before: [Person], keepsAll: Bool = false) -> [Person] {
    var after = before
    var taken: Set<Int> = []
    var places: [Int: Int] = [:]
    for position in arrivals.keys.sorted() {
      guard let found = place(of: arrivals[position]!, in: before, except: taken) else { continue }
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
      var person = after[place!]
      for (field, value) in arrival {
        switch value {
        case .value(let text): person[field] = text
        case .clear: person[field] = nil
        }
      }
      if !keepsAll || hasDetail(person) { after[place!] = person }
    }
    after.removeAll { !hasDetail($0) }
    return after.map(complete)
  }

  static func hasDetail(_ person: Person) -> Bool {
    person.contains { $0.key.kind != .boolean || $0.value == "1" }
  }

  /// Every person has all yes-or-no fields, as the register keeps them.
  static func complete(_ person: Person) -> Person {
    var person = person
    for (field, value) in NewContactDefaults.values where person[field] == nil { person[field] = value }
    return person
  }

  /// The place of the person whom an arrival means: by e-mail and then by name, both without regard to case, and without
  /// either by saying nothing new.
  private static func place(
    of arrival: Arrival, in persons: [Person], except taken: Set<Int>
  ) -> Int? {
    let free = persons.indices.filter { !taken.contains($0) }
    let text = { (field: Field) -> String? in if case .value(let text) = arrival[field] { text } else { nil } }
    if let place = SameContact.place(
      email: text(.contactEmail), name: text(.contactName), among: free, by: .emailThenName,
      value: { persons[$0][$1] })
    {
      return place
    }
    guard arrival[.contactEmail].isSilent, arrival[.contactName].isSilent, hasDetail(arrival) else { return nil }
    return free.first { place in
      arrival.allSatisfy { field, value in
        let present = persons[place][field]
        return switch value {
        case .value(let text): present == text || field.kind == .boolean && text == "0" && present == nil
        case .clear: present == nil || field.kind == .boolean && present == "0"
        }
      }
    }
  }

  /// True when an arrival says more of a person than no.
  static func hasDetail(_ arrival: Arrival) -> Bool {
    arrival.contains { field, value in
      if case .value(let text) = value { field.kind != .boolean || text == "1" } else { false }
    }
  }

  static func persons(of card: CustomerCard) -> [Person] {
    var persons = [Person](repeating: [:], count: card.contactPersonCount)
    for (path, value) in card.values where path.field.isRepeated { persons[path.position][path.field] = value }
    return persons
  }

  static func card(of persons: [Person]) -> CustomerCard {
    var card = CustomerCard()
    for (position, person) in persons.enumerated() {
      for (field, value) in complete(person) { card[FieldPath(field, position: position)] = value }
    }
    return card
  }
}

extension IncomingCard.Value? {
  /// True when the source gives no value.
  fileprivate var isSilent: Bool { if case .value = self { false } else { true } }
}
