package import CustomerModel
package import Mapping
package import Validation

/// What is asked of a reference when it is added to a customer's card. Those that exist already stay as they are.
package struct ReferenceTerms: Sendable {
  private let settings: RegisterSettings

  package init(settings: RegisterSettings) { self.settings = settings }

  /// A new order with the customer's own order number and cost center, where it has none itself: orders copy them.
  package func completed(_ reference: Record, of card: CustomerCard) -> Record {
    guard reference["kind"] == "order" else { return reference }
    var reference = reference
    for (name, field) in [("orderNumber", Field.orderNumber), ("costCenter", .costCenter)] {
      if reference[name] == nil, let value = card[field] { reference.set(name, to: value, today: .canonicalText) }
    }
    return reference
  }

  /// The card that a new reference was added to, with its requester kept where the register's settings say so.
  package func card(_ card: CustomerCard, with reference: Record) -> CustomerCard {
    settings.isOn(.saveRequester) ? card.savingRequester(of: reference) : card
  }

  /// What speaks against the references that a card gets with a whole list of them; one that it had already stays.
  func problems(from old: CustomerCard, to new: CustomerCard, _ validator: Validator) -> [Problem] {
    guard old[.references] != new[.references], let list = RecordList(.references, of: new) else { return [] }
    let known = Set(RecordList(.references, of: old)?.records.map(\.key) ?? [])
    return list.records.filter { !known.contains($0.key) }.flatMap { reference in
      findings(completed(reference, of: new), on: new).compactMap {
        validator.problem($0, detail: "The reference \(reference.label)")
      }
    }
  }

  /// Why a new reference is refused; empty when nothing speaks against it.
  package func findings(_ reference: Record, on card: CustomerCard) -> [RecordFinding] {
    var findings: [RecordFinding] = []
    if card[.active] == "0" { findings.append(.referenceInactive) }
    let isYes = { (field: Field) in card[field] == "1" }
    if isYes(.facilitiesDisabled), reference["facility"] != nil { findings.append(.referenceFacilityDisabled) }
    if isYes(.facilityRequired), reference["facility"] == nil { findings.append(.referenceFacilityMissing) }
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
