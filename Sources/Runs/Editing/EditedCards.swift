import CustomerModel
import Differ
import RegisterStore
import Validation

/// What one edit makes of the cards of many customers, read batch by batch as far as it is needed: the fields that are edited, and
/// those that rules on several fields look at.
struct EditedCards: ~Copyable {
  static let batchSize = 1024
  /// Cards with more contact persons are laid out one by one.
  private static let mostContactPersons = 8

  /// One customer of a batch.
  struct Edited {
    let id: Int64
    /// Without fields when nothing changes.
    let change: CustomerChange
    /// True when a rule has anything to say of the card as it will be.
    let hasFindings: Bool
  }

  private let validator: Validator
  private var values: CardValues
  private var cards: CardBatch
  /// The fields that are edited, in the order of the catalogue.
  private let fields: [EditedField]
  /// For each value that is read what it is for.
  private let uses: [Use]

  private struct EditedField {
    let path: FieldPath
    let edit: Edit
    /// Its place among the fields that rules look at.
    let place: Int?

    enum Edit {
      case value(String?)
      case set(UniformEdit.SetEdit)
    }
  }

  private enum Use {
    case number
    /// Of ``fields``.
    case edited(Int)
    /// Of a field that rules look at and that stays as it is.
    case judged(place: Int)
  }

  /// Nil for cards that are better laid out one by one.
  init?(_ edit: UniformEdit, judgedBy validator: Validator, in register: RegisterReader) throws {
    let contactPersons = try register.highestContactPersonCount()
    guard contactPersons <= Self.mostContactPersons else { return nil }
    let cards = CardBatch(contactPersons: contactPersons)
    let fields = edit.fields.map { field in
      let path = FieldPath(field)
      return EditedField(
        path: path, edit: edit.sets[field].map(EditedField.Edit.set) ?? .value(edit.values[field] ?? nil),
        place: cards.paths.firstIndex(of: path))
    }
    var uses: [Use] = [.number]
    var paths = [FieldPath(.number)]
    for (index, field) in fields.enumerated() {
      uses.append(.edited(index))
      paths.append(field.path)
    }
    for (place, path) in cards.paths.enumerated() where !fields.contains(where: { $0.path == path }) {
      uses.append(.judged(place: place))
      paths.append(path)
    }
    let values = try register.cardValues(of: paths, readsRevision: true)
    self.validator = validator
    self.values = values
    self.cards = cards
    self.fields = fields
    self.uses = uses
  }

  /// What the edit makes of some customers, in this order; without those that are gone.
  mutating func read(_ customers: ArraySlice<Int64>) throws -> [Edited] {
    var read: [(id: Int64, change: CustomerChange)] = []
    read.reserveCapacity(customers.count)
    cards.begin(customers.count)
    for id in customers where try values.move(to: id) {
      read.append((id, Self.change(of: values, fields, uses, &cards, card: read.count)))
    }
    values.rest()
    let found = validator.cardsWithFindings(cards)
    return read.enumerated().map { Edited(id: $1.id, change: $1.change, hasFindings: found.contains($0)) }
  }

  /// What becomes of the present customer, whose card is laid out as it will be.
  private static func change(
    of values: borrowing CardValues, _ fields: [EditedField], _ uses: [Use], _ cards: inout CardBatch, card: Int
  ) -> CustomerChange {
    var number = ""
    var changes: [FieldChange] = []
    var next = 0
    values.forEach { bytes in
      switch uses[next] {
      case .number: number = String(decoding: bytes, as: UTF8.self)
      case .edited(let index):
        if let change = change(of: bytes, by: fields[index]) { changes.append(change) }
        if let place = fields[index].place, case .value(var new?) = fields[index].edit {
          new.withUTF8 { cards.put(UnsafeRawBufferPointer($0), at: place, ofCard: card) }
        }
      case .judged(let place): cards.put(bytes, at: place, ofCard: card)
      }
      next += 1
    }
    return CustomerChange(
      number: number, action: CustomerChange.action(of: changes), revision: values.revision, fields: changes)
  }

  /// Nil when the field is what it will be.
  private static func change(of old: UnsafeRawBufferPointer, by field: EditedField) -> FieldChange? {
    let new: String?
    switch field.edit {
    case .value(let value):
      if value.map({ $0.utf8.elementsEqual(old) }) ?? old.isEmpty { return nil }
      new = value
    case .set(let edit):
      guard let names = edit.result(of: old) else { return nil }
      new = names.isEmpty ? nil : CustomerCard.set(of: names)
    }
    return FieldChange(field.path, old: old.isEmpty ? nil : String(decoding: old, as: UTF8.self), new: new)
  }
}
