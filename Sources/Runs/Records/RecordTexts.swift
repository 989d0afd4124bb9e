import CustomerModel
import Texts

/// What is told of records of customers: articles, facilities, references, documents, customer users.
enum RecordTexts {
  static func damaged(_ field: Field, of number: String) -> Text {
    // The other lists are not edited as a whole.
    field.recordKind == .article
      ? Text(
        en: "\(field.name) of customer \(number) cannot be read. Give the whole list anew.",
        sv: "\(field.name) för kund \(number) går inte att läsa. Ange hela listan på nytt.")
      : Text(
        en: "\(field.name) of customer \(number) cannot be read. Take back the run that wrote it, or restore a backup.",
        sv:
          "\(field.name) för kund \(number) går inte att läsa. Ångra körningen som skrev det, eller återställ en säkerhetskopia."
      )
  }

  static func unknown(_ kind: RecordKind, _ label: String, of number: String) -> Text {
    Text(
      en: "Customer \(number) has no \(kind.label.english) \(label). Upper and lower case count.",
      sv: "Kund \(number) har ingen post \(label) (\(kind.label.swedish)). Stora och små bokstäver räknas.")
  }

  static func isThere(_ kind: RecordKind, _ label: String, of number: String) -> Text {
    Text(
      en:
        "Customer \(number) has the \(kind.label.english) \(label) already. Change or remove that one first. Nothing was changed.",
      sv:
        "Kund \(number) har redan \(label) (\(kind.label.swedish)). Ändra eller ta bort den först. Inget har ändrats.")
  }

  static func unknownFacility(_ facility: String, of number: String) -> Text {
    Text(
      en: "Customer \(number) has no facility \(facility). Nothing was changed.",
      sv: "Kund \(number) har ingen anläggning \(facility). Inget har ändrats.")
  }

  // MARK: Customer users

  /// - Parameter owner: the customer whose user has the login; nil where that is not to be told.
  static func loginTaken(_ login: String, owner: String?) -> Text {
    owner.map { owner in
      Text(
        en: "The login \(login) belongs to a user of customer \(owner) already. Choose another one.",
        sv: "Inloggningen \(login) tillhör redan en användare hos kund \(owner). Välj en annan.")
    }
      ?? Text(
        en: "The login \(login) belongs to a user of another customer already. Choose another one.",
        sv: "Inloggningen \(login) tillhör redan en användare hos en annan kund. Välj en annan.")
  }

  static let noAddress = Text(
    en: "The invitation needs an e-mail address with a name, an @ and a domain. Nothing was changed.",
    sv: "Inbjudan behöver en e-postadress med namn, @ och domän. Inget har ändrats.")
}

extension ErrorCode {
  static let ofRecords = [
    recordDamaged, recordUnknown, recordExists, referenceFacilityUnknown, customerUserLoginTaken, customerUserEmail,
  ]

  static let recordDamaged = ErrorCode("record.damaged", .failed, "A customer's list of records cannot be read.")
  static let recordUnknown = ErrorCode("record.unknown", .failed, "The customer has no such record.")
  static let recordExists = ErrorCode("record.exists", .failed, "The customer has such a record already.")
  static let referenceFacilityUnknown = ErrorCode(
    "reference.facilityUnknown", .failed, "A reference names a facility that the customer does not have.")
  static let customerUserLoginTaken = ErrorCode(
    "customerUser.loginTaken", .failed, "The login belongs to a user of another customer.")
  static let customerUserEmail = ErrorCode(
    "customerUser.email", .failed, "An invitation cannot reach the address of a customer user.")
}
