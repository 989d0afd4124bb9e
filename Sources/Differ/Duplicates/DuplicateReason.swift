package import Texts

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
  package var label: Text {
    switch self {
    case .identityNumber: DuplicateTexts.sameIdentityNumber
    case .nameAndPostalCode: DuplicateTexts.sameNameAndPostalCode
    case .nameAndPhone: DuplicateTexts.sameNameAndPhone
    case .email: DuplicateTexts.sameEmail
    case .similarName: DuplicateTexts.similarName
    }
  }
}
