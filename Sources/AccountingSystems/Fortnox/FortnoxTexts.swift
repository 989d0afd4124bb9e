import Texts

/// What is told of Fortnox by what it answered; see ``VendorTexts``.
enum FortnoxTexts {
  // MARK: A record

  static func numberTaken(_ said: Text) -> Text {
    Text(
      en: "Fortnox does not take the customer number, perhaps a deleted customer's: \(said.english).",
      sv: "Fortnox tar inte emot kundnumret, som kanske är en borttagen kunds: \(said.swedish).")
  }

  static let nameIsMissing = Text(
    en: "Fortnox requires Name, which the customer lacks.", sv: "Fortnox kräver Name, som kunden saknar.")

  static func vatTypeWasChosen(_ name: String) -> Text {
    Text(
      en:
        "It was chosen by the customer's type and country: give new customers another with erps.\(name).defaults.VATType.",
      sv:
        "Den valdes efter kundens typ och land: ge nya kunder en annan med erps.\(name).defaults.VATType.")
  }

  static let addReference = Text(
    en: "Add it in Fortnox, or change the customer.", sv: "Lägg till det i Fortnox, eller ändra kunden.")
  static let shorten = Text(en: "Shorten it.", sv: "Korta det.")
  static let removeCharacter = Text(en: "Remove the character.", sv: "Ta bort tecknet.")

  /// - Parameter key: what the configuration gives new customers.
  static func defaultRefused(_ name: String, key: String, value: String, isReference: Bool, _ said: Text) -> Text {
    isReference
      ? Text(
        en:
          "Fortnox (\(name)) does not take “\(value)”, which the configuration gives new customers as \(key): \(said.english). Add it in Fortnox, or correct erps.\(name).defaults.\(key).",
        sv:
          "Fortnox (\(name)) tar inte emot ”\(value)”, som konfigurationen ger nya kunder som \(key): \(said.swedish). Lägg till det i Fortnox, eller rätta erps.\(name).defaults.\(key)."
      )
      : Text(
        en:
          "Fortnox (\(name)) does not take “\(value)”, which the configuration gives new customers as \(key): \(said.english). Correct erps.\(name).defaults.\(key), or take it out.",
        sv:
          "Fortnox (\(name)) tar inte emot ”\(value)”, som konfigurationen ger nya kunder som \(key): \(said.swedish). Rätta erps.\(name).defaults.\(key), eller ta bort det."
      )
  }

  // MARK: What is wrong with a value: ends of sentences

  static func clears(_ blank: String) -> Text {
    Text(
      en: "is “\(blank)”, which Fortnox takes for the order to clear the field",
      sv: "är ”\(blank)”, som Fortnox uppfattar som att fältet ska tömmas")
  }

  static func fitsNoAddress(_ number: String) -> Text {
    Text(
      en: "is “\(number)”, which cannot stand in the address of a customer in Fortnox",
      sv: "är ”\(number)”, som inte kan stå i adressen till en kund i Fortnox")
  }

  static func hasCharacter(_ character: Text) -> Text {
    Text(
      en: "has \(character.english), which Fortnox does not take",
      sv: "har \(character.swedish), som Fortnox inte tar emot")
  }

  static func cannotBeSent(_ key: String, _ objection: Text) -> Text {
    Text(en: "\(key) \(objection.english).", sv: "\(key) \(objection.swedish).")
  }

  // MARK: A part of a sentence

  static func internalFault(_ said: Text) -> Text {
    Text(en: "Fortnox had an internal fault: \(said.english)", sv: "Fortnox hade ett internt fel: \(said.swedish)")
  }

  // MARK: What ends the run

  static func internalFault(_ name: String, _ said: Text) -> Text {
    Text(
      en: "Fortnox (\(name)) had an internal fault: \(said.english). Try again later.",
      sv: "Fortnox (\(name)) hade ett internt fel: \(said.swedish). Försök igen senare.")
  }

  static func scope(_ name: String, _ said: Text) -> Text {
    Text(
      en:
        "Fortnox (\(name)) does not let this sign-in read and write customers: \(said.english). The integration needs the scope “customer”.",
      sv:
        "Fortnox (\(name)) låter inte den här inloggningen läsa och skriva kunder: \(said.swedish). Integrationen behöver behörigheten (scope) ”customer”."
    )
  }

  static func licence(_ name: String, _ said: Text) -> Text {
    Text(
      en:
        "Fortnox (\(name)) refuses for want of a licence: \(said.english). The company must buy the licence for the API and for customers in Fortnox.",
      sv:
        "Fortnox (\(name)) nekar, eftersom en licens saknas: \(said.swedish). Företaget måste köpa licensen för API:et och för kunder i Fortnox."
    )
  }

  static func rights(_ name: String, _ said: Text) -> Text {
    Text(
      en:
        "Fortnox (\(name)) says that the user who signed in lacks a right: \(said.english). Give the user the right to the customer register, and to what customers refer to, in Fortnox. To sign in again does not help.",
      sv:
        "Fortnox (\(name)) svarar att användaren som loggade in saknar en behörighet: \(said.swedish). Ge användaren behörighet till kundregistret, och till det som kunder hänvisar till, i Fortnox. Det hjälper inte att logga in igen."
    )
  }

  static func address(_ name: String, _ said: Text) -> Text {
    Text(
      en:
        "Fortnox (\(name)) has no customers at this address: \(said.english). Check erps.\(name).baseURL, such as https://api.fortnox.se/3.",
      sv:
        "Fortnox (\(name)) har inga kunder på den här adressen: \(said.swedish). Kontrollera erps.\(name).baseURL, till exempel https://api.fortnox.se/3."
    )
  }

  static func forbidden(_ name: String, _ said: Text) -> Text {
    Text(
      en:
        "Fortnox (\(name)) refuses: \(said.english). Check the integration's scope, the company's licences and the user's rights in Fortnox.",
      sv:
        "Fortnox (\(name)) nekar: \(said.swedish). Kontrollera integrationens scope, företagets licenser och användarens behörigheter i Fortnox."
    )
  }
}
