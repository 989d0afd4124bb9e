import Texts

/// What is told of any accounting system by what it answered. A `system` is `Fortnox`, a `name` its name in the configuration;
/// `said` is what the answer said, see ``said(_:_:)``.
enum VendorTexts {
  // MARK: What the answer said

  static func number(code: String?, status: Int) -> Text {
    code.map { Text(en: "code \($0)", sv: "kod \($0)") } ?? Text(verbatim: "status \(status)")
  }

  /// - Parameter message: the system's own words.
  static func said(_ message: String, _ number: Text) -> Text {
    Text(en: "“\(message)” (\(number.english))", sv: "”\(message)” (\(number.swedish))")
  }

  // MARK: A record

  static func notTaken(_ system: String, _ said: Text) -> Text {
    Text(
      en: "\(system) does not take the customer: \(said.english).",
      sv: "\(system) tar inte emot kunden: \(said.swedish).")
  }

  static func unchangeable(_ system: String, _ keys: [String]) -> Text {
    let names = keys.joined(separator: ", ")
    return Text(
      en: "\(system) lets nobody change \(names) of a customer.",
      sv: "\(system) låter ingen ändra \(names) hos en kund.")
  }

  /// - Parameter keys: what was sent.
  static func eitherIsAtFault(_ system: String, keys: Text) -> Text {
    Text(
      en:
        "The answer names no field. \(system) checks the whole record with every change: what was sent (\(keys.english)) may be at fault, or what stands in the record there. Open the customer in \(system) and save it: what is not taken there, either, is to be mended there.",
      sv:
        "Svaret nämner inget fält. \(system) kontrollerar hela posten vid varje ändring: felet kan ligga i det som skickades (\(keys.swedish)) eller i det som står i posten där. Öppna kunden i \(system) och spara den: det som inte heller går att spara där ska rättas där."
    )
  }

  static func recordIsAtFault(_ system: String, keys: [String]) -> Text {
    let names = keys.joined(separator: ", ")
    return Text(
      en:
        "The customer there is at fault, not what was sent: \(system) checks the whole record with every change, and no longer takes its \(names). Mend \(names) in \(system); until then nothing of the customer can be changed there.",
      sv:
        "Felet ligger i kunden där, inte i det som skickades: \(system) kontrollerar hela posten vid varje ändring, och godtar inte längre \(names). Rätta \(names) i \(system); innan dess går inget att ändra hos kunden där."
    )
  }

  /// - Parameter more: how many others there are.
  static func keys(_ shown: [String], more: Int) -> Text {
    let names = shown.joined(separator: ", ")
    guard more > 0 else { return Text(verbatim: names) }
    return Text(en: "\(names) and \(more) more", sv: "\(names) och \(more) till")
  }

  // MARK: Characters

  static func character(_ character: String) -> Text {
    Text(en: "the character “\(character)”", sv: "tecknet ”\(character)”")
  }

  static func character(codePoint: String) -> Text {
    Text(en: "the character U+\(codePoint)", sv: "tecknet U+\(codePoint)")
  }

  // MARK: What became of a request is not known: parts of sentences

  static func gaveUpWaiting(_ system: String, _ said: Text) -> Text {
    Text(en: "\(system) gave up waiting: \(said.english)", sv: "\(system) slutade vänta: \(said.swedish)")
  }

  static func answeredOddly(_ system: String, _ said: Text) -> Text {
    Text(
      en: "\(system) gave an answer that means nothing here: \(said.english)",
      sv: "\(system) gav ett svar som inte betyder något här: \(said.swedish)")
  }

  static func answeredWithoutRecord(_ system: String) -> Text {
    Text(
      en: "\(system) took the request but did not answer with the customer",
      sv: "\(system) tog emot anropet men svarade inte med kunden")
  }

  // MARK: What ends the run

  static func unexpected(_ system: String, _ name: String, _ said: Text) -> Text {
    Text(
      en: "\(system) (\(name)) gave an answer that means nothing here: \(said.english). Try again later.",
      sv: "\(system) (\(name)) gav ett svar som inte betyder något här: \(said.swedish). Försök igen senare.")
  }

  static func unreadable(_ system: String, _ name: String, status: Int) -> Text {
    Text(
      en:
        "\(system) (\(name)) answered twice with something that is not its JSON (status \(status)): what was asked for could not be read. Try again later; if it persists, check that erps.\(name).baseURL is the right address.",
      sv:
        "\(system) (\(name)) svarade två gånger med något som inte är dess JSON (status \(status)): det som efterfrågades gick inte att läsa. Försök igen senare; om det fortsätter, kontrollera att erps.\(name).baseURL är rätt adress."
    )
  }

  static func questionRefused(_ system: String, _ name: String, _ said: Text) -> Text {
    Text(
      en:
        "\(system) (\(name)) does not take the question: \(said.english). This program asks what \(system) no longer answers.",
      sv:
        "\(system) (\(name)) tar inte emot frågan: \(said.swedish). Programmet frågar efter något som \(system) inte längre svarar på."
    )
  }

  static func signInRefused(_ system: String, _ name: String, _ said: Text) -> Text {
    Text(
      en: "\(system) (\(name)) refuses the sign-in: \(said.english).",
      sv: "\(system) (\(name)) nekar inloggningen: \(said.swedish).")
  }

  static func badCursor(_ system: String, _ name: String) -> Text {
    Text(
      en: "The register's mark of the last pull from \(name) is no time of \(system)'s: compare everything once.",
      sv: "Registrets märke för den senaste hämtningen från \(name) är ingen tid från \(system): jämför allt en gång.")
  }
}
