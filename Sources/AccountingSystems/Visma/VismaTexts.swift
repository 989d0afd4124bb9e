import Texts

/// What is told of Visma by what it answered; see ``VendorTexts``.
enum VismaTexts {
  static func withErrorID(_ number: Text, _ id: String) -> Text {
    Text(
      en: "\(number.english), error id \(id) for Visma's support",
      sv: "\(number.swedish), fel-id \(id) för Vismas support")
  }

  // MARK: A record

  static func numberTaken(_ said: Text) -> Text {
    Text(
      en: "Visma does not take the customer number, as another customer has it: \(said.english).",
      sv: "Visma tar inte emot kundnumret, eftersom en annan kund har det: \(said.swedish).")
  }

  static func referenceIsMissing(_ said: Text) -> Text {
    Text(
      en: "Visma does not take the customer, as something that it refers to does not exist there: \(said.english).",
      sv: "Visma tar inte emot kunden, eftersom något som den hänvisar till inte finns där: \(said.swedish).")
  }

  static func atOdds(_ said: Text) -> Text {
    Text(
      en: "Visma does not take the customer, as it is at odds with what is there already: \(said.english).",
      sv: "Visma tar inte emot kunden, eftersom den inte går ihop med det som redan finns där: \(said.swedish).")
  }

  static let lookAtCustomer = Text(en: "Look at the customer in Visma.", sv: "Se över kunden i Visma.")
  static let addByHand = Text(
    en: "Add the customer in Visma by hand: what keeps it out there, too, is to be mended there.",
    sv: "Lägg till kunden för hand i Visma: det som hindrar det även där ska rättas där.")
  static let changeByHand = Text(
    en:
      "Change the customer in Visma by hand: what keeps that from being saved is to be mended there. A customer that nobody may change can be left out of the sync (leaveOut).",
    sv:
      "Ändra kunden för hand i Visma: det som hindrar att den sparas ska rättas där. En kund som ingen får ändra kan utelämnas ur synken (leaveOut)."
  )

  /// - Parameter name: of the system in the configuration.
  static func fieldsAreMissing(_ fields: [String], _ name: String) -> Text {
    let names = fields.joined(separator: ", ")
    return fields.count == 1
      ? Text(
        en:
          "Visma requires \(names), which the customer lacks: fill it in, or give it in erps.\(name).defaults.",
        sv: "Visma kräver \(names), som kunden saknar: fyll i det, eller ange det i erps.\(name).defaults.")
      : Text(
        en:
          "Visma requires \(names), which the customer lacks: fill them in, or give them in erps.\(name).defaults.",
        sv: "Visma kräver \(names), som kunden saknar: fyll i dem, eller ange dem i erps.\(name).defaults.")
  }

  static func fieldsWereCleared(_ fields: [String]) -> Text {
    let names = fields.joined(separator: ", ")
    return fields.count == 1
      ? Text(
        en: "Visma requires \(names), which the customer no longer has: fill it in.",
        sv: "Visma kräver \(names), som kunden inte längre har: fyll i det.")
      : Text(
        en: "Visma requires \(names), which the customer no longer has: fill them in.",
        sv: "Visma kräver \(names), som kunden inte längre har: fyll i dem.")
  }

  /// The end of a sentence.
  static func hasCharacter(_ character: Text) -> Text {
    Text(
      en: "has \(character.english), which does not belong in a text",
      sv: "har \(character.swedish), som inte hör hemma i en text")
  }

  // MARK: Terms of payment

  static func termsAreMissing(_ name: String) -> Text {
    Text(
      en:
        "Visma requires TermsOfPayment of every new customer, which the register does not have: give it in erps.\(name).defaults.",
      sv:
        "Visma kräver TermsOfPayment för varje ny kund, och det finns inte i registret: ange det i erps.\(name).defaults."
    )
  }

