import CustomerModel
import Texts

/// What is told of what a person has to decide between a register and an accounting system, and of what was decided. Values are
/// masked.
enum ConflictTexts {
  // MARK: What is to be decided

  static func differ(_ field: Text, number: String, here: Text, there: Text, label: String) -> Text {
    Text(
      en:
        "\(field.english) of customer \(number) is \(here.english) here and \(there.english) in \(label). Both stay until you decide.",
      sv:
        "\(field.swedish) för kund \(number) är \(here.swedish) här och \(there.swedish) i \(label). Båda står kvar tills du bestämmer."
    )
  }

  static func mendItThere(_ label: String) -> Text {
    Text(
      en: "The register cannot keep what \(label) has: the register's value holds, or you mend it in \(label).",
      sv: "Registret kan inte spara det som \(label) har: registrets värde gäller, eller så rättar du i \(label).")
  }

  static let notInADryRun = Text(
    en: "A dry run leaves nothing to decide: first let a real sync find it.",
    sv: "En provkörning lämnar inget att besluta om: låt först en riktig synk hitta det.")

  static let nothing = Text(en: "nothing", sv: "tomt")
  static let yes = Text(en: "yes", sv: "ja")
  static let no = Text(en: "no", sv: "nej")

  static func value(_ shown: String) -> Text { Text(en: "“\(shown)”", sv: "”\(shown)”") }

  static func mayBeSame(_ there: String, _ number: String, label: String, why: Text) -> Text {
    Text(
      en:
        "\(label)'s customer \(there) may be customer \(number) here. \(why.english) Neither is touched until you decide.",
      sv: "Kund \(there) i \(label) kan vara kund \(number) här. \(why.swedish) Ingen av dem rörs förrän du bestämmer.")
  }

  /// - Parameter owner: the number there of the customer that has the number here.
  static func isTaken(_ there: String, _ number: String, label: String, by owner: String) -> Text {
    Text(
      en:
        "\(label)'s customer \(there) has the number of customer \(number) here, which is paired with \(label)'s customer \(owner). It is left alone. Give it another number there and it comes in as a customer of its own, or say that it is to stay out.",
      sv:
        "Kund \(there) i \(label) har samma nummer som kund \(number) här, som är kopplad till kund \(owner) i \(label). Den lämnas orörd. Ge den ett annat nummer där så kommer den in som en egen kund, eller säg att den ska hållas utanför."
    )
  }

  // MARK: Why a pair is not sure

  static func isPaired(with owner: String, label: String) -> Text {
    Text(
      en: "That customer is paired with \(label)'s customer \(owner).",
      sv: "Den kunden är kopplad till kund \(owner) i \(label).")
  }

  static let severalHereHaveItsIdentity = Text(
    en: "Several customers here have its identity number.",
    sv: "Flera kunder här har dess person- eller organisationsnummer.")

  static func severalThereHaveItsIdentity(_ label: String) -> Text {
    Text(
      en: "Several customers of \(label) have the same identity number.",
      sv: "Flera kunder i \(label) har samma person- eller organisationsnummer.")
  }

  // MARK: What cannot be decided

  static let isNone = Text(en: "There is no such conflict.", sv: "Det finns ingen sådan konflikt.")

  static func isWithSeveral(_ field: Text, number: String, systems: String) -> Text {
    Text(
      en: "\(field.english) of customer \(number) is in conflict several times (\(systems)).",
      sv: "\(field.swedish) för kund \(number) är i konflikt flera gånger (\(systems)).")
  }

  static func isAskedBySeveral(number: String, systems: String) -> Text {
    Text(
      en: "There are several questions whether customer \(number) is the same (\(systems)).",
      sv: "Det finns flera frågor om kund \(number) är densamma (\(systems)).")
  }

  static func isAskedOfSeveral(number: String, there: String) -> Text {
    Text(
      en: "Several customers there may be customer \(number) (\(there)).",
      sv: "Flera kunder där kan vara kund \(number) (\(there)).")
  }

  static func systemIsGone(_ system: String, field: Text) -> Text {
    Text(
      en:
        "The configuration no longer has the accounting system “\(system)”, with which \(field.english) is in conflict.",
      sv: "Konfigurationen har inte längre ekonomisystemet ”\(system)”, som \(field.swedish) är i konflikt med.")
  }

  /// - Parameter why: what is wrong with the value, in a sentence, or nothing.
  static func cannotBeKept(_ field: Text, label: String, why: Text) -> Text {
    let refusal = Text(
      en: "Nothing was changed: the register cannot keep the \(field.english) that \(label) has.",
      sv: "Inget har ändrats: registret kan inte spara det värde för \(field.swedish) som \(label) har.")
    return why.isEmpty ? refusal : [refusal, why].joined()
  }

  static func isRefused(_ problem: Text) -> Text {
    [Text(en: "Nothing was changed.", sv: "Inget har ändrats."), problem].joined()
  }

  /// - Parameter whose: the number here of the customer that it is paired with; nil for one that was deleted.
  static func theirsIsPaired(_ there: String, system: String, whose: String?) -> Text {
    whose.map { whose in
      Text(
        en: "Nothing was changed: \(system)'s customer \(there) is paired with customer \(whose) here by now.",
        sv: "Inget har ändrats: kund \(there) i \(system) är numera kopplad till kund \(whose) här.")
    }
      ?? Text(
        en: "Nothing was changed: \(system)'s customer \(there) is paired with a customer that was deleted here.",
        sv: "Inget har ändrats: kund \(there) i \(system) är kopplad till en kund som har tagits bort här.")
  }

  static func oursIsPaired(_ number: String, system: String, owner: String, there: String) -> Text {
    Text(
      en:
        "Nothing was changed: customer \(number) is paired with \(system)'s customer \(owner), and cannot be \(there) as well. It can only be said that the two are different.",
      sv:
        "Inget har ändrats: kund \(number) är kopplad till kund \(owner) i \(system) och kan inte också vara \(there). Det går bara att säga att de är olika."
    )
  }
}

extension ErrorCode {
  static let ofConflicts = [conflictNone, conflictSeveral, conflictCannotKeep, conflictPaired]

  static let conflictNone = ErrorCode("conflict.none", .failed, "There is no such conflict.")
  static let conflictSeveral = ErrorCode(
    "conflict.several", .usage, "Several conflicts are meant, and it is not said which.")
  static let conflictCannotKeep = ErrorCode(
    "conflict.cannotKeep", .failed, "The register cannot keep the value that the accounting system has.")
  static let conflictPaired = ErrorCode(
    "conflict.paired", .failed, "The two are paired with others by now, so that they cannot be one.")
}
