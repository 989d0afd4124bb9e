package import CustomerModel

/// What is told once of a file of which no row, or not every row, has a name, when the file may have it in another column.
package enum NameColumnNotice: Sendable, Equatable {
  /// No column was taken for the name. `likeliest` is the heading of the column that looks most like names.
  case none(headings: [String], likeliest: String?, input: String)
  /// The name is read from one column; others that could be it, too, were not read.
  case others(taken: String, headings: [String], input: String)

  static let infos = [noColumn, otherColumns]

  private static let noColumn = RuleInfo(
    notice: "name.noColumn", "A file that brings new customers has a column of their names."
  ) { "No column was taken for the customers' names. \($0.detail)" }

  private static let otherColumns = RuleInfo(
    notice: "name.otherColumns", "Where the name may stand in one of several columns, all of them are read."
  ) { "Names are read from \($0.column). \($0.detail)" }

  /// The input in a command. What came by standard input is gone.
  private static func word(_ input: String) -> String { input == "-" ? "FILE" : ShellWord.quoted(input) }

  /// The notice as a problem of the column; nil when the configuration has switched it off.
  package func problem(for validator: Validator) -> Problem? {
    let (info, header, detail): (RuleInfo, String, String)
    switch self {
    case .none(let headings, let likeliest, let input):
      let meant = likeliest.map { " The likeliest is “\($0.cutForSentence)”." } ?? ""
      (info, header) = (Self.noColumn, "")
      detail =
        "The headings are: \(headings.listedForSentence).\(meant) Say in a mapping which it is: kundreg mapping suggest "
        + "\(Self.word(input)) > my-mapping.json"
    case .others(let taken, let headings, let input):
      let named = headings.map { "“\($0)”" }.joined(separator: ", ")
      (info, header) = (Self.otherColumns, taken)
      detail =
        "Rows that have none there may have it in \(named), which no field took. Say in a mapping how the columns make "
        + "the name: kundreg mapping suggest \(Self.word(input)) > my-mapping.json"
    }
    let severity = validator.severities.severity(of: info)
    guard severity != .off else { return nil }
    let place = RulePlace(
      header: header, path: FieldPath(.customerName), settings: validator.context.settings, detail: detail)
    return Problem(code: info.code, severity: severity, path: FieldPath(.customerName), message: info.message(place))
  }
}
