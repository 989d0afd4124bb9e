import CustomerModel
import Texts

/// What is told of likely duplicates and of merges.
enum CustomerMergeTexts {
  static let confirmed = Text(en: "said to be the same", sv: "bekräftade som samma")

  static func confirmed(also reason: Text) -> Text {
    Text(en: "said to be the same; \(reason.english)", sv: "bekräftade som samma; \(reason.swedish)")
  }

  // MARK: What cannot be merged

  static func oneCustomer(_ number: String) -> Text {
    Text(en: "\(number) is one customer: name two.", sv: "\(number) är en kund: ange två.")
  }

  /// - Parameter other: the customer that it could be merged into instead; nil when that is inactive, too.
  static func inactive(_ number: String, other: String?) -> Text {
    other.map { other in
      Text(
        en: "Customer \(number) is inactive. Activate it first, or merge it into \(other) instead.",
        sv: "Kund \(number) är inaktiv. Aktivera den först, eller slå ihop den med \(other) i stället.")
    }
      ?? Text(
        en: "Customer \(number) is inactive. Activate it first.",
        sv: "Kund \(number) är inaktiv. Aktivera den först.")
  }

  static func mergedAlready(_ from: String, into: String) -> Text {
    Text(
      en: "Customer \(from) is merged into \(into) already, and has nothing more to give. Nothing was changed.",
      sv: "Kund \(from) är redan ihopslagen med \(into) och har inget mer att ge. Inget har ändrats.")
  }

  static func pushPending(_ system: String) -> Text {
    Text(
      en: "A request to \(system) was sent whose outcome is unknown. Nothing was changed: sync first.",
      sv: "Ett anrop till \(system) har skickats men utfallet är okänt. Inget har ändrats: synka först.")
  }

  // MARK: What a merge leaves

  static func keptLink(_ system: String, customer: String, record: String, isGone: Bool) -> Text {
    isGone
      ? Text(
        en:
          "Both are linked with records of \(system): \(customer) stays linked with its record \(record), which was deleted there.",
        sv:
          "Båda är kopplade till poster i \(system): \(customer) förblir kopplad till sin post \(record), som togs bort där."
      )
      : Text(
        en: "Both are linked with records of \(system): \(customer) stays linked with its record \(record).",
        sv: "Båda är kopplade till poster i \(system): \(customer) förblir kopplad till sin post \(record).")
  }

  static func keptOwn(_ field: Field) -> Text {
    let name = field.columnHeading
    return Text(
      en: "\(name.english) differs: the value of the customer that stays is kept.",
      sv: "\(name.swedish) skiljer sig: värdet hos kunden som blir kvar behålls.")
  }

  /// - Parameter reason: one of those below.
  static func notTaken(_ field: Field, since reason: Text) -> Text {
    let name = field.columnHeading
    return Text(
      en: "\(name.english) of the merged customer was not taken: \(reason.english).",
      sv: "\(name.swedish) hos den ihopslagna kunden togs inte med: \(reason.swedish).")
  }

  static let otherType = Text(en: "its customer is of another type", sv: "kunden är av en annan typ")
  static let otherIdentity = Text(
    en: "it belongs to another identity number", sv: "det hör till ett annat identitetsnummer")
  static let ownVATType = Text(
    en: "the customer that stays has a VAT type of its own", sv: "kunden som blir kvar har en egen momstyp")

  /// - Parameter group: the beginning of the fields' names: `invoiceAddress`.
  static func ownGroup(_ group: String) -> Text {
    let own =
      switch group {
      case "invoiceAddress": "en egen fakturaadress"
      case "visitingAddress": "en egen besöksadress"
      case "mailAddress": "en egen postadress"
      default: "egna uppgifter om skattereduktion"
      }
    return Text(en: "the customer that stays has its own \(group)", sv: "kunden som blir kvar har \(own)")
  }

  static func personDiffers(_ place: Int) -> Text {
    Text(
      en: "Contact person \(place) of the merged customer differs from the same person here: each keeps its own.",
      sv:
        "Kontaktperson \(place) hos den ihopslagna kunden skiljer sig från samma person här: båda behåller sina uppgifter."
    )
  }

  static func recordDiffers(_ kind: RecordKind, _ key: String) -> Text {
    Text(
      en: "The \(kind.label.english) \(key) is on both cards and differs: each keeps its own.",
      sv: "\(key), \(kind.label.swedish), finns på båda korten och skiljer sig: båda behåller sin.")
  }
}

extension ErrorCode {
  static let ofMerges = [duplicatesOneCustomer, mergeInactive, mergeAlready, mergePushPending]

  static let duplicatesOneCustomer = ErrorCode(
    "duplicates.oneCustomer", .usage, "Two customers are needed, and one was named twice.")
  static let mergeInactive = ErrorCode("merge.inactive", .failed, "The customer that is to stay is inactive.")
  static let mergeAlready = ErrorCode("merge.already", .failed, "The customers are merged already.")
  static let mergePushPending = ErrorCode(
    "merge.pushPending", .failed, "A request to an accounting system was sent whose outcome is unknown.")
}
