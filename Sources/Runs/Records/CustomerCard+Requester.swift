import CustomerModel
import Mapping

extension CustomerCard {
  /// The card with the requester of a new reference on the reference's facility, and among the contact persons.
  ///
  /// A contact person is the same by e-mail address, or by name where not both have an address; one that is there gets
  /// what it lacks, and keeps what it has. A reference that names nobody changes nothing.
  func savingRequester(of reference: Record) -> CustomerCard {
    guard reference["requester"] ?? reference["requesterEmail"] != nil else { return self }
    var card = self
    if let number = reference["facility"], var facilities = RecordList(.facilities, of: self),
      var facility = facilities[key: [number]]
    {
      for (member, _) in Self.requesterMembers {
        facility.set(member, to: reference[member] ?? "", today: .canonicalText)
      }
      facilities.put(facility)
      card[.facilities] = facilities.text
    }
    let known = (0..<contactPersonCount).first { isRequester(of: reference, contactPerson: $0) }
    let position = known ?? contactPersonCount
    for (member, field) in Self.requesterMembers {
      let path = FieldPath(field, position: position)
      if card[path] == nil { card[path] = reference[member] }
    }
    guard known == nil else { return card }
    for field in Field.all where field.isRepeated && field.kind == .boolean {
      card[FieldPath(field, position: position)] = "0"
    }
    return card
  }

  /// What a record says of its requester, and a contact person of the same.
  private static let requesterMembers: KeyValuePairs = [
    "requester": Field.contactName, "requesterEmail": .contactEmail, "requesterPhone": .contactPhone,
  ]

  private func isRequester(of reference: Record, contactPerson position: Int) -> Bool {
    let own = { (field: Field) in self[FieldPath(field, position: position)]?.lowercased() }
    if let email = reference["requesterEmail"], let its = own(.contactEmail) { return its == email.lowercased() }
    return reference["requester"] != nil && own(.contactName) == reference["requester"]?.lowercased()
  }
}
