import CustomerModel
import Differ
import Mapping

extension CustomerCard {
  /// The card with the requester of a new reference on the reference's facility, and among the contact persons.
  ///
  /// A contact person who is there gets what it lacks, and keeps what it has. A reference that names nobody changes nothing.
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
    let known = SameContact.place(
      email: reference["requesterEmail"], name: reference["requester"], on: self, by: .emailThenNameWithoutOther)
    let position = known ?? contactPersonCount
    for (member, field) in Self.requesterMembers {
      let path = FieldPath(field, position: position)
      if card[path] == nil { card[path] = reference[member] }
    }
    guard known == nil else { return card }
    for (field, value) in NewContactDefaults.values { card[FieldPath(field, position: position)] = value }
    return card
  }

  /// What a record says of its requester, and a contact person of the same.
  private static let requesterMembers: KeyValuePairs = [
    "requester": Field.contactName, "requesterEmail": .contactEmail, "requesterPhone": .contactPhone,
  ]
}
