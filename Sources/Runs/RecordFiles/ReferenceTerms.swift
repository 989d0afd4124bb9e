package import CustomerModel
import Differ
package import Mapping
package import Validation

/// What is asked of a reference when it is added to a customer's card. Those that exist already stay as they are.
package struct ReferenceTerms: Sendable {
  private let settings: RegisterSettings

  package init(settings: RegisterSettings) { self.settings = settings }

  /// A new order with the customer's own order number and cost center, where it has none itself: orders copy them.
  package func completed(_ reference: Record, of card: CustomerCard) -> Record {
    filled(reference) { _, field in card[field] }
  }

  /// What changes of a card that gets a whole list of references, with its orders completed: a new one as
  /// ``completed(_:of:)`` does, and one that is there with what it has, so that the same list again changes nothing.
  func completed(_ fields: [FieldChange], on old: CustomerCard) -> [FieldChange] {
    guard let place = fields.firstIndex(where: { $0.path.field == .references }), fields[place].new != nil else {
      return fields
    }
    let new = CardDiffer.card(old, applying: fields)
    guard var list = RecordList(.references, of: new) else { return fields }
    let before = RecordList(.references, of: old)
    for reference in list.records {
      guard let standing = before?[key: reference.key] else {
        list.put(completed(reference, of: new))
        continue
      }
      list.put(filled(reference) { member, _ in standing[member] })
    }
    var fields = fields
    fields[place] = FieldChange(FieldPath(.references), old: old[.references], new: list.text)
    if list.text == old[.references] { fields.remove(at: place) }
    return fields
  }

  /// An order with what it copies and has not.
  private func filled(_ reference: Record, from value: (String, Field) -> String?) -> Record {
    guard reference["kind"] == "order" else { return reference }
    var reference = reference
    for (name, field) in [("orderNumber", Field.orderNumber), ("costCenter", .costCenter)] where reference[name] == nil
    {
      if let value = value(name, field) { reference.set(name, to: value, today: .canonicalText) }
    }
    return reference
  }

  /// The card that a new reference was added to, with its requester kept where the register's settings say so.
  package func card(_ card: CustomerCard, with reference: Record) -> CustomerCard {
    settings.isOn(.saveRequester) ? card.savingRequester(of: reference) : card
  }

  /// What speaks against the references that a card gets with a whole list of them, which are completed; one that it had already stays.
  func problems(from old: CustomerCard, to new: CustomerCard, _ validator: Validator) -> [Problem] {
    guard old[.references] != new[.references], let list = RecordList(.references, of: new) else { return [] }
    let known = Set(RecordList(.references, of: old)?.records.map(\.key) ?? [])
    return list.records.filter { !known.contains($0.key) }.flatMap { reference in
      findings(reference, on: new).compactMap {
        validator.problem($0, detail: RecordFinding.reference(reference.label))
      }
    }
  }

  private func hasFacility(_ card: CustomerCard, _ number: String?) -> Bool {
    number.map { RecordList(.facilities, of: card)?[key: [$0]] != nil } ?? false
  }

  /// Why a new reference is refused; empty when nothing speaks against it.
  package func findings(_ reference: Record, on card: CustomerCard) -> [RecordFinding] {
    var findings: [RecordFinding] = []
    if card[.active] == "0" { findings.append(.referenceInactive) }
    let isYes = { (field: Field) in card[field] == "1" }
    if isYes(.facilitiesDisabled), reference["facility"] != nil { findings.append(.referenceFacilityDisabled) }
    if isYes(.facilityRequired), !hasFacility(card, reference["facility"]) {
      findings.append(.referenceFacilityMissing)
    }
    guard reference["kind"] == "order" else { return findings }
    if isYes(.costCenterRequired) || settings.isOn(.costCenterRequired), reference["costCenter"] == nil {
      findings.append(.referenceCostCenterMissing)
    }
    if settings.isOn(.orderNumberRequired), reference["orderNumber"] == nil {
      findings.append(.referenceOrderNumberMissing)
    }
    return findings
  }
}
