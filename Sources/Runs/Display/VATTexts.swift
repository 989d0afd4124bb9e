import Texts

/// Why orders and prints show VAT to a customer or not, behind a colon.
enum VATTexts {
  static let isNormal = Text(
    en: "the VAT type is normal, which always shows it", sv: "momstypen är normal, som alltid visar moms")
  static let isNone = Text(
    en: "the VAT type is none, so there is no VAT to show", sv: "momstypen är none, så det finns ingen moms att visa")

  static func isCustom(percent: String) -> Text {
    Text(en: "the VAT type is custom: \(percent) %", sv: "momstypen är custom: \(percent.replacing(".", with: ",")) %")
  }

  static let isPrivate = Text(en: "the customer is private", sv: "kunden är privat")
  static let hasNoNumber = Text(
    en: "the company has no organisation number", sv: "företaget saknar organisationsnummer")
  static let isCompany = Text(
    en: "the customer is a company with an organisation number", sv: "kunden är ett företag med organisationsnummer")

  static func perArticle(_ reason: Text) -> Text {
    Text(
      en: "\(reason.english); articles with a VAT percent of their own use it",
      sv: "\(reason.swedish); artiklar med en egen momssats använder den")
  }
}
