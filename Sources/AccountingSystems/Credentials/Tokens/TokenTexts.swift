import CustomerModel
import Texts

/// What is told of tokens that are asked for. A `system` is its name in the configuration.
enum TokenTexts {
  static func consentLost(_ system: String) -> Text {
    Text(
      en:
        "\(system) no longer accepts the login: the answer to a renewal was lost on its way, and the renewal token, good for one use, died with it.",
      sv:
        "\(system) godtar inte längre inloggningen: svaret på en förnyelse kom bort på vägen, och med det förnyelsetoken, som bara gäller en gång."
    )
  }

  static func consentWithdrawn(_ system: String) -> Text {
    Text(
      en:
        "\(system) no longer accepts the login: the renewal token is too old, was used by another program, or its consent was withdrawn.",
      sv:
        "\(system) godtar inte längre inloggningen: förnyelsetoken är för gammal, har använts av ett annat program, eller så har medgivandet dragits tillbaka."
    )
  }

  static func serviceConsentWithdrawn(_ system: String) -> Text {
    Text(
      en:
        "\(system) no longer accepts the login: the company has withdrawn its consent, or never gave it to a service account.",
      sv:
        "\(system) godtar inte längre inloggningen: företaget har dragit tillbaka sitt medgivande, eller aldrig gett det till ett tjänstekonto."
    )
  }

  static func codeRefused(_ system: String) -> Text {
    Text(
      en:
        "\(system) does not take the code of this login, which lives for a few minutes and is good for one use.",
      sv:
        "\(system) tar inte emot koden från den här inloggningen, som bara gäller några minuter och en gång.")
  }

  /// - Parameter prefix: of the variables that go before the file.
  static func clientRefused(_ system: String, prefix: String) -> Text {
    Text(
      en:
        "\(system) does not know the program by its client id and client secret. Check clientId and clientSecret in the credentials' file, or \(prefix)CLIENT_ID and \(prefix)CLIENT_SECRET, which go before it, against those at the accounting system's developer pages, and that they belong to the environment of tokenURL.",
      sv:
        "\(system) känner inte igen programmet på dess klient-id och klienthemlighet. Jämför clientId och clientSecret i filen med inloggningsuppgifter, eller \(prefix)CLIENT_ID och \(prefix)CLIENT_SECRET, som går före den, med dem på ekonomisystemets utvecklarsidor, och kontrollera att de hör till miljön i tokenURL."
    )
  }

  /// - Parameter what: the answer, such as `invalid_scope, status 400`.
  static func tokenRefused(_ system: String, _ what: String) -> Text {
    Text(
      en:
        "\(system) gave no token (\(what)). Check tokenURL and scopes of erps.\(system) in the configuration.",
      sv:
        "\(system) gav ingen token (\(what)). Kontrollera tokenURL och scopes i erps.\(system) i konfigurationen."
    )
  }

  static func unavailable(_ system: String, _ reason: Text, address: String) -> Text {
    Text(
      en: "\(system) gives no token for now (\(reason.english) at \(address)). Try again later.",
      sv: "\(system) ger ingen token just nu (\(reason.swedish) på \(address)). Försök igen senare.")
  }

  // MARK: Parts of sentences

  static let noToken = Text(en: "the answer holds no token", sv: "svaret innehåller ingen token")

  /// - Parameter word: the answer's own for why.
  static func answered(status: Int, word: String? = nil) -> Text {
    word.map {
      Text(en: "the answer was status \(status) and \($0)", sv: "svaret var status \(status) och \($0)")
    } ?? Text(en: "the answer was status \(status)", sv: "svaret var status \(status)")
  }
}

extension ErrorCode {
  static let ofTokens = [erpConsentDead, erpCodeRefused, erpClientRefused, erpTokenRefused, erpTokenUnavailable]

  static let erpConsentDead = ErrorCode(
    "erp.consentDead", .unavailable, "The accounting system no longer accepts the login.")
  static let erpCodeRefused = ErrorCode(
    "erp.codeRefused", .unavailable, "The accounting system does not take the code of the login.")
  static let erpClientRefused = ErrorCode(
    "erp.clientRefused", .unavailable, "The accounting system does not know client id and client secret.")
  static let erpTokenRefused = ErrorCode(
    "erp.tokenRefused", .unavailable, "The accounting system gave no token, and would give none if asked again.")
  static let erpTokenUnavailable = ErrorCode(
    "erp.tokenUnavailable", .unavailable, "The accounting system gives no token for now.")
}
