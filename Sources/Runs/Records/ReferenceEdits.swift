import CustomerModel
import Mapping
import RegisterStore
import SwedishIdentity
import Validation

/// References to orders, error reports and quotations. ``ReferenceTerms`` says what is asked of a new one: those that exist
/// stay, whatever becomes of the customer.
extension EditSession {
  /// Adds a reference, with the permission to edit the customer. An order takes the card's order number and cost center
  /// where it has none itself.
  ///
  /// - Throws: ``KundregError`` when the customer takes no such reference: `reference.customerInactive`,
  ///   `reference.facilitiesDisabled`, `reference.facilityMissing`, `reference.facilityUnknown`,
  ///   `reference.costCenterMissing`, `reference.orderNumberMissing`, `reference.unknown` for a cost center.
  package func addReference(_ values: RecordValues, to number: String) throws {
    let list = try editable(.references, of: number)
    let terms = ReferenceTerms(settings: try writer.settings())
    let record = terms.completed(Record(.reference, values, today: .today), of: list.card)
    try refuseUnknownNames(of: record, list)
    try refuse(terms.findings(record, on: list.card), record, of: list)
    try add(record, to: list) { terms.card($0, with: record) }
  }

  /// Changes members of a reference, with the permission to edit the customer. The customer's terms are asked of what
  /// changes only: an order of an inactive customer can still be finished.
  ///
  /// - Throws: ``KundregError`` as ``addReference(_:to:)``, and `record.unknown`.
  package func editReference(_ key: [String], _ values: RecordValues, of number: String) throws {
    let list = try editable(.references, of: number)
    let old = try list.known(key)
    var new = old
    for (name, text) in values { new.set(name, to: text, today: .today) }
    let terms = ReferenceTerms(settings: try writer.settings())
    try refuseUnknownNames(of: new, since: old, list)
    let before = terms.findings(old, on: list.card)
    try refuse(terms.findings(new, on: list.card).filter { !before.contains($0) }, new, of: list)
    try change(key, values, in: list)
  }

  private func refuse(_ findings: [RecordFinding], _ record: Record, of list: EditedList) throws {
    let validator = try assignments([]).validator
    let problems = findings.compactMap {
      validator.problem($0, detail: RecordFinding.reference(IdentityMask.masked(record.label)))
    }
    try refuse(problems, number: list.customer.number)
  }

  /// A file may bring references before their facilities, and cost centers that the register does not know; by hand those
  /// come first.
  private func refuseUnknownNames(of record: Record, since old: Record? = nil, _ list: EditedList) throws {
    if let name = record["costCenter"], name != old?["costCenter"] {
      try FieldAssignments.refuseUnknown([name], of: .costCenter, in: writer)
    }
    guard let facility = record["facility"], facility != old?["facility"], list.card[.facilitiesDisabled] != "1",
      RecordList(.facilities, of: list.card)?[key: [facility]] == nil
    else { return }
    let number = list.customer.number
    throw KundregError(
      .referenceFacilityUnknown, RecordTexts.unknownFacility(IdentityMask.masked(facility), of: number),
      remedies: [.listRecords(.facilities, number: number)])
  }
}
