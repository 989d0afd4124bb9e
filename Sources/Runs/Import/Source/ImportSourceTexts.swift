import CustomerModel
import Texts

/// What is told of how an import opens its input and chooses the mapping.
enum ImportSourceTexts {
  // MARK: Tables

  /// - Parameter sheet: the name of the sheet that was asked for.
  static func noRows(_ input: String, sheet: String) -> Text {
    Text(en: "Sheet “\(sheet)” of \(input) has no rows.", sv: "Bladet ”\(sheet)” i \(input) har inga rader.")
  }

  static func onlyHiddenRows(_ input: String, sheets: [String]) -> Text {
    Text(
      en: "In \(input) only what is hidden has rows: \(list(sheets).english).",
      sv: "I \(input) har bara det som är dolt rader: \(list(sheets).swedish).")
  }

  static func noRows(_ input: String) -> Text {
    Text(
      en: "\(input) has no rows to read. Is it the right file, and was it saved?",
      sv: "\(input) har inga rader att läsa. Är det rätt fil, och är den sparad?")
  }

  static func noSheets(_ input: String) -> Text {
    Text(en: "\(input) is no workbook and has no sheets.", sv: "\(input) är ingen arbetsbok och har inga blad.")
  }

  static func unknownSheet(_ name: String, _ input: String, known: [String]) -> Text {
    Text(
      en: "\(input) has no sheet “\(name)”. It has \(list(known).english).",
      sv: "\(input) har inget blad ”\(name)”. Filen har \(list(known).swedish).")
  }

  static func allHidden(_ input: String, sheets: [String]) -> Text {
    Text(
      en: "Every sheet of \(input) is hidden: \(list(sheets).english).",
      sv: "Alla blad i \(input) är dolda: \(list(sheets).swedish).")
  }

  static func tooManySheets(_ input: String, count: Int, most: Int) -> Text {
    Text(
      en:
        "\(input) has \(count) sheets, and one import reads at most \(most). Name one of them, or divide the workbook.",
      sv: "\(input) har \(count) blad, och en import läser högst \(most). Ange ett av dem eller dela upp arbetsboken.")
  }

  // MARK: The mapping

  static func incomplete(_ mapping: String, missing: [String], header: Text) -> Text {
    let fields = missing.joined(separator: ", ")
    return Text(
      en: "The header fits the mapping “\(mapping)” best, but lacks \(fields). The header is: \(header.english).",
      sv: "Rubrikraden passar mappningen ”\(mapping)” bäst, men saknar \(fields). Rubrikraden är: \(header.swedish).")
  }

  static func noMappings(_ input: String) -> Text {
    Text(
      en:
        "No mapping was found, so nobody knows what the columns of \(input) are: name the folder that holds the mappings in the "
        + "configuration's \"mappings\" or in KUNDREG_MAPPINGS.",
      sv:
        "Ingen mappning hittades, så det går inte att veta vad kolumnerna i \(input) är: ange mappen med mappningarna i "
        + "konfigurationens \"mappings\" eller i KUNDREG_MAPPINGS.")
  }

  /// - Parameter mappings: the names of those that there are; not empty.
  static func noneFits(_ input: String, mappings: [String], header: Text) -> Text {
    guard mappings.count > 1 else {
      return Text(
        en: "The only mapping, \(mappings[0]), does not know the header of \(input). The header is: \(header.english).",
        sv:
          "Den enda mappningen, \(mappings[0]), känner inte igen rubrikraden i \(input). Rubrikraden är: \(header.swedish)."
      )
    }
    return Text(
      en: "None of the \(mappings.count) mappings knows the header of \(input). The header is: \(header.english).",
      sv:
        "Ingen av de \(mappings.count) mappningarna känner igen rubrikraden i \(input). Rubrikraden är: \(header.swedish)."
    )
  }

  // MARK: A proposal

  static let noWords = Text(
    en:
      "No mapping folder has a file of words (*.words.json): what no mapping knows was read by its cells alone, and only check "
      + "digits and e-mail addresses were taken.",
    sv:
      "Ingen mapp med mappningar har någon ordfil (*.words.json): det som ingen mappning känner är läst enbart efter cellerna, och "
      + "bara kontrollsiffror och e-postadresser är tagna.")

  static func lookedAt(_ sheet: String, others: [String]) -> Text {
    let names = list(others)
    return others.count == 1
      ? Text(
        en:
          "Looked at sheet “\(sheet)” only. The other filled sheet is \(names.english): an import takes it too where the mapping "
          + "finds in it what it requires.",
        sv:
          "Bara bladet ”\(sheet)” är granskat. Det andra ifyllda bladet är \(names.swedish): en import tar med det också om "
          + "mappningen hittar det som den kräver där.")
      : Text(
        en:
          "Looked at sheet “\(sheet)” only. The other filled sheets are \(names.english): an import takes those in which the "
          + "mapping finds what it requires.",
        sv:
          "Bara bladet ”\(sheet)” är granskat. De andra ifyllda bladen är \(names.swedish): en import tar med dem där mappningen "
          + "hittar det som den kräver.")
  }

  private static func list(_ names: [String]) -> Text {
    Text(
      en: names.map { "“\($0)”" }.joined(separator: ", "), sv: names.map { "”\($0)”" }.joined(separator: ", "))
  }
}

extension ErrorCode {
  static let ofImportSources = [
    inputNoRows, sheetNone, sheetUnknown, sheetAllHidden, sheetTooMany, mappingIncomplete, mappingNone,
  ]

  static let inputNoRows = ErrorCode("input.noRows", .unreadableInput, "The input, or its sheet, has no rows.")
  static let sheetNone = ErrorCode("sheet.none", .usage, "A sheet was named, and the input is no workbook.")
  static let sheetUnknown = ErrorCode("sheet.unknown", .unreadableInput, "The workbook has no sheet of that name.")
  static let sheetAllHidden = ErrorCode("sheet.allHidden", .unreadableInput, "Every sheet of the workbook is hidden.")
  static let sheetTooMany = ErrorCode(
    "sheet.tooMany", .unreadableInput, "The workbook has more sheets than one import reads.")
  static let mappingIncomplete = ErrorCode(
    "mapping.incomplete", .configuration, "The mapping that fits the header best requires fields that it lacks.")
  static let mappingNone = ErrorCode("mapping.none", .configuration, "No mapping fits the header.")
}
