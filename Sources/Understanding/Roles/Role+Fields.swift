import CustomerModel

extension Role {
  /// The role of a column that fills a field.
  init?(_ path: FieldPath) {
    let member = path.field.name.split(separator: ".").last.map(String.init) ?? path.field.name
    if path.field.name.contains("Address.") || path.field.isRepeated {
      switch member {
      case "line1", "line2": self = .line
      case "postalCode": self = .postalCode
      case "city": self = .city
      case "country": self = .country
      case "name": self = .name
      case "email": self = .email
      case "phone": self = .phone
      case "mobile": self = .mobile
      default: self = .contactFlag(member)
      }
      return
    }
    switch path.field.name {
    case "number": self = .number
    case "name": self = .name
    case "email": self = .email
    case "phone": self = .phone
    case "mobile": self = .mobile
    case "website": self = .website
    case "identityNumber": self = .identity
    case "active": self = .active
    case "type": return nil
    default: return nil
    }
  }

  /// The field of a customer that such a column is likeliest of.
  var likelyField: FieldPath? {
    switch self {
    case .number: FieldPath(.number)
    case .name, .firstName, .lastName: FieldPath(.customerName)
    case .line, .houseNumber: FieldPath("invoiceAddress.line1")
    case .addressExtra: FieldPath("invoiceAddress.line2")
    case .postalCode, .postalCodeCity: FieldPath("invoiceAddress.postalCode")
    case .city: FieldPath("invoiceAddress.city")
    case .country: FieldPath("invoiceAddress.country")
    case .email: FieldPath("email")
    case .phone: FieldPath("phone")
    case .mobile: FieldPath("mobile")
    case .website: FieldPath("website")
    case .identity: FieldPath(.identityNumber)
    case .type, .isPrivate, .isCompany: FieldPath(.type)
    case .active, .inactive, .status: FieldPath(.active)
    case .contactFlag(let member): FieldPath("contactPersons[0].\(member)")
    case .field(let path): path
    }
  }
}
