import Texts

/// What is told of a card's records and documents.
enum RecordCommandTexts {
  static func noDocument(_ name: String, of customer: String) -> Text {
    Text(
      en: "Customer \(customer) has no document \(name) there.", sv: "Kund \(customer) har inget dokument \(name) där.")
  }

  static func isThere(_ path: String) -> Text {
    Text(
      en: "\(path) exists already. Name another file: none is overwritten.",
      sv: "\(path) finns redan. Ange en annan fil: ingen skrivs över.")
  }

  static func cannotWrite(_ path: String) -> Text {
    Text(
      en: "\(path) cannot be written. Does its folder exist, and may you write there?",
      sv: "\(path) går inte att skriva. Finns mappen, och får du skriva där?")
  }

  static func invited(_ login: String) -> Text {
    Text(en: "An invitation of \(login) is queued.", sv: "En inbjudan till \(login) ligger i kö.")
  }
}
