import CustomerModel
import Texts

/// What is told of customers that are edited by hand.
enum EditTexts {
  static func noAssignment(_ word: String) -> Text {
    Text(
      en: "\(word) is not FIELD=VALUE, such as email=info@example.se.",
      sv: "\(word) är inte FÄLT=VÄRDE, till exempel email=info@example.se.")
  }

  /// - Parameters:
  ///   - reason: what is wrong, in complete sentences.
  ///   - number: the customer's; empty for a new customer without one.
  static func refused(_ reason: Text, number: String) -> Text {
    number.isEmpty
      ? Text(
        en: "The new customer: \(reason.english) Nothing was changed.",
        sv: "Den nya kunden: \(reason.swedish) Inget har ändrats.")
      : Text(
        en: "Customer \(number): \(reason.english) Nothing was changed.",
        sv: "Kund \(number): \(reason.swedish) Inget har ändrats.")
  }

  static func refused(_ reason: Text) -> Text {
    Text(en: "\(reason.english) Nothing was changed.", sv: "\(reason.swedish) Inget har ändrats.")
  }

  // MARK: What is given

  static func hidden(_ field: FieldPath, by setting: Setting) -> Text {
    Text(
      en: "\(field) is set by hand only while the setting \(setting.rawValue) is on. Nothing was changed.",
      sv: "\(field) anges för hand bara när inställningen \(setting.rawValue) är på. Inget har ändrats.")
  }

  static func hasOwnCommand(_ field: FieldPath) -> Text {
    Text(
      en: "\(field) is edited in a way of its own, with its own rules.",
      sv: "\(field) ändras på ett eget sätt, med egna regler.")
  }

  static let neverNumber = Text(
    en: "An edit never changes a customer number.", sv: "En ändring ändrar aldrig ett kundnummer.")

  static func readOnly(_ field: FieldPath) -> Text {
    Text(
      en: "\(field) is written by the register itself and cannot be set.",
      sv: "\(field) skrivs av registret självt och kan inte anges.")
  }

  static func isNoSet(_ field: FieldPath) -> Text {
    Text(
      en: "\(field) is a single value, not a set: give it with \(field)=VALUE.",
      sv: "\(field) är ett enda värde, ingen mängd: ange det med \(field)=VÄRDE.")
  }

  static func givenTwice(_ field: FieldPath) -> Text {
    Text(
      en: "\(field) is given twice. Give each field once.",
      sv: "\(field) är angivet två gånger. Ange varje fält en gång.")
  }

  static func givenInTwoWays(_ field: FieldPath) -> Text {
    Text(
      en: "\(field) is both set and changed. Give the whole set, or what to add and what to take out.",
      sv:
        "\(field) är både angivet och ändrat. Ange hela mängden, eller vad som ska läggas till och tas bort."
    )
  }

  // MARK: New and deleted customers

  static func isThere(_ number: String) -> Text {
    Text(
      en: "There is a customer \(number) already. Choose another number for a new one.",
      sv: "Det finns redan en kund \(number). Välj ett annat nummer för en ny.")
  }

  static func inUse(_ number: String, by field: Field, isActive: Bool) -> Text {
    isActive
      ? Text(
        en: "Customer \(number) has \(field.name) and cannot be deleted.",
        sv: "Kund \(number) har \(field.name) och kan inte tas bort.")
      : Text(
        en: "Customer \(number) has \(field.name) and cannot be deleted. It is inactive already, and stays.",
        sv: "Kund \(number) har \(field.name) och kan inte tas bort. Den är redan inaktiv, och blir kvar.")
  }

  static func isLinked(_ number: String, with systems: [String], isActive: Bool) -> Text {
    let (en, sv) = (systems.joined(separator: " and "), systems.joined(separator: " och "))
    return isActive
      ? Text(
        en: "Customer \(number) is linked with \(en) and cannot be deleted.",
        sv: "Kund \(number) är kopplad till \(sv) och kan inte tas bort.")
      : Text(
        en: "Customer \(number) is linked with \(en) and cannot be deleted. It is inactive already, and stays.",
        sv: "Kund \(number) är kopplad till \(sv) och kan inte tas bort. Den är redan inaktiv, och blir kvar.")
  }
}

extension ErrorCode {
  static let ofEdits = [
    editMalformed, editHidden, editOwnCommand, editNumber, editReadOnly, editNoSet, editTwice, customerInUse,
    customerLinked,
  ]

  static let editHidden = ErrorCode("edit.hidden", .failed, "A setting hides the field from editing by hand.")
  static let editOwnCommand = ErrorCode("edit.ownCommand", .usage, "The field is edited by commands of its own.")
  static let editNumber = ErrorCode("edit.number", .usage, "An edit was to change a customer number.")
  static let editReadOnly = ErrorCode("edit.readOnly", .usage, "The field is written by the register itself.")
  static let editNoSet = ErrorCode(
    "edit.noSet", .usage, "Something was to be added to or taken from a field that is one value.")
  static let editMalformed = ErrorCode("edit.malformed", .usage, "An argument is not FIELD=VALUE.")
  static let editTwice = ErrorCode("edit.twice", .usage, "A field is given twice.")
  static let customerInUse = ErrorCode(
    "customer.inUse", .failed, "The customer has references or facilities and cannot be deleted.")
  static let customerLinked = ErrorCode(
    "customer.linked", .failed, "The customer is linked with an accounting system and cannot be deleted.")
}
