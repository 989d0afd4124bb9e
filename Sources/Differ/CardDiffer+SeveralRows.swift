package import CustomerModel

/// What one of several rows of a customer does to its contact persons.
package enum PersonsOfRow: Sendable, Equatable {
  /// The changes, and the places of the persons whom the row speaks of, as they stand after the changes.
  case taken([FieldChange], places: Set<Int>)
  /// The row says something else of a person than an earlier row did: the field, as the row has it.
  case contradicts(FieldPath)
}

extension CardDiffer {
  /// Finds the persons of one of several rows of a customer among those of the card, and adds those whom it lacks.
  ///
  /// A person is found by e-mail, then by name, as in ``changes(from:to:)``; but nobody is replaced for standing in the
  /// row's place, since every row has its person there, and blank cells leave a person's details as they are. Of a person
  /// whom an earlier row spoke of, a row may tell what is not yet known and repeat the rest: two rows that took turns in
  /// saying different things would change the customer in every import.
  ///
  /// - Parameter spoken: the places of the persons whom earlier rows of the same input spoke of.
  package static func personsOfRow(
    _ incoming: IncomingCard, on current: CustomerCard, spoken: Set<Int>
  ) -> PersonsOfRow {
    let before = persons(of: current)
    var (after, places) = (before, Set<Int>())
    for (position, said) in saidPersons(incoming) {
      let place = place(of: said, in: after, spoken: spoken, except: places) ?? after.count
      if place == after.count { after.append([:]) }
      if spoken.contains(place), let other = contradiction(of: said, to: after[place]) {
        return .contradicts(FieldPath(other, position: position))
      }
      for (field, text) in said where !(spoken.contains(place) && after[place][field] != nil) {
        after[place][field] = text
      }
      places.insert(place)
    }
    return .taken(changes(from: card(of: before), to: card(of: after.map(complete))), places: places)
  }

  /// How many persons a row tells of.
  package static func personCount(_ incoming: IncomingCard) -> Int { saidPersons(incoming).count }

  /// What a row says of each person, blank cells left out, in the order of the row.
  private static func saidPersons(_ incoming: IncomingCard) -> [(position: Int, said: Person)] {
    var persons: [Int: Person] = [:]
    for (path, value) in incoming.values where path.field.isRepeated {
      if case .value(let text) = value { persons[path.position, default: [:]][path.field] = text }
    }
    return persons.filter { hasDetail($0.value) }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The place of the person whom a row means, or nil when it is nobody of the card.
  ///
  /// Of several who may be meant it is one of whom the row says nothing new, so that a second import means the same ones.
  private static func place(
    of said: Person, in persons: [Person], spoken: Set<Int>, except own: Set<Int>
  ) -> Int? {
    let free = persons.indices.filter { !own.contains($0) }
    let isSpoken = { (place: Int) in spoken.contains(place) }
    let hasNoEmail = { (place: Int) in persons[place][.contactEmail] == nil }
    let isKnown = { (place: Int) in said.allSatisfy { isSame($0.value, persons[place][$0.key], of: $0.key) } }
    let bearers = { (field: Field, text: String) in
      free.filter { persons[$0][field].map { isSame(text, $0, of: field) } ?? false }
    }
    let namesakes = said[.contactName].map { bearers(.contactName, $0) } ?? []
    if let email = said[.contactEmail] {
      let owners = bearers(.contactEmail, email)
      if let owner = owners.first(where: isKnown) ?? owners.first(where: isSpoken) ?? owners.first { return owner }
      // One of the same name whom an earlier row spoke of by another address is somebody else.
      let others = namesakes.filter { !isSpoken($0) }
      return others.first(where: hasNoEmail) ?? others.first
    }
    guard said[.contactName] != nil else {
      let known = free.filter(isKnown)
      return known.first { hasNoEmail($0) && persons[$0][.contactName] == nil } ?? known.first
    }
    let ranked = namesakes.filter(hasNoEmail) + namesakes.filter { !hasNoEmail($0) }
    return ranked.first(where: isKnown) ?? ranked.first { hasNoEmail($0) && isSpoken($0) }
      ?? ranked.first(where: hasNoEmail) ?? ranked.first(where: isSpoken) ?? ranked.first
  }

  /// The first field, by name, of which a row says something else than is known of a person.
  private static func contradiction(of said: Person, to person: Person) -> Field? {
    said.filter { field, text in person[field].map { !isSame(text, $0, of: field) } ?? false }
      .keys.min { $0.name < $1.name }
  }

  /// Names and addresses are the same whatever their case, as they are when a person is looked for.
  private static func isSame(_ text: String, _ present: String?, of field: Field) -> Bool {
    text == present
      || (field == .contactEmail || field == .contactName) && text.lowercased() == present?.lowercased()
  }
}
