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
  /// saying different things would change the customer in every import. One of the same name with another e-mail address
  /// is somebody else.
  ///
  /// - Parameter spoken: the places of the persons whom earlier rows of the same input spoke of.
  package static func personsOfRow(
    _ incoming: IncomingCard, on current: CustomerCard, spoken: Set<Int>
  ) -> PersonsOfRow {
    let before = persons(of: current)
    var (after, taken, places) = (before, spoken, Set<Int>())
    for (position, said) in saidPersons(incoming) {
      let arrival = said.mapValues { IncomingCard.Value.value($0) }
      if let place = spokenPlace(of: said, in: after, spoken) {
        for (field, text) in said.sorted(by: { $0.key.name < $1.key.name }) {
          guard let present = after[place][field] else {
            after[place][field] = text
            continue
          }
          if !isSame(text, present, of: field) { return .contradicts(FieldPath(field, position: position)) }
        }
        places.insert(place)
        continue
      }
      let place = self.place(of: arrival, in: after, except: taken) ?? after.count
      if place == after.count { after.append([:]) }
      for (field, text) in said { after[place][field] = text }
      places.insert(place)
      taken.insert(place)
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

  /// The person of an earlier row whom a row means, or nil when it is somebody else.
  private static func spokenPlace(of said: Person, in persons: [Person], _ spoken: Set<Int>) -> Int? {
    let places = persons.indices.filter { spoken.contains($0) }
    let others = persons.indices.filter { !spoken.contains($0) }
    let (email, name) = (said[.contactEmail]?.lowercased(), said[.contactName]?.lowercased())
    if let email {
      if let place = places.first(where: { persons[$0][.contactEmail]?.lowercased() == email }) { return place }
      if others.contains(where: { persons[$0][.contactEmail]?.lowercased() == email }) { return nil }
    }
    if let name {
      return places.first { place in
        let other = persons[place][.contactEmail]?.lowercased()
        return persons[place][.contactName]?.lowercased() == name && (email == nil || other == nil || email == other)
      }
    }
    guard email == nil else { return nil }
    return places.first { place in said.allSatisfy { persons[place][$0.key] == $0.value } }
  }

  /// Names and addresses are the same whatever their case, as they are when a person is looked for.
  private static func isSame(_ text: String, _ present: String, of field: Field) -> Bool {
    text == present
      || (field == .contactEmail || field == .contactName) && text.lowercased() == present.lowercased()
  }
}
