package import CustomerModel
import Texts

/// What is told once of a column that was taken for a field of fixed words, and of which no cell holds any: it is left out, and its rows
/// are as good as the others.
enum UnknownWordsNotice {
  static let infos = [unknownWords]

  static let unknownWords = RuleInfo(
    notice: "column.unknownWords", "A column of a field with fixed words holds some of them."
  ) {
    Text(
      en:
        "The heading \($0.column.english) means “\(label($0).english)” to the mapping, but no cell below it holds such a "
        + "word: \($0.detail.english). The column was left out. If the words mean such a value, give them a table of "
        + "values in the mapping; if the column is something else, take it out of the mapping or give it another heading.",
      sv:
        "Rubriken \($0.column.swedish) betyder ”\(label($0).swedish)” för mappningen, men ingen cell i kolumnen "
        + "innehåller ett sådant ord: \($0.detail.swedish). Kolumnen har utelämnats. Om orden betyder ett sådant värde: "
        + "ge dem en tabell över värden i mappningen. Om kolumnen är något annat: ta bort den ur mappningen, eller ge den "
        + "en annan rubrik.")
  }

  private static func label(_ place: RulePlace) -> Text { place.path?.field.label ?? .empty }

  fileprivate static func found(_ words: [String], hasMore: Bool, rows: Int) -> Text {
    func list(_ open: String, _ close: String) -> String {
      words.map { open + $0.cutForSentence + close }.joined(separator: ", ")
    }
    return Text(
      en: "\(list("“", "”"))\(hasMore ? " and others" : ""), in \(rows.counted("row"))",
      sv: "\(list("”", "”"))\(hasMore ? " med flera" : ""), på \(rows.counted("rad", "rader"))")
  }
}

extension Validator {
  /// What is to be said of a column that was left out for its words; nil when the configuration has switched its rule off.
  ///
  /// - Parameters:
  ///   - words: some of those that stand in it; `hasMore` when there are others.
  ///   - rows: how many rows have one.
  package func notice(
    ofUnknown words: [String], hasMore: Bool, rows: Int, heading: String, column: Int, path: FieldPath
  ) -> Problem? {
    let info = UnknownWordsNotice.unknownWords
    let severity = severities.severity(of: info)
    guard severity != .off else { return nil }
    let place = RulePlace(
      header: Text(verbatim: heading), path: path, settings: context.settings,
      detail: UnknownWordsNotice.found(words, hasMore: hasMore, rows: rows))
    return Problem(code: info.code, severity: severity, path: path, column: column, text: info.text(place))
  }
}
