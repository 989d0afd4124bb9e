import CustomerModel
import Rows
import Runs
import Texts

/// What is told of an import that was done or tried.
enum ImportAccountTexts {
  static func input(_ source: String, format: Text, sheets: [String], mapping: String) -> Text {
    let names = (en: quoted(sheets, "“", "”"), sv: quoted(sheets, "”", "”"))
    return switch sheets.count {
    case 0:
      Text(
        en: "\(source): \(format.english), mapping \(mapping)", sv: "\(source): \(format.swedish), mappning \(mapping)")
    case 1:
      Text(
        en: "\(source): \(format.english), sheet \(names.en), mapping \(mapping)",
        sv: "\(source): \(format.swedish), bladet \(names.sv), mappning \(mapping)")
    default:
      Text(
        en: "\(source): \(format.english), sheets \(names.en), mapping \(mapping)",
        sv: "\(source): \(format.swedish), bladen \(names.sv), mappning \(mapping)")
    }
  }

  private static func quoted(_ names: [String], _ open: String, _ close: String) -> String {
    names.map { open + $0 + close }.joined(separator: ", ")
  }

  // MARK: Counts

  /// How many rows there were, and what became of them.
  static func counts(rows: Int, _ parts: [CountTexts.Part]) -> Text {
    let told = CountTexts.list(parts)
    return told.isEmpty
      ? Text(en: "\(rows.counted("row")): nothing to do", sv: "\(rows.counted("rad", "rader")): inget att göra")
      : Text(en: "\(rows.counted("row")): \(told.english)", sv: "\(rows.counted("rad", "rader")): \(told.swedish)")
  }

  /// The same of a file of records.
  static func counts(rows: Int, _ parts: [CountTexts.Part], of source: String, list name: String) -> Text {
    let told = CountTexts.list(parts)
    return told.isEmpty
      ? Text(
        en: "\(source) to \(name): \(rows.counted("row"))",
        sv: "\(source) till \(name): \(rows.counted("rad", "rader"))")
      : Text(
        en: "\(source) to \(name): \(rows.counted("row")), \(told.english)",
        sv: "\(source) till \(name): \(rows.counted("rad", "rader")), \(told.swedish)")
  }

  static func inactivated(_ count: Int) -> Text {
    Text(
      en: "\(count.counted("customer")) inactivated", sv: count.counted("kund inaktiverad", "kunder inaktiverade"))
  }

  static func warnings(_ count: Int) -> Text {
    Text(en: count.counted("warning"), sv: count.counted("varning", "varningar"))
  }

  static func progress(rows: Int) -> Text { Text(en: "\(rows) rows", sv: "\(rows) rader") }

  // MARK: Problems

  /// The line above the examples of one code.
  static func problems(of code: String, _ severity: Severity, count: Int) -> Text {
    severity == .reject
      ? Text(en: "Rejected \(code): \(count)", sv: "Avvisade \(code): \(count)")
      : Text(en: "Warning \(code): \(count)", sv: "Varning \(code): \(count)")
  }

  /// One row that stands for many.
  ///
  /// - Parameters:
  ///   - place: nil for a column as a whole.
  ///   - value: empty where there is none to show.
  static func example(at place: RowPlace?, value: String, _ sentence: Text) -> Text {
    let shown = value.isEmpty ? Text.empty : Text(en: " “\(value)”", sv: " ”\(value)”")
    return place.map { place in
      Text(
        en: "  row \(place.text.english)\(shown.english): \(sentence.english)",
        sv: "  rad \(place.text.swedish)\(shown.swedish): \(sentence.swedish)")
    }
      ?? Text(
        en: "  the column\(shown.english): \(sentence.english)",
        sv: "  kolumnen\(shown.swedish): \(sentence.swedish)")
  }

  /// What to type about problems of a code.
  static func advice(_ advice: ImportAdvice, input: String) -> Text {
    switch advice {
    case .suggestMapping:
      // What came by standard input is gone.
      let file = input == "-" ? "FILE" : ShellWord.quoted(input)
      let command = "kundreg mapping suggest \(file) > my-mapping.json"
      return Text(
        en: "  A first mapping is written by: \(command)", sv: "  Ett förslag till mappning skrivs av: \(command)")
    case .generateNumbers:
      let command = "kundreg settings set generateNumber on"
      return Text(
        en: "  The register generates numbers after: \(command)", sv: "  Registret skapar nummer efter: \(command)")
    case .severalRows:
      let option = "--several-rows contactPersons"
      return Text(
        en: "  Further rows of a customer bring contact persons with: \(option)",
        sv: "  Flera rader per kund ger kontaktpersoner med: \(option)")
    case .matchByNumberToo:
      let option = "--match number,identity"
      return Text(
        en: "  Rows are matched by number, too, with: \(option)",
        sv: "  Rader matchas även på kundnummer med: \(option)")
    case .typeByIdentity:
      let option = "--type-by identity"
      return Text(
        en: "  The identity number decides the type with: \(option)", sv: "  Numret avgör kundtypen med: \(option)")
    case .renumber:
      let command = "kundreg customer renumber"
      return Text(
        en: "  A customer gets another number by: \(command)", sv: "  En kund får ett annat nummer med: \(command)")
    }
  }

