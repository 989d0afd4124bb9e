package import Texts

/// What becomes of a row that breaks a rule.
package enum Severity: String, Sendable, Hashable, Codable, CaseIterable {
  /// The row is left out and goes to the rejects file.
  case reject
  /// The row is taken and the problem reported.
  case warn
  /// The rule is not asked.
  case off

  /// What a person calls it, of a row.
  package var label: Text {
    switch self {
    case .reject: Text(en: rawValue, sv: "avvisad")
    case .warn: Text(en: rawValue, sv: "varning")
    case .off: Text(en: rawValue, sv: "av")
    }
  }
}

/// One thing wrong with one row: what, where, and what to do about it.
package struct Problem: Sendable, Hashable {
  /// The rule's stable code, such as `identity.checksum`.
  package let code: String
  package let severity: Severity
  /// The field concerned; nil when it is the row as a whole.
  package let path: FieldPath?
  /// The index of the source column at fault, from 0; nil when the field came from no column, or from the row as a whole.
  package let column: Int?
  /// The value at fault as it stood in the source. May hold a personal identity number: mask before showing.
  package let value: String?
  /// What is wrong and how to mend it, in sentences an admin understands. Never holds the value of a sensitive field.
  package let text: Text
  /// The part of the text that is this row's own; nil when every row with the same fault is told the same.
  package let detail: Text?

  /// The text in English, which JSON has.
  package var message: String { text.english }

  package init(
    code: String, severity: Severity, path: FieldPath?, column: Int? = nil, value: String? = nil, text: Text,
    detail: Text? = nil
  ) {
    self.code = code
    self.severity = severity
    self.path = path
    self.column = column
    self.value = value
    self.text = text
    self.detail = detail
  }

  /// The same problem, told in another way or of another severity.
  package func told(as text: Text? = nil, _ severity: Severity? = nil) -> Problem {
    Problem(
      code: code, severity: severity ?? self.severity, path: path, column: column, value: value,
      text: text ?? self.text, detail: detail)
  }
}
