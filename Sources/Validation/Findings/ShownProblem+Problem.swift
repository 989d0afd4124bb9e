package import CustomerModel
import Texts

extension ShownProblem {
  /// A problem of a row of a source with these headings.
  ///
  /// - Parameters:
  ///   - heading: what the row's sheet calls the column at fault; nil where that is the source's own heading.
  ///   - row: its row's place in the source; nil for a column as a whole.
  package init(_ problem: Problem, headers: [String], heading: String? = nil, row: Int?, sheet: String? = nil) {
    let masked = { (text: Text) in
      Text(
        en: IdentityMask.masked(text.english, outside: []), sv: IdentityMask.masked(text.swedish, outside: []))
    }
    self.init(
      code: problem.code, severity: problem.severity, row: row, sheet: sheet,
      column: heading ?? problem.heading(among: headers),
      value: problem.value.map { ValueMask.shown($0, of: problem.path?.field) }, text: masked(problem.text),
      detail: problem.detail.map(masked))
  }
}

extension Problem {
  /// The heading of the column at fault, as the source writes it; nil for the row as a whole.
  func heading(among headers: [String]) -> String? {
    if let column, headers.indices.contains(column) { return headers[column] }
    return path?.heading
  }
}
