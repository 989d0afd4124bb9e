import CustomerModel
import Runs
import Texts

/// What is told of customers that are shown, changed and exported.
enum CustomerTexts {
  // MARK: Edits

  static func added(_ number: String, _ counts: Text) -> Text {
    Text(en: "Customer \(number): \(counts.english)", sv: "Kund \(number): \(counts.swedish)")
  }

  static let nobodyMeant = Text(en: "No customers found: nothing to do", sv: "Inga kunder hittades: inget att göra")

  static func warning(_ problem: Problem, of number: String) -> Text {
    Text(
      en: "Warning \(problem.code), customer \(number): \(problem.text.english)",
      sv: "Varning \(problem.code), kund \(number): \(problem.text.swedish)")
  }

  static func moreWarnings(_ count: Int) -> Text {
    Text(
      en: "… and \(count.counted("more warning"))", sv: "… och \(count.counted("varning", "varningar")) till")
  }

  static func run(_ run: Int, canBeTakenBack: Bool) -> Text {
    canBeTakenBack
      ? Text(
        en: "Run \(run). Take it back with: kundreg undo \(run)",
        sv: "Körning \(run). Ångra den med: kundreg undo \(run)")
      : Text(en: "Run \(run).", sv: "Körning \(run).")
  }

  static func renumbered(_ old: String, to new: String, run: String) -> Text {
    Text(
      en: "Customer \(old) has the number \(new) now. `kundreg undo \(run)` takes it back.",
      sv: "Kund \(old) har nu numret \(new). `kundreg undo \(run)` ångrar det.")
  }

  // MARK: The card

  static let vat = Text(en: "VAT on orders and prints", sv: "Moms på order och utskrifter")

  static func vat(isShown: Bool, _ reason: Text) -> Text {
    isShown
      ? Text(en: "shown: \(reason.english)", sv: "visas: \(reason.swedish)")
      : Text(en: "not shown: \(reason.english)", sv: "visas inte: \(reason.swedish)")
  }

  static let hiddenFields = Text(
    en: "Hidden by the register's settings; `kundreg settings set SETTING on` shows it:",
    sv: "Dolt av registrets inställningar; `kundreg settings set INSTÄLLNING on` visar det:")

  static func merged(into number: String) -> Text {
    Text(
      en: "Merged into \(number). The history of that customer includes this one's.",
      sv: "Sammanslagen med \(number). Den kundens historik omfattar även den här kundens.")
  }

  // MARK: Lookups

  static let address = Text(en: "address", sv: "Adress")
  static let notTold = Text(en: "(not told)", sv: "(saknas)")

  static func lacksNothing(_ number: String) -> Text {
    Text(
      en: "Customer \(number) lacks none of these values. Nothing was changed.",
      sv: "Kund \(number) saknar ingen av uppgifterna. Inget har ändrats.")
  }

  static func filled(_ number: String, _ fields: [FieldPath], run: Int) -> Text {
    let names = fields.map(\.columnHeading).joined(by: ", ")
    return Text(
      en: "Run \(run): customer \(number) got \(names.english)",
      sv: "Körning \(run): kund \(number) fick \(names.swedish)")
  }

  // MARK: Exports

  static func exported(_ count: Int, to file: String) -> Text {
    Text(en: "\(count.counted("customer")) in \(file)", sv: "\(count.counted("kund", "kunder")) i \(file)")
  }

  static func exported(_ count: Int, to file: String, documents: Int, in folder: String) -> Text {
    Text(
      en: "\(count.counted("customer")) in \(file); the contents of \(documents.counted("document")) in \(folder)",
      sv:
        "\(count.counted("kund", "kunder")) i \(file); innehållet i \(documents.counted("dokument", "dokument")) i \(folder)"
    )
  }
}
