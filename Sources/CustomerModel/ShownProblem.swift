package import Texts

/// A problem as reports, lists and files show it: its place by name, its value masked and short.
package struct ShownProblem: Sendable, Equatable {
  /// The rule's stable code, such as `identity.checksum`.
  package let code: String
  /// What became of the row.
  package let severity: Severity
  /// The line in a text file, the row in a sheet, or the ordinal of a JSON object; nil for a column as a whole.
  package let row: Int?
  /// The sheet, where the input has several.
  package let sheet: String?
  /// The heading of the column at fault; nil for the row as a whole.
  package let column: String?
  /// The cell or value, masked and short; nil where there is none.
  package let value: String?
  /// What is wrong and what to do, in a sentence or two.
  package let text: Text
  /// The part of the text that is this row's own; nil when every row with the same fault is told the same.
  package let detail: Text?

  /// The text in English, which JSON has.
  package var message: String { text.english }

  /// A problem whose parts are already fit to be shown.
  package init(
    code: String, severity: Severity, row: Int?, sheet: String? = nil, column: String?, value: String?, text: Text,
    detail: Text? = nil
  ) {
    self.code = code
    self.severity = severity
    self.row = row
    self.sheet = sheet
    self.column = column
    self.value = value
    self.text = text
    self.detail = detail
  }
}
