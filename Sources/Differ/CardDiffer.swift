package import CustomerModel

/// Finds what changes when a source's row meets a card. Pure: the same input gives the same answer.
package enum CardDiffer {
  /// The changes that make `current` say what `incoming` says. Fields that the source does not speak of never change, nor
  /// does the customer number, nor what only the register writes.
  package static func changes(from current: CustomerCard, to incoming: IncomingCard) -> [FieldChange] {
    var changes: [FieldChange] = []
    for (path, value) in incoming.values where !path.field.isRepeated {
      guard path.field != .number, !path.field.isReadOnly else { continue }
      if value == .clear, cannotBeCleared(path.field) { continue }
      let old = current[path]
      let new = resolved(value, of: path)
      if old != new { changes.append(FieldChange(path, old: old, new: new)) }
    }
    changes += contactChanges(from: current, to: incoming)
    return changes.sorted { $0.path < $1.path }
  }

  /// The changes between two whole cards, both ways spoken of in full.
  package static func changes(from old: CustomerCard, to new: CustomerCard) -> [FieldChange] {
    Set(old.values.keys).union(new.values.keys).sorted().compactMap { path in
      old[path] == new[path] ? nil : FieldChange(path, old: old[path], new: new[path])
    }
  }

  /// The card after the changes.
  package static func card(_ card: CustomerCard, applying changes: [FieldChange]) -> CustomerCard {
    var card = card
    for change in changes { card[change.path] = change.new }
    return card
  }

  /// The card of a new customer, with the register's defaults for what the source leaves out.
  package static func newCard(_ incoming: IncomingCard, settings: RegisterSettings) -> CustomerCard {
    var card = blankCard(settings: settings)
    for change in changes(from: card, to: incoming) { card[change.path] = change.new }
    card[.number] = incoming[.number]
    return card
  }

  /// A card with nothing but what every new customer has.
  package static func blankCard(settings: RegisterSettings) -> CustomerCard {
    var card = CustomerCard()
    let defaults = NewCustomerDefaults(settings: settings)
    for field in NewCustomerDefaults.fields { card[field] = defaults.value(of: field) }
    return card
  }

  /// A customer is always of a type, and active or not: to clear those says nothing.
  package static func cannotBeCleared(_ field: Field) -> Bool { field == .type || field == .active }

  /// A cleared yes-or-no field is no.
  private static func resolved(_ value: IncomingCard.Value, of path: FieldPath) -> String? {
    switch value {
    case .value(let text): text
    case .clear: path.field.kind == .boolean ? "0" : nil
    }
  }
}
