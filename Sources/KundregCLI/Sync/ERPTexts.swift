import Texts

/// What commands on accounting systems tell.
enum ERPTexts {
  static let openThisAddress = Text(
    en: "Open this address in a browser, and log in to the right company:",
    sv: "Öppna den här adressen i en webbläsare och logga in i rätt företag:")
  static let pasteTheAddress = Text(
    en: "Then paste the whole address that the browser ends at, and press Enter:",
    sv: "Klistra sedan in hela adressen som webbläsaren hamnar på, och tryck på Retur:")

  static func isLoggedIn(_ system: String) -> Text {
    Text(en: "Logged in to \(system).", sv: "Inloggad i \(system).")
  }

  static func isLoggedOut(_ system: String) -> Text {
    Text(en: "Logged out of \(system).", sv: "Utloggad från \(system).")
  }

  static func hadNoConsent(_ system: String) -> Text {
    Text(
      en: "There was no consent of \(system) to give back.",
      sv: "Det fanns inget medgivande från \(system) att lämna tillbaka.")
  }

  /// - Parameter reason: a part of a sentence.
  static func isForgottenHereOnly(_ system: String, reason: Text) -> Text {
    Text(
      en:
        "The tokens of \(system) are forgotten here, but the consent could not be given back: \(reason.english).",
      sv: "Tokens för \(system) är glömda här, men medgivandet kunde inte lämnas tillbaka: \(reason.swedish).")
  }

  /// A login whose consent has run out, and what to type.
  static func isToBeRenewed(_ state: Text, command: String) -> Text {
    Text(en: "\(state.english): \(command)", sv: "\(state.swedish): \(command)")
  }

  /// What programs are told of a logout from a system that had given no consent.
  static let nothingToRevoke = "nothing to revoke"

  /// When something happened, and what.
  static func at(_ time: String, _ what: Text) -> Text {
    Text(en: "\(time): \(what.english)", sv: "\(time): \(what.swedish)")
  }
}
