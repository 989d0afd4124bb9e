import CustomerModel
import Texts

/// What is told of the files of credentials. None of it holds what stands in them.
enum CredentialTexts {
  static func missing(_ system: String, path: String) -> Text {
    Text(
      en:
        "There are no credentials for \(system). Create \(path) with mode 0600 and the keys clientId and clientSecret.",
      sv:
        "Det finns inga inloggningsuppgifter för \(system). Skapa \(path) med rättigheterna 0600 och nycklarna clientId och clientSecret."
    )
  }

  static func incomplete(_ system: String, key: String, path: String, variable: String) -> Text {
    Text(
      en: "The credentials of \(system) lack \(key): add it to \(path), or set \(variable).",
      sv: "Inloggningsuppgifterna för \(system) saknar \(key): lägg till det i \(path), eller sätt \(variable).")
  }

  static func noLogin(_ system: String, path: String) -> Text {
    Text(
      en: "\(system) has credentials in \(path), but no login that could be renewed.",
      sv: "\(system) har inloggningsuppgifter i \(path), men ingen inloggning som kan förnyas.")
  }

  static func busy(_ path: String) -> Text {
    Text(
      en:
        "Another process has been renewing the login for long (it holds \(path)): try again later, or see which it is with fuser \(path).",
      sv:
        "En annan process har länge hållit på att förnya inloggningen (den håller \(path)): försök igen senare, eller se vilken det är med fuser \(path)."
    )
  }

  /// What a new login would leave in the file is not used while the variable is set.
  static func variableGoesFirst(_ variable: String) -> Text {
    Text(
      en: "Take \(variable) away first: it goes before the renewal token of the file.",
      sv: "Ta först bort \(variable): den går före förnyelsetoken i filen.")
  }

  // MARK: The file

  static func othersMayOpen(_ path: String) -> Text {
    Text(
      en: "Others than its owner may open the credentials' file \(path): run chmod 600 \(path).",
      sv: "Andra än ägaren får öppna filen med inloggningsuppgifter \(path): kör chmod 600 \(path).")
  }

  static func unreadable(_ path: String, _ reason: Text) -> Text {
    Text(
      en:
        "The credentials' file \(path) cannot be read: \(reason.english). See that it belongs to whom kundreg runs as.",
      sv:
        "Filen med inloggningsuppgifter \(path) går inte att läsa: \(reason.swedish). Se till att den tillhör användaren som kundreg körs som."
    )
  }

  static let isNoFile = Text(en: "it is not a file", sv: "det är ingen fil")
  static let isTooLarge = Text(
    en: "it is far too large for such a file", sv: "den är alldeles för stor för en sådan fil")

  static func unwritable(_ path: String, _ reason: String) -> Text {
    Text(
      en:
        "The credentials' file \(path) cannot be written: \(reason). New tokens must be kept there: make its folder writable for whom kundreg runs as, and see that the disk has room.",
      sv:
        "Filen med inloggningsuppgifter \(path) går inte att skriva: \(reason). Nya token måste sparas där: låt användaren som kundreg körs som skriva i mappen, och se till att disken har plats."
    )
  }

  // MARK: What stands in it

  static let mendFile = Text(
    en: "Mend the credentials' file there, and keep its mode 0600.",
    sv: "Rätta filen med inloggningsuppgifter där, och behåll rättigheterna 0600.")

  static func notJSON(_ place: String) -> Text {
    Text(
      en: "\(place): the text is not valid JSON from here on.",
      sv: "\(place): texten är inte giltig JSON från och med här.")
  }

  static func noObject(_ place: String, is kind: Text) -> Text {
    Text(
      en: "\(place): the document should be an object, but is \(kind.english).",
      sv: "\(place): dokumentet ska vara ett objekt, men är \(kind.swedish).")
  }

  static func noText(_ place: String, key: String, is kind: Text) -> Text {
    Text(
      en: "\(place): \(key) should be a text, but is \(kind.english).",
      sv: "\(place): \(key) ska vara en text, men är \(kind.swedish).")
  }

  static func noTime(_ place: String) -> Text {
    Text(
      en: "\(place): expiresAt should be a time such as 2026-11-24T03:45:12Z.",
      sv: "\(place): expiresAt ska vara en tidpunkt, till exempel 2026-11-24T03:45:12Z.")
  }
}

extension ErrorCode {
  static let ofCredentials = [
    credentialsMissing, credentialsIncomplete, credentialsInvalid, credentialsMode, credentialsUnreadable,
    credentialsUnwritable, credentialsNoLogin, credentialsBusy,
  ]

  static let credentialsMissing = ErrorCode(
    "credentials.missing", .configuration, "There are no credentials for the accounting system.")
  static let credentialsIncomplete = ErrorCode(
    "credentials.incomplete", .configuration, "The credentials lack client id or client secret.")
  static let credentialsInvalid = ErrorCode(
    "credentials.invalid", .configuration, "The credentials' file does not hold what it should.")
  static let credentialsMode = ErrorCode(
    "credentials.mode", .configuration, "Others than its owner may open the credentials' file.")
  static let credentialsUnreadable = ErrorCode(
    "credentials.unreadable", .configuration, "The credentials' file cannot be read.")
  static let credentialsUnwritable = ErrorCode(
    "credentials.unwritable", .configuration, "The credentials' file cannot be written, so new tokens would be lost.")
  static let credentialsNoLogin = ErrorCode(
    "credentials.noLogin", .configuration, "There are credentials, but no login that could be renewed.")
  static let credentialsBusy = ErrorCode(
    "credentials.busy", .busy, "Another process has been renewing the login for long.")
}
