package import CustomerModel

/// Who among contact persons is the one that somebody speaks of: whoever has the e-mail address or else the name, both without
/// regard to case.
///
/// Where several rows of a list speak of one customer, more than one person may be meant, and the rows themselves tell which:
/// see ``CardDiffer/personsOfRow(_:on:spoken:)``.
package enum SameContact {
  /// What counts, and in which order.
  package enum Rule: Sendable {
    /// The address, else the name, whatever address goes with it: a source may have a new one of somebody.
    case emailThenName
    /// The address, else the name where not both have an address: cards are put together, and two addresses may be two
    /// people's.
    case emailThenNameWithoutOther
    /// The name, else the address: an accounting system has one contact of a company, and the address is often the office's.
    case nameThenEmail
  }

  /// The first of these places that has the person.
  ///
  /// - Parameter value: what stands in a field of the person at a place.
  package static func place(
    email: String?, name: String?, among places: some Collection<Int>, by rule: Rule, value: (Int, Field) -> String?
  ) -> Int? {
    func first(_ field: Field, _ text: String?, where isAllowed: (Int) -> Bool = { _ in true }) -> Int? {
      guard let key = text?.lowercased() else { return nil }
      return places.first { isAllowed($0) && value($0, field)?.lowercased() == key }
    }
    switch rule {
    case .emailThenName:
      return first(.contactEmail, email) ?? first(.contactName, name)
    case .emailThenNameWithoutOther:
      return first(.contactEmail, email)
        ?? first(.contactName, name) { email == nil || value($0, .contactEmail) == nil }
    case .nameThenEmail:
      return first(.contactName, name) ?? first(.contactEmail, email)
    }
  }

  /// The first contact person of a card who is the one.
  package static func place(email: String?, name: String?, on card: CustomerCard, by rule: Rule) -> Int? {
    place(email: email, name: name, among: 0..<card.contactPersonCount, by: rule) { place, field in
      card[FieldPath(field, position: place)]
    }
  }
}
