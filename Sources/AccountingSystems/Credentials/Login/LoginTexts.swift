import CustomerModel
import Texts

/// What is told of a login while a person makes it. A `system` is its name in the configuration.
enum LoginTexts {
  static func otherLogin(_ system: String) -> Text {
    Text(
      en:
        "The answer belongs to another login at \(system) than the one that was begun, so it was not used. Open the address that a new login shows.",
      sv:
        "Svaret hör till en annan inloggning i \(system) än den som påbörjades, så det användes inte. Öppna adressen som en ny inloggning visar."
    )
  }

  static func noCode(_ system: String) -> Text {
    Text(
      en: "The answer to the login at \(system) holds no code.",
      sv: "Svaret på inloggningen i \(system) innehåller ingen kod.")
  }

  static let addressIsNotWhole = Text(
    en:
      "That is not the whole address that the browser was sent to: copy all of it, from http to the end, because what stands after ? proves that it belongs to this login.",
    sv:
      "Det är inte hela adressen som webbläsaren skickades till: kopiera allt, från http till slutet, för det som står efter ? visar att den hör till den här inloggningen."
  )

  static func denied(_ system: String) -> Text {
    Text(
      en:
        "The consent was denied at \(system). It takes a user who may give it (for a service account, a system administrator of the company).",
      sv:
        "Medgivandet nekades i \(system). Det krävs en användare som får ge det (för ett tjänstekonto, en systemadministratör hos företaget)."
    )
  }

  /// - Parameter word: the system's own for why.
  static func refused(_ system: String, word: String?) -> Text {
    guard let word else {
      return Text(
        en:
          "\(system) refused the login. Check that clientId, redirectURI and scopes of erps.\(system) are as they are registered at the accounting system.",
        sv:
          "\(system) nekade inloggningen. Kontrollera att clientId, redirectURI och scopes i erps.\(system) är som de är registrerade hos ekonomisystemet."
      )
    }
    return Text(
      en:
        "\(system) refused the login (\(word)). Check that clientId, redirectURI and scopes of erps.\(system) are as they are registered at the accounting system.",
      sv:
        "\(system) nekade inloggningen (\(word)). Kontrollera att clientId, redirectURI och scopes i erps.\(system) är som de är registrerade hos ekonomisystemet."
    )
  }

  static func stopped(_ system: String) -> Text {
    Text(en: "The login at \(system) was stopped.", sv: "Inloggningen i \(system) avbröts.")
  }

  static func timeout(_ system: String, seconds: Int) -> Text {
    Text(
      en: "Nobody came back from the login at \(system) within \(seconds.counted("second")).",
      sv: "Ingen kom tillbaka från inloggningen i \(system) inom \(seconds.counted("sekund", "sekunder")).")
  }

  static func portIsTaken(_ port: Int, _ system: String, _ reason: String) -> Text {
    Text(
      en:
        "Port \(port) of this computer cannot be listened on (\(reason)): end the other login, or give erps.\(system).redirectURI another port, here and at the accounting system.",
      sv:
        "Det går inte att lyssna på den här datorns port \(port) (\(reason)): avsluta den andra inloggningen, eller ge erps.\(system).redirectURI en annan port, här och hos ekonomisystemet."
    )
  }

  // MARK: What the browser shows

  static let pageDone = Text(
    en: "The answer has arrived. Close this page and go on in the terminal.",
    sv: "Svaret har kommit fram. Stäng sidan och fortsätt i terminalen.")
  static let pageRefused = Text(
    en: "The login was not accepted. Close this page; the terminal tells why.",
    sv: "Inloggningen godtogs inte. Stäng sidan; terminalen visar varför.")
  static let pageNotFound = Text(en: "There is nothing here.", sv: "Här finns inget.")
}

extension ErrorCode {
  static let ofLogins = [
    erpLoginState, erpLoginAnswer, erpLoginDenied, erpLoginRefused, erpLoginCancelled, erpLoginTimeout, erpLoginPort,
  ]

  static let erpLoginState = ErrorCode(
    "erp.loginState", .failed, "The answer belongs to another login than the one that was begun.")
  static let erpLoginAnswer = ErrorCode("erp.loginAnswer", .failed, "The answer to a login holds no code.")
  static let erpLoginDenied = ErrorCode("erp.loginDenied", .unavailable, "The consent was denied.")
  static let erpLoginRefused = ErrorCode("erp.loginRefused", .unavailable, "The accounting system refused the login.")
  static let erpLoginCancelled = ErrorCode("erp.loginCancelled", .failed, "The login was stopped.")
  static let erpLoginTimeout = ErrorCode("erp.loginTimeout", .failed, "Nobody came back from the login in time.")
  static let erpLoginPort = ErrorCode(
    "erp.loginPort", .configuration, "The port of the redirect address cannot be listened on.")
}
