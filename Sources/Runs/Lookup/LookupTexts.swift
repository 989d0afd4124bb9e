import CustomerModel
import SwedishIdentity
import Texts

/// What is told of companies that are looked up. A number that was typed is not repeated: it may be a person's.
enum LookupTexts {
  static let off = Text(
    en:
      "Looking companies up is off: no number leaves this computer. Turn it on in the configuration with \"lookup\": "
      + "{\"provider\": \"vies\"}.",
    sv:
      "Uppslag av företag är avstängt: inget nummer lämnar den här datorn. Slå på det i konfigurationen med \"lookup\": "
      + "{\"provider\": \"vies\"}.")

  static func notFound(_ number: String, in directory: String) -> Text {
    Text(
      en: "\(directory) knows no company \(number). It knows those that are registered for VAT only.",
      sv: "\(directory) har inget företag \(number). Där finns bara de som är momsregistrerade.")
  }

  static let wrongCheckDigit = Text(
    en: "That is no organisation number: its last digit does not agree with the others.",
    sv: "Det är inget organisationsnummer: sista siffran stämmer inte med de andra.")
  static let wrongLength = Text(
    en: "That is no organisation number: it should have ten digits, such as 556677-8899.",
    sv: "Det är inget organisationsnummer: det ska ha tio siffror, till exempel 556677-8899.")

  static func otherCompany(_ customer: String, identity: String) -> Text {
    Text(
      en: "Customer \(customer) has another identity number than \(identity). Nothing was looked up or changed.",
      sv: "Kund \(customer) har ett annat identitetsnummer än \(identity). Inget har slagits upp eller ändrats.")
  }

  static func privateCustomer(_ customer: String, identity: String) -> Text {
    Text(
      en: "Customer \(customer) is private, and \(identity) is a company. Nothing was looked up or changed.",
      sv: "Kund \(customer) är privat, och \(identity) är ett företag. Inget har slagits upp eller ändrats.")
  }

  // MARK: What an import looked up

  static func nothingMissing(_ directory: String) -> Text {
    Text(
      en: "\(directory): no company lacks name or address, so none was looked up.",
      sv: "\(directory): inget företag saknar namn eller adress, så inget har slagits upp.")
  }

  static func asked(_ directory: String, found: Int, unknown: Int, failed: Int, filled: Int) -> Text {
    Text(
      en:
        "\(directory) was asked for companies that lack name or address: \(found) found, \(unknown) not known, \(failed) failed. Rows "
        + "filled: \(filled).",
      sv:
        "\(directory) tillfrågades om företag som saknar namn eller adress: \(found) hittades, \(unknown) fanns inte, \(failed) "
        + "misslyckades. Ifyllda rader: \(filled).")
  }

  /// - Parameter left: how many companies nobody was asked for any more.
  static func failed(_ failure: Text, left: Int) -> Text {
    left > 0
      ? Text(
        en:
          "\(failure.english) Nothing more was asked after that; companies left: \(left). Import the file again to ask for what is missing.",
        sv:
          "\(failure.swedish) Efter det ställdes inga fler frågor; företag kvar: \(left). Importera filen igen för att fråga efter det "
          + "som saknas.")
      : Text(
        en: "\(failure.english) Import the file again to ask for what is missing.",
        sv: "\(failure.swedish) Importera filen igen för att fråga efter det som saknas.")
  }

  static func tooMany(most: Int, left: Int) -> Text {
    Text(
      en:
        "One import asks for at most \(most.counted("company", "companies")); \(left) more \(left == 1 ? "lacks" : "lack") a name or an address. Import the file again to go on.",
      sv:
        "En import frågar efter högst \(most) företag; ytterligare \(left) saknar namn eller adress. Importera filen igen för att "
        + "fortsätta.")
  }
}

extension ErrorCode {
  static let ofLookups = [
    lookupOff, lookupNotFound, lookupWrongNumber, lookupOtherCompany, lookupPrivateCustomer,
  ]

  static let lookupOff = ErrorCode(
    "lookup.off", .configuration, "Looking companies up is off in the configuration.")
  static let lookupNotFound = ErrorCode("lookup.notFound", .failed, "The directory does not know the company.")
  static let lookupWrongNumber = ErrorCode(
    "lookup.wrongNumber", .usage, "What is to be looked up is no organisation number.")
  static let lookupOtherCompany = ErrorCode(
    "lookup.otherCompany", .failed, "The customer to be filled has another identity number.")
  static let lookupPrivateCustomer = ErrorCode(
    "lookup.privateCustomer", .failed, "The customer to be filled is private.")
}
