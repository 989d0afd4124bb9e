import RegisterStore
import Texts

/// What is told of a person's data that is handed over or removed.
enum PrivacyAccountTexts {
  // MARK: Disclosing

  /// - Parameter documents: how many documents the customer has, whose contents are no part of the file.
  static func disclosed(_ number: String, in file: String, documents: Int) -> Text {
    documents == 0
      ? Text(
        en:
          "Everything held on customer \(number) is in \(file). Only you may read it: hand it over safely and delete it then.",
        sv:
          "Allt som finns om kund \(number) står i \(file). Bara du får läsa den: lämna över den på ett säkert sätt och ta sedan bort den."
      )
      : Text(
        en:
          "Everything held on customer \(number) is in \(file), except the contents of \(documents.counted("document")): the file lists them under documentFiles. Only you may read it: hand it over safely and delete it then.",
        sv:
          "Allt som finns om kund \(number) står i \(file), utom innehållet i \(documents.counted("dokument", "dokument")): filerna räknas upp under documentFiles. Bara du får läsa den: lämna över den på ett säkert sätt och ta sedan bort den."
      )
  }

  // MARK: Removing

  /// - Parameter merged: the customers that go with it, since they were merged into it.
  static func unconfirmed(_ number: String, with merged: [String]) -> Text {
    let names = merged.joined(separator: ", ")
    return merged.isEmpty
      ? Text(
        en: "This cannot be undone. Say --yes to remove everything held on customer \(number).",
        sv: "Det går inte att ångra. Ange --yes för att ta bort allt som finns om kund \(number).")
      : Text(
        en:
          "This cannot be undone. Say --yes to remove everything held on customer \(number) (and on \(names), merged into it).",
        sv:
          "Det går inte att ångra. Ange --yes för att ta bort allt som finns om kund \(number) (och om \(names), som slagits ihop med den)."
      )
  }

  static func removed(run: Int, with merged: [String], documents: Int) -> Text {
    let names = merged.joined(separator: ", ")
    let files = (en: documents.counted("document file"), sv: documents.counted("dokumentfil", "dokumentfiler"))
    return merged.isEmpty
      ? Text(
        en: "Run \(run): everything that the register held on the customer was removed, with \(files.en).",
        sv: "Körning \(run): allt som registret hade om kunden är borttaget, med \(files.sv).")
      : Text(
        en:
          "Run \(run): everything that the register held on the customer (and on \(names), merged into it) was removed, with \(files.en).",
        sv:
          "Körning \(run): allt som registret hade om kunden (och om \(names), som slagits ihop med den) är borttaget, med \(files.sv)."
      )
  }

  static let byHand = Text(
    en: "To be removed by hand, where it holds the person:", sv: "Ta bort för hand, där personen finns med:")

  // MARK: What is left

  static func mergedInto(_ number: String) -> Text {
    Text(
      en: "customer \(number), which it was merged into: kundreg customer forget \(number)",
      sv: "kund \(number), som den slogs ihop med: kundreg customer forget \(number)")
  }

  static func remote(_ number: String, in system: String) -> Text {
    Text(
      en: "\(system): customer \(number), or the next sync brings the customer back",
      sv: "\(system): kund \(number), annars hämtar nästa synk tillbaka kunden")
  }

  static func contact(_ contact: ContactElsewhere) -> Text {
    let fields = contact.details.map { "'\($0.path)='" }.joined(separator: " ")
    let command = "kundreg customer edit \(contact.number) \(fields)"
    let (place, reason) = (contact.position + 1, contact.reason.label)
    return Text(
      en: "contact person \(place) of customer \(contact.number), who has the \(reason.english): \(command)",
      sv: "kontaktperson \(place) hos kund \(contact.number), som har \(reason.swedish): \(command)")
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
    en: "imported files, plans (--plan), exports, disclosures and backups made before now",
    sv: "importerade filer, planer (--plan), exporter, utlämnanden och säkerhetskopior som gjorts före nu")

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

  static let copy = Text(
    en: "Run `kundreg backup COPY.db`: the copy has no traces, and can take the register's place.",
    sv: "Kör `kundreg backup KOPIA.db`: kopian har inga spår och kan ersätta registret.")
}
