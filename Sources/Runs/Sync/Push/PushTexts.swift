import Texts

/// What is told of sending to an accounting system.
enum PushTexts {
  static func ofCustomer(_ number: String, _ sentence: Text) -> Text {
    Text(en: "Customer \(number): \(sentence.english)", sv: "Kund \(number): \(sentence.swedish)")
  }

  static func ofContactPersons(_ number: String, _ sentence: Text) -> Text {
    Text(
      en: "Customer \(number), contact persons: \(sentence.english)",
      sv: "Kund \(number), kontaktpersoner: \(sentence.swedish)")
  }

  static func deletedThere(_ number: String, label: String) -> Text {
    Text(
      en:
        "Customer \(number) was deleted in \(label), so nothing of it can be sent there. A full comparison takes note of that, and inactivates it here.",
      sv:
        "Kund \(number) har tagits bort i \(label), så inget av den kan skickas dit. En fullständig jämförelse upptäcker det och inaktiverar den här."
    )
  }

  static let isNotCreatedUntilThen = Text(
    en: "Until then the customer is not created there.", sv: "Till dess skapas kunden inte där.")

  static func numberIsTaken(_ said: Text, number: String, label: String) -> Text {
    [
      said,
      Text(
        en:
          "Still, \(label) shows no customer \(number): a deleted one may keep the number, or another's may differ from it only in upper and lower case. Give the customer another number here, or leave it out of the sync.",
        sv:
          "Ändå finns det ingen kund \(number) i \(label): en borttagen kan ha kvar numret, eller så skiljer sig en annans bara i versaler och gemener. Ge kunden ett annat nummer här, eller uteslut den från synken."
      ),
    ].joined()
  }

  static func wasNotTaken(_ field: Text, number: String, label: String) -> Text {
    Text(
      en:
        "\(label) answered that it took \(field.english) of customer \(number), but still has the old value. It is sent again next time; change it there by hand if that goes on.",
      sv:
        "\(label) svarade att det tog emot \(field.swedish) för kund \(number) men har kvar det gamla värdet. Det skickas igen nästa gång; ändra det där för hand om det fortsätter."
    )
  }

  // MARK: What waits

  static let lastAttemptFailed = Text(en: "The last attempt failed.", sv: "Det senaste försöket misslyckades.")

  /// - Parameters:
  ///   - reason: why the last attempt failed, in a sentence.
  ///   - time: ISO 8601.
  static func isTriedAgain(_ reason: Text, after time: String) -> Text {
    [reason, Text(en: "It is tried again after \(time).", sv: "Nytt försök görs efter \(time).")].joined()
  }

  // MARK: Lost answers

  static func wasNotCarriedOut(_ number: String, reason: Text) -> Text {
    Text(
      en: "The request for customer \(number) was not carried out: \(reason.english). It is sent again next time.",
      sv: "Anropet för kund \(number) genomfördes inte: \(reason.swedish). Det skickas igen nästa gång.")
  }

  static func answerOfContactIsLost(_ number: String, reason: Text, label: String) -> Text {
    Text(
      en:
        "The answer for a contact person of customer \(number) was lost: \(reason.english). The next sync finds out by \(label)'s list whether it was carried out.",
      sv:
        "Svaret för en kontaktperson hos kund \(number) gick förlorat: \(reason.swedish). Nästa synk ser i listan från \(label) om det genomfördes."
    )
  }

  static let answerIsLost = Text(en: "The answer was lost.", sv: "Svaret gick förlorat.")
  static let notSent = Text(en: "Not sent.", sv: "Inte skickat.")

  // MARK: Fields that were not sent

  /// - Parameters:
  ///   - customers: the number of the first, and how many more there are.
  ///   - conditions: what the record must say, such as `PropertyType 2`.
  static func hasNoPlaceYet(_ field: Text, of customers: Text, conditions: [String], label: String) -> Text {
    Text(
      en:
        "\(field.english) of customer \(customers.english) was not sent: it is written only where the record in \(label) says \(conditions.joined(separator: " and ")). Once it does, the next sync sends it.",
      sv:
        "\(field.swedish) för kund \(customers.swedish) skickades inte: det skrivs bara där posten i \(label) anger \(conditions.joined(separator: " och ")). När den gör det skickas det av nästa synk."
    )
  }

  static func hasNoPlace(_ field: Text, of customers: Text, label: String) -> Text {
    Text(
      en:
        "\(field.english) of customer \(customers.english) was not sent: \(label) has no field for it with this company. It stays here.",
      sv:
        "\(field.swedish) för kund \(customers.swedish) skickades inte: \(label) har inget fält för det hos det här företaget. Det står kvar här."
    )
  }

  static func isWithheld(_ field: Text, of customers: Text, label: String) -> Text {
    Text(
      en:
        "\(field.english) of customer \(customers.english) was not sent: \(label) does not show its own value, as the company's licence or the rights of the user who logged in do not cover it. It is never written over unseen. Once they do, a full comparison sees it.",
      sv:
        "\(field.swedish) för kund \(customers.swedish) skickades inte: \(label) visar inte sitt eget värde, eftersom företagets licens eller den inloggade användarens behörighet inte omfattar det. Det skrivs aldrig över osett. När de gör det ser en fullständig jämförelse det."
    )
  }

  static func andOthers(_ first: String, _ others: Int) -> Text {
    Text(en: "\(first) and \(others.counted("other"))", sv: "\(first) och \(others.counted("annan", "andra"))")
  }

  // MARK: All are refused

  /// - Parameters:
  ///   - last: what was said of the last of them, in a sentence.
  ///   - untried: how many more were to be sent.
  static func allAreForbidden(_ last: Text, inARow count: Int, untried: Int) -> Text {
    [
      last,
      Text(
        en: "The run ended there, since \(count) customers in a row were refused like that and none was written.",
        sv: "Körningen slutade där, eftersom \(count) kunder i rad avvisades på det sättet och ingen skrevs."),
      untried == 0
        ? Text(en: "No other was left to try.", sv: "Ingen annan återstod att försöka med.")
        : Text(
          en: "\(untried.counted("other was", "others were")) not tried: the next sync tries them.",
          sv: "\(untried.counted("annan", "andra")) återstår: nästa synk försöker med dem."),
    ].joined()
  }
}
