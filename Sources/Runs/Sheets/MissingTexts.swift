import CustomerModel
import Texts

/// Why customers whom an input lacks are not inactivated: it may not be the whole register.
enum MissingTexts {
  /// - Parameter most: the largest part that may be inactivated, as people write it.
  static func tooMany(_ absent: Int, of active: Int, input: String, most: Text) -> Text {
    Text(
      en:
        "\(absent) of \(active.counted("active customer")) \(absent == 1 ? "is" : "are") not in \(input), more than \(most.english). "
        + "Nothing was written. Allow more if the file really is the whole register.",
      sv:
        "\(absent) av \(active.counted("aktiv kund", "aktiva kunder")) finns inte i \(input), mer än \(most.swedish). Inget har "
        + "sparats. Tillåt fler om filen verkligen är hela registret.")
  }

  static func otherHeadings(_ input: String) -> Text {
    Text(
      en:
        "\(input) was to be taken for the whole register, but rows of it stand below other headings than the first and could not be "
        + "read (row.headings). Nothing was written. Put all rows below the same headings, or inactivate nobody.",
      sv:
        "\(input) skulle gälla som hela registret, men rader i filen står under andra rubriker än de första och gick inte att läsa "
        + "(row.headings). Inget har sparats. Lägg alla rader under samma rubriker, eller låt bli att inaktivera.")
  }

  /// - Parameter sheet: nil where the input has only one.
  static func rowsAbove(_ input: String, _ rows: Text, sheet: String?) -> Text {
    let (en, sv) = sheet.map { (" of its sheet “\($0)”", " på bladet ”\($0)”") } ?? ("", "")
    return Text(
      en:
        "\(input) was to be taken for the whole register, but customers may stand above the headings\(en), in \(rows.english), which "
        + "would not be read. Nothing was written. Put them below headings in a file of their own, or take them away; or say in the "
        + "mapping with \"headerRow\" where the headings stand. Or inactivate nobody.",
      sv:
        "\(input) skulle gälla som hela registret, men kunder kan stå ovanför rubrikerna\(sv), på \(rows.swedish), som inte skulle "
        + "läsas. Inget har sparats. Lägg dem under rubriker i en egen fil, eller ta bort dem; eller ange i mappningen med "
        + "\"headerRow\" var rubrikerna står. Eller låt bli att inaktivera.")
  }

  /// - Parameter fitsOther: true where a sheet fits another mapping.
  static func sheetsLeft(_ input: String, _ sheets: [String], fitsOther: Bool) -> Text {
    let english = sheets.map { "“\($0)”" }.joined(separator: ", ")
    let swedish = sheets.map { "”\($0)”" }.joined(separator: ", ")
    let remedy =
      fitsOther
      ? Text(
        en: "Give one mapping that fits every sheet, or inactivate nobody.",
        sv: "Ange en mappning som passar alla blad, eller låt bli att inaktivera.")
      : Text(
        en: "Import all sheets, and show what is hidden; or inactivate nobody.",
        sv: "Importera alla blad, och visa det som är dolt; eller låt bli att inaktivera.")
    return Text(
      en:
        "\(input) was to be taken for the whole register, but customers may stand in \(sheets.count == 1 ? "its sheet" : "its sheets") "
        + "\(english) too, which would not be read. Nothing was written. \(remedy.english)",
      sv:
        "\(input) skulle gälla som hela registret, men kunder kan även stå på \(sheets.count == 1 ? "bladet" : "bladen") \(swedish), "
        + "som inte skulle läsas. Inget har sparats. \(remedy.swedish)")
  }

  /// - Parameters:
  ///   - count: how many of those that would be inactivated stand there.
  ///   - place: where.
  static func elsewhere(_ input: String, _ count: Int, first: String, in place: NumbersElsewhere.Place) -> Text {
    let place = self.place(place)
    return Text(
      en:
        "\(input) was to be taken for the whole register, but of the customers that would be inactivated \(count) "
        + "\(count == 1 ? "stands" : "stand") \(place.english), which is not read: \(first)\(count == 1 ? "" : " is the first"). Nothing was "
        + "written. Put all customers below the same headings, or inactivate nobody.",
      sv:
        "\(input) skulle gälla som hela registret, men av de kunder som skulle inaktiveras står \(count) \(place.swedish), som inte "
        + "läses: \(first)\(count == 1 ? "" : " är den första"). Inget har sparats. Lägg alla kunder under samma rubriker, eller låt "
        + "bli att inaktivera.")
  }

  private static func place(_ place: NumbersElsewhere.Place) -> Text {
    switch place {
    case .sheet(let name): Text(en: "in its sheet “\(name)”", sv: "på bladet ”\(name)”")
    case .column(let heading, sheet: nil):
      Text(en: "in a second column “\(heading)”", sv: "i en andra kolumn ”\(heading)”")
    case .column(let heading, sheet: let sheet?):
      Text(
        en: "in a second column “\(heading)” of its sheet “\(sheet)”",
        sv: "i en andra kolumn ”\(heading)” på bladet ”\(sheet)”")
    }
  }
}

extension ErrorCode {
  static let ofMissing = [
    missingTooMany, missingOtherHeadings, missingRowsAbove, missingSheetLeftOut, missingElsewhere,
  ]

  static let missingTooMany = ErrorCode(
    "missing.tooMany", .failed, "The file lacks more of the active customers than may be inactivated.")
  static let missingOtherHeadings = ErrorCode(
    "missing.otherHeadings", .failed,
    "Customers that the file lacks were to be inactivated, but rows of it stand below other headings.")
  static let missingRowsAbove = ErrorCode(
    "missing.rowsAbove", .failed,
    "Customers that the file lacks were to be inactivated, but customers may stand above its headings.")
  static let missingSheetLeftOut = ErrorCode(
    "missing.sheetLeftOut", .failed,
    "Customers that the file lacks were to be inactivated, but customers may stand in sheets that are not read.")
  static let missingElsewhere = ErrorCode(
    "missing.elsewhere", .failed,
    "Customers that the file lacks were to be inactivated, but some of them stand in it where nothing is read.")
}
