import Texts

/// What is told of files that cannot be written.
enum WriterTexts {
  /// What libxlsxwriter is needed for.
  static let writingWorkbook = Text(en: "writing a workbook", sv: "det som skriver arbetsböcker")

  static func unknownFormat(_ path: String) -> Text {
    Text(
      en: "The ending of \(path) does not say what to write. Use a path that ends in .csv, .xlsx or .json.",
      sv:
        "Ändelsen på \(path) anger inte vilket format filen ska ha. Använd en sökväg som slutar på .csv, .xlsx eller .json."
    )
  }

  static func templateIsTable(_ path: String) -> Text {
    Text(
      en: "A template is a table: use a path that ends in .xlsx or .csv, not \(path).",
      sv: "En mall är en tabell: använd en sökväg som slutar på .xlsx eller .csv, inte \(path).")
  }

  static func cannotWrite(_ path: String, _ reason: Text) -> Text {
    Text(
      en:
        "The file \(path) cannot be written: \(reason.english). What stood there is untouched; choose another path or free "
        + "space.",
      sv:
        "Det går inte att skriva filen \(path): \(reason.swedish). Det som fanns där är orört; välj en annan sökväg eller "
        + "frigör utrymme.")
  }

  static let isNoFile = Text(
    en: "it is a folder or a device, not an ordinary file", sv: "det är en mapp eller en enhet, ingen vanlig fil")
  static let namesNoFile = Text(en: "the path names no file", sv: "sökvägen anger ingen fil")
  static let noMemory = Text(en: "there is not enough memory", sv: "minnet räcker inte")

  static func noSheet(_ name: String) -> Text {
    Text(en: "the sheet \(name) cannot be added", sv: "bladet \(name) kan inte läggas till")
  }

  /// The name of the sheet that lists every reject and warning.
  static let problemsSheet = Text(en: "Problems", sv: "Fel och varningar")

  // MARK: What a workbook cannot hold

  static func tooManyRows(_ path: String, sheet: String, limit: Int) -> Text {
    Text(
      en: "The sheet \(sheet) of \(path) is full: a workbook holds \(limit) rows. Write a .csv file instead.",
      sv: "Bladet \(sheet) i \(path) är fullt: en arbetsbok rymmer \(limit) rader. Skriv en .csv-fil i stället.")
  }

  static func tooManyColumns(_ path: String, cells: Int, limit: Int) -> Text {
    Text(
      en: "A row has \(cells) cells, but a sheet of \(path) holds \(limit). Write a .csv file instead.",
      sv: "En rad har \(cells) celler, men ett blad i \(path) rymmer \(limit). Skriv en .csv-fil i stället.")
  }

  /// - Parameter heading: nil for a column without one.
  static func cellTooLong(_ path: String, row: Int, column: Int, heading: String?, length: Int, limit: Int) -> Text {
    let heading = heading.map { " (\($0))" } ?? ""
    return Text(
      en:
        "Row \(row), column \(column)\(heading) of \(path) would have \(length) characters, but a workbook's cell holds "
        + "\(limit). Shorten the text or write a .csv file instead.",
      sv:
        "Rad \(row), kolumn \(column)\(heading) i \(path) skulle få \(length) tecken, men en cell i en arbetsbok rymmer "
        + "\(limit). Korta texten eller skriv en .csv-fil i stället.")
  }

  // MARK: Names of sheets

  static func badSheetName(_ name: String, _ reason: Text) -> Text {
    Text(
      en: "A sheet cannot be named “\(name)”: \(reason.english). Choose another name.",
      sv: "Ett blad kan inte heta ”\(name)”: \(reason.swedish). Välj ett annat namn.")
  }

  static let sheetNameIsEmpty = Text(en: "it is empty", sv: "namnet är tomt")
  static let sheetNameHasForbidden = Text(
    en: "it holds one of / \\ ? * : [ ] or a control character",
    sv: "namnet innehåller något av / \\ ? * : [ ] eller ett styrtecken")
  static let sheetNameHasApostrophe = Text(
    en: "it begins or ends with an apostrophe", sv: "namnet börjar eller slutar med en apostrof")
  static let sheetNameIsReserved = Text(
    en: "Excel keeps that name for itself", sv: "det namnet har Excel reserverat")
  static let sheetNameIsTaken = Text(en: "the workbook has it already", sv: "det finns redan i arbetsboken")

  static func sheetNameIsLong(limit: Int) -> Text {
    Text(en: "it is longer than \(limit) characters", sv: "namnet är längre än \(limit) tecken")
  }
}
