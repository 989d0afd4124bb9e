import Texts

/// What is told of a card's records.
enum RecordCommandTexts {
  static func invited(_ login: String) -> Text {
    Text(en: "An invitation of \(login) is queued.", sv: "En inbjudan till \(login) ligger i kö.")
  }
}
