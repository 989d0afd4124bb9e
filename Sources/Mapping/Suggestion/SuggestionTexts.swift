package import Texts

/// What is told of a suggested mapping: why a column is taken for a field, or for none.
package enum SuggestionTexts {
  // MARK: A column

  package static func unnamed(column: Int) -> Text { Text(en: "column \(column)", sv: "kolumn \(column)") }

  package static func column(_ name: Text, _ reason: Text) -> Text {
    Text(en: "\(name.english): \(reason.english)", sv: "\(name.swedish): \(reason.swedish)")
  }

  package static func column(_ name: Text, fields: String, percent: Int, _ reason: Text) -> Text {
    Text(
      en: "\(name.english) → \(fields), \(percent) %: \(reason.english)",
      sv: "\(name.swedish) → \(fields), \(percent) %: \(reason.swedish)")
  }

  // MARK: Reasons

  package static let isFieldName = Text(en: "the heading is the field's own name", sv: "rubriken är fältets eget namn")

  package static func isKnown(to mapping: String) -> Text {
    Text(en: "the heading is known to \(mapping)", sv: "rubriken är känd i \(mapping)")
  }

  package static let noHeading = Text(en: "there is no heading", sv: "rubrik saknas")
  package static let isPassedOver = Text(en: "an import passes over it", sv: "en import hoppar över den")
  package static let isUnknown = Text(
    en: "no field has such a heading or such cells", sv: "inget fält har en sådan rubrik eller sådana celler")

  // MARK: The file

  package static func note(percent: Int, _ reason: Text) -> Text {
    Text(en: "\(percent) %: \(reason.english)", sv: "\(percent) %: \(reason.swedish)")
  }

  package static let nothingRecognised = Text(
    en: "0 %: no column was recognised; replace this entry", sv: "0 %: ingen kolumn kändes igen; ersätt den här posten")

  /// - Parameter open: the headings for which no field was found.
  package static func description(rows: Int, open: [String]) -> Text {
    let start = Text(
      en: "Suggested from the headings and \(rows.counted("row")); check each column.",
      sv: "Föreslagen utifrån rubrikerna och \(rows.counted("rad", "rader")); kontrollera varje kolumn.")
    guard !open.isEmpty else { return start }
    let names = open.joined(separator: ", ")
    let left = Text(en: "No field was found for \(names).", sv: "Inget fält hittades för \(names).")
    return [start, left].joined()
  }
}