  /// - Parameter known: those that there are.
  static func unknownTerms(_ name: String, _ terms: String, known: [String]) -> Text {
    guard !known.isEmpty else {
      return Text(
        en:
          "Visma (\(name)) has no terms of payment “\(terms)” for sales; it has none. Correct erps.\(name).defaults.TermsOfPayment.",
        sv:
          "Visma (\(name)) har inget betalningsvillkor ”\(terms)” för försäljning, och inget annat heller. Rätta erps.\(name).defaults.TermsOfPayment."
      )
    }
    let english = known.map { "“\($0)”" }.joined(separator: ", ")
    let swedish = known.map { "”\($0)”" }.joined(separator: ", ")
    return Text(
      en:
        "Visma (\(name)) has no terms of payment “\(terms)” for sales; it has \(english). Correct erps.\(name).defaults.TermsOfPayment.",
      sv:
        "Visma (\(name)) har inget betalningsvillkor ”\(terms)” för försäljning; där finns \(swedish). Rätta erps.\(name).defaults.TermsOfPayment."
    )
  }

  // MARK: What ends the run

  static func module(_ name: String, _ said: Text) -> Text {
    Text(
      en:
        "Visma (\(name)) does not let this company be used through the API: \(said.english). The company must switch on the API app in Visma, or another company than the right one was chosen when signing in.",
      sv:
        "Visma (\(name)) låter inte det här företaget användas via API:et: \(said.swedish). Företaget måste slå på API-appen i Visma, eller så valdes fel företag vid inloggningen."
    )
  }

  static func startupGuide(_ name: String, _ said: Text) -> Text {
    Text(
      en: "Visma (\(name)) refuses: \(said.english). The company must go through Visma's start-up guide first.",
      sv: "Visma (\(name)) nekar: \(said.swedish). Företaget måste först gå igenom Vismas startguide.")
  }

  static func companyNotActive(_ name: String, _ said: Text) -> Text {
    Text(
      en: "Visma (\(name)) refuses: \(said.english). The company is not active in Visma.",
      sv: "Visma (\(name)) nekar: \(said.swedish). Företaget är inte aktivt i Visma.")
  }

  static func scope(_ name: String, _ said: Text) -> Text {
    Text(
      en:
        "Visma (\(name)) does not let this sign-in read and write customers: \(said.english). The integration needs the scopes “ea:api” and “ea:sales”.",
      sv:
        "Visma (\(name)) låter inte den här inloggningen läsa och skriva kunder: \(said.swedish). Integrationen behöver behörigheterna (scopes) ”ea:api” och ”ea:sales”."
    )
  }

  static func quota(_ name: String, _ said: Text) -> Text {
    Text(
      en: "Visma (\(name)) has had more requests than it allows: \(said.english). Try again later.",
      sv: "Visma (\(name)) har fått fler anrop än det tillåter: \(said.swedish). Försök igen senare.")
  }

  /// - Parameter resource: such as `customers`.
  static func address(_ name: String, _ base: String, resource: String, _ said: Text) -> Text {
    Text(
      en:
        "Visma (\(name)) has nothing at \(base)/\(resource): \(said.english). Check erps.\(name).baseURL, such as https://eaccountingapi.vismaonline.com/v2, and whether Visma still has the resource \(resource).",
      sv:
        "Visma (\(name)) har inget på \(base)/\(resource): \(said.swedish). Kontrollera erps.\(name).baseURL, till exempel https://eaccountingapi.vismaonline.com/v2, och om Visma fortfarande har resursen \(resource)."
    )
  }

  static func forbidden(_ name: String, _ said: Text) -> Text {
    Text(
      en:
        "Visma (\(name)) refuses: \(said.english). Check that the company has switched on the API app and the scopes of the integration.",
      sv:
        "Visma (\(name)) nekar: \(said.swedish). Kontrollera att företaget har slagit på API-appen och integrationens behörigheter (scopes)."
    )
  }
}
