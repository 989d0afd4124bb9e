package import CustomerModel
import Texts

/// What is told once of a file of which no row, or not every row, has a name, when the file may have it in another column.
package enum NameColumnNotice: Sendable, Equatable {
  /// No column was taken for the name. `likeliest` is the heading of the column that looks most like names.
  case none(headings: [String], likeliest: String?)
  /// The name is read from one column; others that could be it, too, were not read.
  case others(taken: String, headings: [String])

  static let infos = [noColumn, otherColumns]

  private static let noColumn = RuleInfo(
    notice: AskedRuleCodes.nameHasNoColumn, "A file that brings new customers has a column of their names."
  ) {
    Text(
      en: "No column was taken for the customers' names. \($0.detail.english) Say in a mapping which it is.",
      sv: "Ingen kolumn har lästs som kundernas namn. \($0.detail.swedish) Ange i en mappning vilken det är.")
  }

  private static let otherColumns = RuleInfo(
    notice: "name.otherColumns", "Where the name may stand in one of several columns, all of them are read."
  ) {
    Text(
      en:
        "Names are read from \($0.column.english). Rows that have none there may have it in "
        + "\($0.detail.english), which no field took. Say in a mapping how the columns make the name.",
      sv:
        "Namn läses från \($0.column.swedish). Rader som saknar namn där kan ha det i \($0.detail.swedish), som "
        + "inte hör till något fält. Ange i en mappning hur kolumnerna bildar namnet.")
  }

  static func found(_ headings: [String], likeliest: String?) -> Text {
    let list = headings.listedForSentence
    return likeliest.map { likeliest in
      Text(
        en: "The headings are: \(list.english). The likeliest is “\(likeliest.cutForSentence)”.",
        sv: "Rubrikerna är: \(list.swedish). Troligast är ”\(likeliest.cutForSentence)”.")
    } ?? Text(en: "The headings are: \(list.english).", sv: "Rubrikerna är: \(list.swedish).")
  }

  /// The notice as a problem of the column; nil when the configuration has switched it off.
  package func problem(for validator: Validator) -> Problem? {
    let (info, header, detail): (RuleInfo, String, Text)
    switch self {
    case .none(let headings, let likeliest):
      (info, header, detail) = (Self.noColumn, "", Self.found(headings, likeliest: likeliest))
    case .others(let taken, let headings):
      let named = Text(
        en: headings.map { "“\($0)”" }.joined(separator: ", "), sv: headings.map { "”\($0)”" }.joined(separator: ", "))
      (info, header, detail) = (Self.otherColumns, taken, named)
    }
    let severity = validator.severities.severity(of: info)
    guard severity != .off else { return nil }
    let place = RulePlace(
      header: Text(verbatim: header), path: FieldPath(.customerName), settings: validator.context.settings,
      detail: detail)
    return Problem(code: info.code, severity: severity, path: FieldPath(.customerName), text: info.text(place))
  }
}
