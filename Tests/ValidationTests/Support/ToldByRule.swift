import CustomerModel
import Texts

@testable import Validation

/// What a rule tells of a place: which of its sentences with which arguments, whatever their words.
///
/// - Parameters:
///   - field: the field at fault; nil where the row as a whole is.
///   - header: what the column is called; nil where its heading is the field's name.
///   - mark: which of the rule's sentences is meant; empty for its usual one.
func told(
  _ code: String, of field: String?, header: Text? = nil, settings: RegisterSettings = RegisterSettings(),
  mark: String = "", detail: Text = .empty, count: Int = 1, origin: ValueOrigin = .text, severity: Severity = .reject,
  hasColumn: Bool = true
) -> Text {
  guard let info = RuleCatalogue.info(code) else { preconditionFailure("no rule \(code)") }
  return info.text(
    RulePlace(
      header: header ?? Text(verbatim: field ?? ""), path: field.flatMap { FieldPath($0) }, settings: settings,
      mark: mark, detail: detail, count: count, origin: origin, severity: severity, hasColumn: hasColumn))
}
