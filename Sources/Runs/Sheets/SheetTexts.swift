import CustomerModel
import Texts

/// What is told of the sheets of an input, and of what in it is not read.
enum SheetTexts {
  /// A note with the sheet that it is about.
  static func note(_ note: Text, ofSheet name: String) -> Text {
    Text(en: "Sheet “\(name)”: \(note.english)", sv: "Bladet ”\(name)”: \(note.swedish)")
  }

  // MARK: Sheets that are read

  /// - Parameter others: sheets that stand before the one, and are read after it; not empty.
  static func readBefore(_ sheet: String, _ others: [String]) -> Text {
    let names = list(others)
    return Text(
      en:
        "Sheet “\(sheet)” was read before \(names.english), which \(others.count == 1 ? "has" : "have") customers of it and fewer of "
        + "their columns: where a number stands in both, the row of “\(sheet)” is the customer's.",
      sv:
        "Bladet ”\(sheet)” lästes före \(names.swedish), som har samma kunder men färre av deras kolumner: där ett nummer står på "
        + "båda gäller raden på ”\(sheet)”.")
  }

  /// - Parameters:
  ///   - left: the sheet whose rows were rejected.
  ///   - made: the sheet that was read before it, with the same customers.
  static func shadowed(_ rows: Int, of left: String, by made: String) -> Text {
    Text(
      en:
        "\(rows.counted("row")) of sheet “\(left)” \(rows == 1 ? "was" : "were") rejected since “\(made)” has the same customers, though "
        + "“\(left)” has more of their columns. If “\(made)” is no list of customers, import “\(left)” alone.",
      sv:
        "\(rows.counted("rad", "rader")) på bladet ”\(left)” avvisades eftersom ”\(made)” har samma kunder, fast ”\(left)” har fler "
        + "av deras kolumner. Importera bara ”\(left)” om ”\(made)” inte är en kundlista.")
  }

  static func tooLong(_ sheet: String, most: Int) -> Text {
    Text(
      en: "“\(sheet)” has more than \(most) rows, which is the most beside others in one input. Import it by itself.",
      sv: "”\(sheet)” har fler än \(most) rader, och det är gränsen när flera blad läses. Importera bladet för sig.")
  }

  // MARK: What is not read

  static func above(_ rows: RowsAboveHeadings) -> Text {
    let named = named(rows)
    return Text(
      en:
        "What stands above the headings is no title and was not read: \(named.english). If these are customers, put them below "
        + "headings in a file or a sheet of their own.",
      sv:
        "Det som står ovanför rubrikerna är ingen titel och lästes inte: \(named.swedish). Lägg raderna under rubriker i en "
        + "egen fil eller ett eget blad om det är kunder.")
  }

  /// The rows by their positions, the first few of them.
  static func named(_ rows: RowsAboveHeadings) -> Text {
    let positions = rows.positions
    let shown = ShownLimits.rowsAboveHeadings
    let list = positions.prefix(shown).map { "\($0)" }.joined(separator: ", ")
    let more = positions.count - shown
    if positions.count == 1 { return Text(en: "row \(list)", sv: "rad \(list)") }
    return more > 0
      ? Text(en: "rows \(list) and \(more) more", sv: "raderna \(list) och \(more) till")
      : Text(en: "rows \(list)", sv: "raderna \(list)")
  }

  /// What a report says of a filled sheet that was not read.
  ///
  /// - Parameter mapping: the name of the mapping that was taken.
  static func unread(_ sheet: UnreadSheet, mapping: String) -> Text {
    let name = sheet.name
    switch sheet.reason {
    case .doesNotFit([]):
      return Text(
        en:
          "Sheet “\(name)” was not read: the mapping \(mapping) knows no row of headings in it. If it holds customers, name its columns "
          + "so, or import it by itself with a mapping of its own.",
        sv:
          "Bladet ”\(name)” lästes inte: mappningen \(mapping) känner inte igen någon rubrikrad där. Om det innehåller kunder: ge "
          + "kolumnerna sådana rubriker, eller importera bladet för sig med en egen mappning.")
    case .doesNotFit(let missing):
      let fields = missing.joined(separator: ", ")
      return Text(
        en:
          "Sheet “\(name)” was not read: nothing in it is \(fields), which the mapping \(mapping) requires. If it holds customers, name "
          + "its columns so, or import it by itself with a mapping of its own.",
        sv:
          "Bladet ”\(name)” lästes inte: det saknar \(fields), som mappningen \(mapping) kräver. Om det innehåller kunder: ge "
          + "kolumnerna sådana rubriker, eller importera bladet för sig med en egen mappning.")
    case .ofOthers:
      return Text(
        en:
          "Sheet “\(name)” was not read: its name says that it holds no customers. If it does, import it by itself.",
        sv:
          "Bladet ”\(name)” lästes inte: namnet säger att det inte innehåller kunder. Importera det för sig om det gör det."
      )
    case .fitsOther(let other):
      return Text(
        en:
          "Sheet “\(name)” was not read: it fits the mapping \(other), not \(mapping), which the others fit. Import it by itself with "
          + "the mapping \(other).",
        sv:
          "Bladet ”\(name)” lästes inte: det passar mappningen \(other), inte \(mapping), som de andra passar. Importera det för sig "
          + "med mappningen \(other).")
    case .hidden:
      return Text(
        en:
          "Sheet “\(name)” is hidden and was not read, although it fits the mapping \(mapping). Import it by itself, or show it in the "
          + "workbook and import again.",
        sv:
          "Bladet ”\(name)” är dolt och lästes inte, fast det passar mappningen \(mapping). Importera det för sig, eller visa det i "
          + "arbetsboken och importera igen.")
    case .notAsked:
      return Text(
        en: "Sheet “\(name)” fits the mapping \(mapping) too and was not read, since another was asked for.",
        sv: "Bladet ”\(name)” passar också mappningen \(mapping) men lästes inte, eftersom ett annat begärdes.")
    }
  }

  private static func list(_ names: [String]) -> Text {
    Text(
      en: names.map { "“\($0)”" }.joined(separator: ", "), sv: names.map { "”\($0)”" }.joined(separator: ", "))
  }
}

extension ErrorCode {
  static let ofSheets = [sheetTooLong]

  static let sheetTooLong = ErrorCode(
    "sheet.tooLong", .unreadableInput, "A sheet has more rows than may stand beside others in one input.")
}
