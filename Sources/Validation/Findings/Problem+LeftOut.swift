package import CustomerModel
import Texts

extension Problem {
  /// A refusal as a warning: what it says, and that the value is left out.
  package func leavingOut(_ path: FieldPath) -> Problem {
    Problem(
      code: code, severity: .warn, path: path, column: column, value: value,
      text: [text, RuleTexts.leftOut].joined(),
      detail: detail)
  }
}
