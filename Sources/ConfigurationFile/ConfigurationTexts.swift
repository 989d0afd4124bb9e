import Documents
import Texts

/// What is told of the configuration. A `place` is where something stands in it: `erps.fortnox.scopes`.
enum ConfigurationTexts {
  static func missing(_ file: String, isNamedByEnvironment: Bool) -> Text {
    isNamedByEnvironment
      ? Text(
        en:
          "There is no configuration \(file), which KUNDREG_CONFIG names. Name one that is there, or none for ./config.json or "
          + "the built-in values.",
        sv:
          "Det finns ingen konfiguration \(file), som KUNDREG_CONFIG anger. Ange en som finns, eller ingen för att använda "
          + "./config.json eller de inbyggda värdena.")
      : Text(
        en:
          "There is no configuration \(file). Name one that is there, or none for ./config.json or the built-in values.",
        sv:
          "Det finns ingen konfiguration \(file). Ange en som finns, eller ingen för att använda ./config.json eller de "
          + "inbyggda värdena.")
  }

  static func unreadable(_ file: String, _ reason: Text) -> Text {
    Text(
      en:
        "The configuration \(file) cannot be read: \(reason.english). Check that it is a file and that you may read it.",
      sv:
        "Det går inte att läsa konfigurationen \(file): \(reason.swedish). Kontrollera att det är en fil och att du får läsa "
        + "den.")
  }

  static func notJSON(_ file: String, _ position: TextPosition, _ mistake: Text) -> Text {
    Text(
      en: "\(file):\(position): not valid JSON: \(mistake.english).",
      sv: "\(file):\(position): inte giltig JSON: \(mistake.swedish).")
  }

  /// A mistake with the place in the file where it stands.
  static func mistake(_ file: String, _ position: TextPosition, _ mistake: Text) -> Text {
    Text(en: "\(file):\(position): \(mistake.english)", sv: "\(file):\(position): \(mistake.swedish)")
  }

  // MARK: Values

  static let documentPlace = Text(en: "the document", sv: "dokumentet")
  static let filledText = Text(en: "a text that is not empty", sv: "en text som inte är tom")
  static let seconds = Text(
    en: "a number of seconds above 0 and at most 86400", sv: "ett antal sekunder över 0 och högst 86400")

  static func wholeNumber(_ range: ClosedRange<Int>) -> Text {
    Text(
      en: "a whole number from \(range.lowerBound) to \(range.upperBound)",
      sv: "ett heltal från \(range.lowerBound) till \(range.upperBound)")
  }

  static func capitalLetters(_ count: Int) -> Text {
    Text(en: "\(count) capital letters", sv: "\(count.counted("stor bokstav", "stora bokstäver"))")
  }

  static func oneOf(_ words: [String]) -> Text {
    let words = words.joined(separator: ", ")
    return Text(en: "one of \(words)", sv: "något av \(words)")
  }

  static func quoted(_ text: String) -> Text { Text(en: "“\(text)”", sv: "”\(text)”") }

  static func shouldBe(_ place: Text, _ expected: Text, is value: Text) -> Text {
    Text(
      en: "\(place.english) should be \(expected.english), but is \(value.english).",
      sv: "\(place.swedish) ska vara \(expected.swedish), men är \(value.swedish).")
  }

  // MARK: Keys

  static func unknownKey(_ place: String, known: [String]) -> Text {
    if known.isEmpty {
      return Text(
        en: "\(place) is not a known key; nothing can be set here.",
        sv: "\(place) är ingen känd nyckel; här går det inte att ange något.")
    }
    guard known.count <= 12 else {
      return Text(en: "\(place) is not a known key.", sv: "\(place) är ingen känd nyckel.")
    }
    let names = known.joined(separator: ", ")
    return Text(
      en: "\(place) is not a known key. Known here: \(names).",
      sv: "\(place) är ingen känd nyckel. Här finns: \(names).")
  }

  static func unknownKey(_ place: String, meant: String) -> Text {
    Text(
      en: "\(place) is not a known key. Did you mean \(meant)?",
      sv: "\(place) är ingen känd nyckel. Menade du \(meant)?"
    )
  }

  static func unknownField(_ place: String, meant: String?) -> Text {
    guard let meant else {
      return Text(en: "\(place) is not a known field.", sv: "\(place) är inget känt fält.")
    }
    return Text(
      en: "\(place) is not a known field. Did you mean \(meant)?",
      sv: "\(place) är inget känt fält. Menade du \(meant)?"
    )
  }

  // MARK: Accounting systems

  static func noSystemName(_ place: String) -> Text {
    Text(
      en: "\(place) is no name for a system: use the letters a–z, digits, - and _.",
      sv: "\(place) kan inte vara namn på ett system: använd bokstäverna a–z, siffror, - och _.")
  }

  static func kindMissing(_ place: String, kinds: [String]) -> Text {
    Text(
      en: "\(place).kind is missing: say which system it is, \(kinds.joined(separator: " or ")).",
      sv: "\(place).kind saknas: ange vilket system det är, \(kinds.joined(separator: " eller ")).")
  }

  static func eventsAddressMissing(_ place: String, vendor: String) -> Text {
    Text(
      en:
        "\(place).changeEventsURL is missing: baseURL is not the vendor's, and without it events would be read from \(vendor). "
        + "Say where they are told, or leave changeEvents out.",
      sv:
        "\(place).changeEventsURL saknas: baseURL är inte leverantörens egen, och utan den skulle händelser läsas från "
        + "\(vendor). Ange var händelserna finns, eller utelämna changeEvents.")
  }

  static func badScopes(_ place: String) -> Text {
    Text(
      en: "\(place).scopes should list at least one scope, each a text of its own without blanks.",
      sv: "\(place).scopes ska innehålla minst en behörighet, var och en som en egen text utan blanksteg.")
  }

  static func noCondition(_ place: String) -> Text {
    Text(en: "\(place) should be FIELD=VALUE, but has no =.", sv: "\(place) ska vara FÄLT=VÄRDE, men saknar =.")
  }

  static func conditionOnUnknownField(_ place: String, _ field: String, meant: String?) -> Text {
    guard let meant else {
      return Text(en: "\(place): \(field) is not a known field.", sv: "\(place): \(field) är inget känt fält.")
    }
    return Text(
      en: "\(place): \(field) is not a known field. Did you mean \(meant)?",
      sv: "\(place): \(field) är inget känt fält. Menade du \(meant)?")
  }

  // MARK: Addresses

  static func addressIsNotFull(_ place: String, scheme: String) -> Text {
    Text(
      en: "\(place) is not a full address such as \(scheme)s://api.example.com.",
      sv: "\(place) är ingen fullständig adress, till exempel \(scheme)s://api.example.com.")
  }

  static func addressHasCredentials(_ place: String) -> Text {
    Text(
      en: "\(place) holds a user name or password: those belong in the credentials' file.",
      sv: "\(place) innehåller användarnamn eller lösenord: de hör hemma i filen med inloggningsuppgifter.")
  }

  static func addressHasQuery(_ place: String) -> Text {
    Text(
      en: "\(place) has something after ? or #: give the address alone.",
      sv: "\(place) har något efter ? eller #: ange bara adressen.")
  }

  static func addressIsInsecure(_ place: String, scheme: String) -> Text {
    Text(
      en: "\(place) must begin with \(scheme)s:// (\(scheme):// only to this computer, 127.0.0.1).",
      sv: "\(place) måste börja med \(scheme)s:// (\(scheme):// bara till den här datorn, 127.0.0.1).")
  }
}
