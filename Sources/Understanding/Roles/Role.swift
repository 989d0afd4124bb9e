import CustomerModel

/// What a column is of whom it is about, before the whole list decides which field that is.
enum Role: Hashable, Sendable {
  case number, name, firstName, lastName
  /// A line of an address; which of its lines the heading's number and the list tell.
  case line
  case addressExtra, houseNumber, postalCode, city, postalCodeCity, country
  case email, phone, mobile, website
  case identity
  case type, isPrivate, isCompany
  case active, inactive, status
  /// A contact person's yes or no, by the member's name.
  case contactFlag(String)
  case field(FieldPath)

  /// False for what persons, places and other companies have as well.
  var isOnlyOfCustomers: Bool {
    switch self {
    case .type, .isPrivate, .isCompany, .field: true
    default: false
    }
  }

  /// True for what belongs to an address.
  var isOfAddress: Bool {
    switch self {
    case .line, .addressExtra, .houseNumber, .postalCode, .city, .postalCodeCity, .country: true
    default: false
    }
  }
}
