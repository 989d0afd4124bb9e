import CustomerModel
import Texts

/// What is told of how customers are chosen.
enum SelectionTexts {
  // MARK: Saved filters

  static let nameless = Text(en: "A filter needs a name.", sv: "Ett filter behöver ett namn.")

  static func unreadable(_ name: String) -> Text {
    Text(
      en: "The filter \(name) was saved by a later version of the program. Save it again, or delete it.",
      sv: "Filtret \(name) sparades av en senare version av programmet. Spara det igen, eller ta bort det.")
  }

  static func unknown(_ name: String, known: [String]) -> Text {
    guard !known.isEmpty else {
      return Text(
        en: "There is no filter \(name). None is saved yet.", sv: "Det finns inget filter \(name). Inget är sparat än.")
    }
    let list = known.joined(separator: ", ")
    return Text(
      en: "There is no filter \(name). Saved are \(list).", sv: "Det finns inget filter \(name). Sparade är \(list).")
  }

  // MARK: Columns and orders

  static let noColumns = Text(
    en: "The list of columns names no field. Write fields with commas between.",
    sv: "Listan över kolumner anger inget fält. Skriv fält med komma emellan.")

  static func unknownOrder(_ text: String) -> Text {
    Text(
      en: "A list cannot be sorted by \(text). Name fields, with commas between and :desc after one to turn it.",
      sv:
        "En lista kan inte sorteras efter \(text). Ange fält, med komma emellan och :desc efter ett för omvänd ordning."
    )
  }

  static func impossibleOrder(_ field: FieldPath) -> Text {
    Text(
      en: "A list cannot be sorted by \(field), since a customer may have several.",
      sv: "En lista kan inte sorteras efter \(field), eftersom en kund kan ha flera.")
  }

  // MARK: Which customers

  static let sayItOnce = Text(
    en: "Say which customers by their numbers or by conditions, not by both.",
    sv: "Ange kunderna med nummer eller med villkor, inte med båda.")

  static let sayWhich = Text(en: "Say which customers are meant.", sv: "Ange vilka kunder det gäller.")
}

extension ErrorCode {
  static let ofSelections = [
    choiceMissing, filterNameless, filterUnreadable, filterUnknown, columnsEmpty, sortImpossible,
  ]

  static let choiceMissing = ErrorCode(
    "choice.missing", .usage, "It is not said which customers are meant, or it is said in two ways.")
  static let filterNameless = ErrorCode("filter.nameless", .usage, "A filter is to be saved without a name.")
  static let filterUnreadable = ErrorCode(
    "filter.unreadable", .failed, "The filter was saved by a later version of the program.")
  static let filterUnknown = ErrorCode("filter.unknown", .usage, "There is no filter of that name.")
  static let columnsEmpty = ErrorCode("columns.empty", .usage, "The list of columns names no field.")
  static let sortImpossible = ErrorCode(
    "sort.impossible", .usage, "A list cannot be sorted by what a customer may have several of.")
}
