import RegisterStore
import Texts

/// What is told of what a forgetting leaves, and of what it could not do.
enum ForgetTexts {
  // MARK: What is left

  static func mergedInto(_ number: String) -> Text {
    Text(
      en: "customer \(number), which it was merged into.", sv: "kund \(number), som den slogs ihop med.")
  }

  static func remote(_ number: String, in system: String) -> Text {
    Text(
      en: "\(system): customer \(number), or the next sync brings the customer back",
      sv: "\(system): kund \(number), annars hämtar nästa synk tillbaka kunden")
  }

  static func contact(_ contact: ContactElsewhere) -> Text {
    let (place, reason) = (contact.position + 1, contact.reason.label)
    return Text(
      en: "contact person \(place) of customer \(contact.number), who has the \(reason.english).",
      sv: "kontaktperson \(place) hos kund \(contact.number), som har \(reason.swedish).")
  }

  static func undeleted(_ path: String) -> Text {
    Text(en: "\(path): it could not be deleted", sv: "\(path): filen gick inte att ta bort")
  }

  static func rejects(_ path: String) -> Text {
    Text(en: "\(path): rows that an import rejected", sv: "\(path): rader som en import avvisade")
  }

  static func filter(_ name: String) -> Text {
    Text(
      en: "the saved filter “\(name)”, which looks for the person",
      sv: "det sparade filtret ”\(name)”, som söker personen")
  }

  static let otherFiles = Text(
    en: "imported files, plans, exports, disclosures and backups made before now",
    sv: "importerade filer, planer, exporter, utlämnanden och säkerhetskopior som gjorts före nu")

  // MARK: What went wrong

  static func undeleted(_ paths: [String]) -> Text {
    let names = paths.joined(separator: ", ")
    return Text(
      en:
        "The data was removed from the register, but \(names) cannot be deleted. Check the permissions of the folder, and delete what stands there by hand.",
      sv:
        "Uppgifterna är borttagna ur registret, men \(names) går inte att ta bort. Se över mappens behörigheter och ta bort det som finns där för hand."
    )
  }

  static let inUse = Text(
    en:
      "The data was removed from the register, but its file may still have traces, since another program uses it. Close that program.",
    sv:
      "Uppgifterna är borttagna ur registret, men filen kan ha spår kvar, eftersom ett annat program använder den. Stäng det programmet."
  )

  static func traces(_ reason: Text) -> Text {
    Text(
      en: "The data was removed from the register, but its file may still have traces: \(reason.english).",
      sv: "Uppgifterna är borttagna ur registret, men filen kan ha spår kvar: \(reason.swedish).")
  }
}
