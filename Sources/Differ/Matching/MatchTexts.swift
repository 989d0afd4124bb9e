import Texts

/// Why it is not sure that two customers of one number are the same. Numbers and names are masked.
enum MatchTexts {
  static func differentIdentities(_ number: String) -> Text {
    Text(
      en: "Customer \(number) and the record of that number have different identity numbers.",
      sv: "Kund \(number) och posten med det numret har olika person- eller organisationsnummer.")
  }

  static func nothingInCommon(_ number: String) -> Text {
    Text(
      en: "Customer \(number) and the record of that number have neither name nor address in common.",
      sv: "Kund \(number) och posten med det numret har varken namn eller adress gemensamt.")
  }

  static func otherName(_ number: String, here: String, there: String) -> Text {
    Text(
      en: "Customer \(number) is “\(here)” here and “\(there)” there, and neither address nor e-mail is the same.",
      sv: "Kund \(number) heter ”\(here)” här och ”\(there)” där, och varken adress eller e-post är densamma.")
  }
}