  /// - Parameter place: where all of them can be read.
  static func more(_ count: Int, at place: Text) -> Text {
    Text(en: "  … and \(count) more: \(place.english)", sv: "  … och \(count) till: \(place.swedish)")
  }

  static let problemsOption = Text(en: "--problems PATH.csv lists all", sv: "--problems SÖKVÄG.csv visar alla")

  static func allProblems(_ path: String) -> Text {
    Text(en: "Every reject and warning: \(path)", sv: "Alla avvisade rader och varningar: \(path)")
  }

  // MARK: What else is to be known

  static func unmapped(columns: [String]) -> Text {
    let names = columns.joined(separator: ", ")
    return Text(en: "Columns that no field takes: \(names)", sv: "Kolumner som inte hör till något fält: \(names)")
  }

  static func proven(columns: [String]) -> Text {
    let names = columns.joined(separator: ", ")
    return Text(
      en:
        "Some columns hold what are certainly numbers or addresses of customers, and no field takes them, or only new customers get them: \(names). Give them a field in a mapping, or take them out of the file.",
      sv:
        "Några kolumner innehåller säkert kunders nummer eller adresser, men hamnar inte i något fält, eller bara hos nya kunder: \(names). Ge dem ett fält i en mappning, eller ta bort dem ur filen."
    )
  }

  static func unmapped(members: [String]) -> Text {
    let names = members.joined(separator: ", ")
    return Text(en: "Columns that no member takes: \(names)", sv: "Kolumner som inte används: \(names)")
  }

  static func added(_ names: Text, to kind: ReferenceKind) -> Text {
    Text(
      en: "New in \(kind.listLabel.english): \(names.english)", sv: "Nytt i \(kind.listLabel.swedish): \(names.swedish)"
    )
  }

  static func addedCustomFields(_ names: Text) -> Text {
    Text(en: "New custom fields: \(names.english)", sv: "Nya egna fält: \(names.swedish)")
  }

  static func names(_ names: [String]) -> Text {
    let shown = names.prefix(ShownLimits.addedNames).joined(separator: ", ")
    let more = names.count - ShownLimits.addedNames
    return more > 0
      ? Text(en: "\(shown) … and \(more) more", sv: "\(shown) … och \(more) till") : Text(verbatim: shown)
  }

  static func note(_ note: Text) -> Text { Text(en: "Note: \(note.english)", sv: "Obs: \(note.swedish)") }

  /// What can be done about what the notes tell.
  static func remedy(_ worded: Text) -> Text { Text(en: "  \(worded.english)", sv: "  \(worded.swedish)") }

  // MARK: What comes next

  static func rejects(_ path: String) -> Text {
    Text(
      en: "Rejected rows: \(path). Mend them there and import that file.",
      sv: "Avvisade rader: \(path). Rätta dem där och importera den filen.")
  }

  static func rejects(_ path: String, list: String) -> Text {
    let command = "kundreg import \(ShellWord.quoted(path)) --into \(list)"
    return Text(
      en: "Rejected rows: \(path). Mend them there and import them with: \(command)",
      sv: "Avvisade rader: \(path). Rätta dem där och importera dem med: \(command)")
  }

  static func plan(_ path: String) -> Text {
    let command = "kundreg apply \(ShellWord.quoted(path))"
    return Text(
      en: "Plan: \(path). Nothing was written; do it with: \(command)",
      sv: "Plan: \(path). Inget har sparats; verkställ den med: \(command)")
  }

  static let dryRun = Text(en: "Dry run: nothing was written.", sv: "Provkörning: inget har sparats.")

  static func run(_ id: Int, seconds: String) -> Text {
    Text(
      en: "Run \(id), \(seconds) s. Take it back with: kundreg undo \(id)",
      sv: "Körning \(id), \(seconds.replacing(".", with: ",")) s. Ångra den med: kundreg undo \(id)")
  }
}
