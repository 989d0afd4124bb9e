import CustomerModel
import Mapping
import Texts
import Rows

/// What is told of rows that are no customers.
enum OddRowTexts {
  /// All of them in a sentence; nil when there were none.
  static func passedOver(_ passedOver: PassedOverRows) -> Text? {
    guard passedOver.count > 0 else { return nil }
    let named = passedOver.rows.prefix(ShownLimits.passedOverRowsInSentence)
    let english = named.map { "row \($0.place.text.english) (\(kind($0.code).english))" }.joined(separator: ", ")
    let swedish = named.map { "rad \($0.place.text.swedish) (\(kind($0.code).swedish))" }.joined(separator: ", ")
    let more = passedOver.count - named.count
    return more > 0
      ? Text(
        en: "Passed over, since they are no customers: \(english) and \(more) more.",
        sv: "Hoppades över, eftersom de inte är kunder: \(swedish) och \(more) till.")
      : Text(
        en: "Passed over, since they are no customers: \(english).",
        sv: "Hoppades över, eftersom de inte är kunder: \(swedish).")
  }

  /// Columns by their headings, those without one by their place.
  ///
  /// - Parameter columns: from 0.
  static func columns(_ columns: [(place: Int, heading: String)]) -> Text {
    let named = columns.prefix(ShownLimits.passedOverRowsInSentence).map { place, heading in
      heading.trimmingBlanks.isEmpty
        ? Text(en: "column \(place + 1)", sv: "kolumn \(place + 1)")
        : Text(en: "“\(heading.cutForSentence)”", sv: "”\(heading.cutForSentence)”")
    }
    let more = columns.count - named.count
    let (english, swedish) = (
      named.map(\.english).joined(separator: ", "), named.map(\.swedish).joined(separator: ", ")
    )
    return more > 0
      ? Text(en: "\(english) and \(more) more", sv: "\(swedish) och \(more) till") : Text(en: english, sv: swedish)
  }

  private static func kind(_ code: String) -> Text {
    switch code {
    case "row.headings": Text(en: "the headings again", sv: "rubrikerna igen")
    case "row.total": Text(en: "a total", sv: "en summa")
    case "row.hints": Text(en: "hints for filling in", sv: "anvisningar")
    case "row.lines": Text(en: "drawn lines", sv: "ritade linjer")
    case "row.footer": Text(en: "a page's or the list's end", sv: "slutet på en sida eller listan")
    default: Text(verbatim: code)
    }
  }
}
