/// Why two customers are likely the same, the surest first.
package enum DuplicateReason: String, Sendable, CaseIterable {
  case identityNumber, nameAndPostalCode, nameAndPhone, email, similarName

  /// From 0 to 100.
  package var score: Int {
    switch self {
    case .identityNumber: 100
    case .nameAndPostalCode: 90
    case .nameAndPhone: 80
    case .email: 70
    case .similarName: 60
    }
  }

  /// The reason in words.
  package var sentence: String {
    switch self {
    case .identityNumber: "same identity number"
    case .nameAndPostalCode: "same name and postal code"
    case .nameAndPhone: "same name and phone"
    case .email: "same e-mail"
    case .similarName: "similar name, same postal code"
    }
  }
}
