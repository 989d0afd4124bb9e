import Texts

/// What is told of a sheet: why it cannot be read, and what a person should know of how it was.
enum SheetReadingTexts {
  // MARK: What is wrong

  /// - Parameter detail: what is malformed.
  static func ofSheet(_ sheet: String, _ detail: Text) -> Text {
    Text(en: "sheet “\(sheet)”: \(detail.english)", sv: "bladet ”\(sheet)”: \(detail.swedish)")
  }

  static func badRowNumber(limit: Int) -> Text {
    Text(
      en: "a row number that is no number from 1 to \(limit)",
      sv: "ett radnummer som inte är ett tal från 1 till \(limit)")
  }

  static func badCellReference(rowLimit: Int) -> Text {
    Text(
      en: "a cell whose reference lies outside of A1 to XFD\(rowLimit)",
      sv: "en cell vars referens ligger utanför A1 till XFD\(rowLimit)")
  }

  static func tooManyColumns(limit: Int) -> Text {
    Text(en: "a row with more than \(limit) columns", sv: "en rad med fler än \(limit) kolumner")
  }

  static func sharedTextMissing(cell: String) -> Text {
    Text(
      en: "cell \(cell) refers to a shared text that the workbook does not have",
      sv: "cell \(cell) hänvisar till en delad text som arbetsboken inte har")
  }

  static func cellTwice(_ cell: String, row: Int, sheet: String, path: String, part: String, line: Int) -> Text {
    Text(
      en:
        "The sheet “\(sheet)” of the workbook \(path) gives the cell \(cell) two values, near line \(line) of its part \(part), "
        + "so nobody knows what row \(row) holds. Open the workbook in Excel, look at that row, and save it.",
      sv:
        "Bladet ”\(sheet)” i arbetsboken \(path) ger cellen \(cell) två värden, nära rad \(line) i delen \(part), så det går inte "
        + "att veta vad rad \(row) innehåller. Öppna arbetsboken i Excel, kontrollera raden och spara.")
  }

  /// - Parameter row: nil when the text stands in no row.
  static func textOutsideCells(row: Int?, sheet: String, path: String, part: String, line: Int) -> Text {
    Text(
      en:
        "The sheet “\(sheet)” of the workbook \(path) has text in \(row.map { "row \($0)" } ?? "its table") that stands in no "
        + "cell, near line \(line) of its part \(part), and would be read nowhere: the program that wrote the file writes no "
        + "workbooks as Excel reads them. Open it in Excel, look whether the rows are whole, and save it.",
      sv:
        "Bladet ”\(sheet)” i arbetsboken \(path) har text i \(row.map { "rad \($0)" } ?? "tabellen") som inte står i någon cell, "
        + "nära rad \(line) i delen \(part), och den skulle inte läsas in: programmet som skrev filen skriver inte arbetsböcker "
        + "som Excel läser dem. Öppna den i Excel, kontrollera att raderna är fullständiga och spara den.")
  }

  // MARK: What should be known

  /// - Parameters:
  ///   - names: the first cells.
  ///   - more: how many others there are.
  static func cells(_ names: [String], more: Int) -> Text {
    let list = names.joined(separator: ", ")
    return if more > 0 {
      Text(en: "cells \(list) and \(more) more", sv: "cellerna \(list) och \(more) till")
    } else if names.count == 1 {
      Text(en: "cell \(list)", sv: "cell \(list)")
    } else {
      Text(en: "cells \(list)", sv: "cellerna \(list)")
    }
  }

  static func merged(_ area: String, topLeft: String) -> Text {
    Text(
      en: "cells \(area) are merged: only \(topLeft) has the value",
      sv: "cellerna \(area) är sammanfogade: bara \(topLeft) har värdet")
  }

  static func moreMerged(_ count: Int) -> Text {
    Text(en: "and \(count) more merges", sv: "och \(count.counted("sammanfogning", "sammanfogningar")) till")
  }

  static func uncalculated(_ cells: Text) -> Text {
    Text(
      en:
        "\(cells.english): formula without a stored result, read as empty; open the workbook in Excel and save it",
      sv:
        "\(cells.swedish): formel utan sparat resultat, läst som tom; öppna arbetsboken i Excel och spara den")
  }

  static func imprecise(_ cells: Text, digits: Int) -> Text {
    Text(
      en:
        "\(cells.english): number of more than \(digits) digits, of which a spreadsheet loses the last; write it as text",
      sv:
        "\(cells.swedish): tal med fler än \(digits) siffror, där kalkylprogram tappar de sista; skriv det som text")
  }

  /// - Parameter more: how many other rows have a smaller number than the one before them.
  static func backwards(row: Int, behind: Int, more: Int) -> Text {
    Text(
      en:
        "row \(row) stands behind row \(behind) in the workbook\(more > 0 ? ", and \(more.counted("more row")) so" : "") and was read there; "
        + "what goes on with the row above it may belong to another customer: open the workbook in Excel, look at the rows and save it",
      sv:
        "rad \(row) står efter rad \(behind) i arbetsboken\(more > 0 ? ", och \(more.counted("rad", "rader")) till på samma sätt" : "") "
        + "och lästes där; det som hör ihop med raden ovanför kan ha hamnat hos en annan kund: öppna arbetsboken i Excel, kontrollera "
        + "raderna och spara den")
  }

  static func hiddenRows(_ count: Int) -> Text {
    Text(
      en:
        "\(count.counted("row")) \(count == 1 ? "is" : "are") hidden in the sheet and \(count == 1 ? "was" : "were") read like the others",
      sv: "\(count.counted("rad är dold", "rader är dolda")) i bladet och lästes som de andra")
  }
}
