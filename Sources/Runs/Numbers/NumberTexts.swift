import CustomerModel
import Texts

/// What is told of customer numbers.
enum NumberTexts {
  /// - Parameter mayBeLonger: true where the register could allow numbers of that length.
  static func exhausted(_ number: String, longest: Int, mayBeLonger: Bool) -> Text {
    mayBeLonger
      ? Text(
        en:
          "The next customer number would be \(number), but numbers have at most \(longest.counted("character")). Nothing was written: "
          + "allow longer ones.",
        sv:
          "Nästa kundnummer skulle vara \(number), men numren har högst \(longest) tecken. Inget har sparats: tillåt längre nummer."
      )
      : Text(
        en:
          "The next customer number would be \(number), but numbers have at most \(longest.counted("character")). Nothing was written: "
          + "give new customers numbers of their own.",
        sv:
          "Nästa kundnummer skulle vara \(number), men numren har högst \(longest) tecken. Inget har sparats: ge nya kunder egna "
          + "nummer.")
  }

  /// - Parameter hasIdentity: true where the rows have identity numbers.
  static func generated(_ count: Int, hasIdentity: Bool) -> Text {
    let isOne = count == 1
    let rows = isOne ? "Its row has none of its own" : "Their rows have none of their own"
    let customers = count.counted("ny kund", "nya kunder")
    return hasIdentity
      ? Text(
        en:
          "\(count.counted("new customer")) got a generated number. \(rows), so match by identity number too when another file brings "
          + "\(isOne ? "it" : "them") again.",
        sv:
          "\(customers) fick ett nummer av registret. Raderna har inga egna, så matcha även på identitetsnummer när en annan fil har "
          + "samma kunder.")
      : Text(
        en:
          "\(count.counted("new customer")) got a generated number. \(rows), so only a row that stays as it is finds its customer again: "
          + "give the list the numbers.",
        sv:
          "\(customers) fick ett nummer av registret. Raderna har inga egna, så bara en oförändrad rad hittar sin kund igen: lägg in "
          + "numren i listan.")
  }

  // MARK: A customer's number is changed

  static let missing = Text(
    en: "A customer must have a number: give the new one.", sv: "En kund måste ha ett nummer: ange det nya.")

  static func same(_ number: String) -> Text {
    Text(
      en: "Customer \(number) has that number already. Nothing was changed.",
      sv: "Kund \(number) har redan det numret. Inget har ändrats.")
  }

  static func taken(_ number: String) -> Text {
    Text(
      en: "The number \(number) belongs to another customer. Nothing was changed: choose a free one.",
      sv: "Numret \(number) tillhör en annan kund. Inget har ändrats: välj ett ledigt.")
  }

  static func reserved(_ number: String) -> Text {
    Text(
      en:
        "The number \(number) belonged to a customer that was deleted or renumbered, and stays reserved. Nothing was changed: choose "
        + "one that was never used.",
      sv:
        "Numret \(number) tillhörde en kund som har tagits bort eller fått nytt nummer, och är spärrat. Inget har ändrats: välj ett "
        + "som aldrig använts.")
  }

  static func goneRemotely(_ system: String, old: String, new: String) -> Text {
    Text(
      en:
        "\(system) had the customer as \(old), but it was deleted there. If it is active here, the next sync creates it there as \(new).",
      sv:
        "\(system) hade kunden som \(old), men den togs bort där. Om den är aktiv här skapar nästa synk den där som \(new)."
    )
  }

  static func sameRemotely(_ system: String, new: String) -> Text {
    Text(en: "\(system) has the customer as \(new) already.", sv: "\(system) har redan kunden som \(new).")
  }

  static func keptRemotely(_ system: String, old: String) -> Text {
    Text(
      en: "\(system) keeps the number \(old): numbers are never synced. The customer stays linked with it.",
      sv: "\(system) behåller numret \(old): nummer synkas aldrig. Kunden förblir kopplad till det.")
  }
}

extension ErrorCode {
  static let ofNumbers = [numberExhausted, numberMissing, numberSame, numberTaken, numberReserved]

  static let numberExhausted = ErrorCode(
    "number.exhausted", .failed, "The next customer number would be longer than numbers may be.")
  static let numberMissing = ErrorCode("number.missing", .usage, "A customer's new number is empty.")
  static let numberSame = ErrorCode("number.same", .failed, "The customer has that number already.")
  static let numberTaken = ErrorCode("number.taken", .failed, "The number belongs to another customer.")
  static let numberReserved = ErrorCode(
    "number.reserved", .failed, "The number belonged to a customer that is gone or renumbered, and stays reserved.")
}
