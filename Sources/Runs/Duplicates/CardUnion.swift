import CustomerModel
import Texts
import Differ
import Foundation

/// What two cards of one customer make together: one keeps all it says and takes from the other what it lacks.
struct CardUnion {
  /// The card that stays, as it becomes.
  private(set) var into: CustomerCard
  /// The card that is merged into it, without what moved: contact persons, references, documents, facilities and customer
  /// users.
  private(set) var from: CustomerCard
  /// What the other card said and the one that stays does not take, in sentences without values.
  private(set) var notes: [Text] = []

  init(from: CustomerCard, into: CustomerCard) {
    self.from = from
    self.into = into
    let (old, new) = (into, from)
    mergeIdentity(from: new, into: old)
    mergeValues(from: new)
    mergeContacts(from: new, into: old)
    for field in Field.all where field.recordKind != nil { mergeRecords(field) }
    self.from[.active] = "0"
  }

  /// The type stays. A number of a person or an organisation belongs to its type, and a VAT number to it.
  private mutating func mergeIdentity(from other: CustomerCard, into card: CustomerCard) {
    take(.identityNumber, from: other, card, if: card[.type] == other[.type], else: CustomerMergeTexts.otherType)
    take(
      .vatNumber, from: other, card, if: into[.identityNumber] == other[.identityNumber],
      else: CustomerMergeTexts.otherIdentity)
    let hasType = card[.vatType] != nil
    take(.vatType, from: other, card, if: !hasType, else: CustomerMergeTexts.ownVATType)
    take(.vatPercent, from: other, card, if: !hasType, else: CustomerMergeTexts.ownVATType)
  }

  /// Takes a value that the card lacks where that makes sense. What is not taken is told.
  private mutating func take(
    _ field: Field, from other: CustomerCard, _ card: CustomerCard, if fits: Bool, else reason: Text
  ) {
    guard let value = other[field], value != card[field] else { return }
    if card[field] != nil { return note(field) }
    if fits { into[field] = value } else { note(field, notTakenSince: reason) }
  }

  /// Fields that only make sense together are taken together or not at all.
  private static func group(of field: Field) -> String? {
    let name = field.name
    for group in ["invoiceAddress.", "visitingAddress.", "mailAddress.", "taxReduction."] where name.hasPrefix(group) {
      return field.isSet ? nil : group
    }
    return nil
  }

  private static let ownWay: Set<Field> = [
    .number, .active, .type, .identityNumber, .vatNumber, .vatType, .vatPercent,
  ]

  private mutating func mergeValues(from other: CustomerCard) {
    let taken = into
    let filled = Set(taken.paths.compactMap { Self.group(of: $0.field) })
    for path in other.paths where !path.field.isReadOnly && !path.field.isRepeated {
      guard !Self.ownWay.contains(path.field), path.field.recordKind == nil, let value = other[path] else { continue }
      if path.field.isSet {
        into[path] = CustomerCard.set(
          of: CustomerCard.names(inSet: taken[path] ?? "") + CustomerCard.names(inSet: value))
      } else if path.field.name == "comments" {
        mergeComments(value, path)
      } else if let group = Self.group(of: path.field), filled.contains(group) {
        if taken[path] == nil {
          note(path.field, notTakenSince: CustomerMergeTexts.ownGroup(String(group.dropLast())))
        } else if !Self.areSame(taken[path], value, path.field) {
          note(path.field)
        }
      } else if taken[path] == nil {
        into[path] = value
      } else if !Self.areSame(taken[path], value, path.field), path.field.kind != .boolean, path.field != .customerName
      {
        note(path.field)
      }
    }
  }

  private mutating func mergeComments(_ value: String, _ path: FieldPath) {
    guard let own = into[path] else {
      into[path] = value
      return
    }
    if own.contains(value) { return }
    let joined = own + "\n" + value
    if case .text(let maximum, _) = path.field.kind, joined.count > maximum { return note(path.field) }
    into[path] = joined
  }

  private static let personFields = Field.all.filter(\.isRepeated)

  /// Whom the card has gets what it lacks; others come after. Who says more
  /// than the one on the other card took stays as well.
  private mutating func mergeContacts(from other: CustomerCard, into card: CustomerCard) {
    let isMainContact = { (place: Int) in card[FieldPath(Self.mainContact, position: place)] == "1" }
    var hasMain = (0..<card.contactPersonCount).contains(where: isMainContact)
    var joined: Set<Int> = []
    var next = card.contactPersonCount
    var staying: [Int] = []
    for position in 0..<other.contactPersonCount {
      let free = (0..<card.contactPersonCount).filter { !joined.contains($0) }
      let same = SameContact.place(
        email: other[FieldPath(.contactEmail, position: position)],
        name: other[FieldPath(.contactName, position: position)], among: free, by: .emailThenNameWithoutOther
      ) { card[FieldPath($1, position: $0)] }
      let target = same ?? next
      if let same { joined.insert(same) } else { next += 1 }
      for field in Self.personFields {
        let path = FieldPath(field, position: target)
        guard into[path] == nil else { continue }
        into[path] = other[FieldPath(field, position: position)]
      }
      // Who is the main contact is for the card that stays to say, where it says so.
      let isMain = !hasMain && other[FieldPath(Self.mainContact, position: position)] == "1"
      hasMain = hasMain || isMain
      into[FieldPath(Self.mainContact, position: target)] = isMain || same.map(isMainContact) == true ? "1" : "0"
      if !isTold(position, of: other, at: target) { staying.append(position) }
    }
    for path in other.paths where path.field.isRepeated { from[path] = nil }
    for (place, position) in staying.enumerated() {
      for field in Self.personFields {
        from[FieldPath(field, position: place)] = other[FieldPath(field, position: position)]
      }
      notes.append(CustomerMergeTexts.personDiffers(place + 1))
    }
  }

  /// True when the card that stays says of a person at `place` all that the other card says of the one at `position`, but for
  /// which is the main contact.
  private func isTold(_ position: Int, of other: CustomerCard, at place: Int) -> Bool {
    Self.personFields.allSatisfy { field in
      guard field != Self.mainContact, let value = other[FieldPath(field, position: position)] else { return true }
      let held = into[FieldPath(field, position: place)]
      if field.kind == .boolean { return value == "0" || held == value }
      return Self.areSame(held?.lowercased(), value.lowercased(), field)
    }
  }

  /// Telephone numbers are the same when they are dialled the same.
  private static func areSame(_ held: String?, _ value: String, _ field: Field) -> Bool {
    guard field.kind == .phone, let held else { return held == value }
    return DialledNumber.of(held) == DialledNumber.of(value)
  }

  private static let mainContact = personFields.first { $0.name.hasSuffix(".mainContact") }!

  /// Work that hangs on the customer moves; articles are copied. What both have under one key stays where it is.
  private mutating func mergeRecords(_ field: Field) {
    guard let kind = field.recordKind, let value = from[field] else { return }
    let union = RecordUnion(kind: kind, into: into[field], from: value)
    into[field] = union.into
    if kind != .article { from[field] = union.left }
    for key in union.differing {
      notes.append(CustomerMergeTexts.recordDiffers(kind, key))
    }
  }

  private mutating func note(_ field: Field) {
    notes.append(CustomerMergeTexts.keptOwn(field))
  }

  /// The card that stays has no value of its own, and does not take the other's.
  private mutating func note(_ field: Field, notTakenSince reason: Text) {
    notes.append(CustomerMergeTexts.notTaken(field, since: reason))
  }
}
