package import Texts

/// What a person calls the values that are words.
package enum ValueLabels {
  package static let yes = Text(en: "Yes", sv: "Ja")
  package static let no = Text(en: "No", sv: "Nej")

  /// Of a field that is one of a fixed set of words, and of a member of a record that is; what is none of them stays as it is.
  package static func choice(_ word: String) -> Text { choices[word] ?? Text(verbatim: word) }

  private static let choices = [
    "company": Text(en: "Company", sv: "Företag"), "private": Text(en: "Private", sv: "Privat"),
    "normal": Text(verbatim: "Normal"), "none": Text(en: "None", sv: "Ingen"), "custom": Text(en: "Custom", sv: "Egen"),
    "order": Text(verbatim: "Order"), "errorReport": Text(en: "Error report", sv: "Felanmälan"),
    "quotation": Text(en: "Quotation", sv: "Offert"), "view": Text(en: "See", sv: "Se"),
    "reportErrors": Text(en: "Report errors", sv: "Felanmäla"),
    "approveQuotations": Text(en: "Approve quotations", sv: "Godkänna offerter"),
    "administrate": Text(en: "Administrate", sv: "Administrera"),
  ]
}
