import Texts

/// Why two customers are likely the same.
enum DuplicateTexts {
  static let sameIdentityNumber = Text(en: "same identity number", sv: "samma person- eller organisationsnummer")
  static let sameNameAndPostalCode = Text(en: "same name and postal code", sv: "samma namn och postnummer")
  static let sameNameAndPhone = Text(en: "same name and phone", sv: "samma namn och telefonnummer")
  static let sameEmail = Text(en: "same e-mail", sv: "samma e-post")
  static let similarName = Text(en: "similar name, same postal code", sv: "liknande namn, samma postnummer")
}
