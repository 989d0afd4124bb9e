package import CustomerModel

/// What is known of one rule code: what it asks, how hard it is, how far the configuration may change that.
///
/// A reference type, so that a finding names its rule by one pointer.
package final class RuleInfo: Sendable {
  /// Stable and public, such as `identity.checksum`.
  package let code: String
  /// What becomes of a row that breaks the rule when the configuration says nothing.
  package let severity: Severity
  /// The severities that the configuration may choose.
  package let allowed: [Severity]
  /// What the rule asks, in a sentence.
  package let sentence: String
  /// True when the register cannot store a value that breaks the rule: when the rule only warns, the value is left out.
  package let guardsStorage: Bool
  /// The message of a problem at a place.
  let message: @Sendable (RulePlace) -> String

  /// A rule whose severity the configuration may choose freely.
  init(_ code: String, _ severity: Severity, _ sentence: String, message: @escaping @Sendable (RulePlace) -> String) {
    self.code = code
    self.severity = severity
    self.allowed = Severity.allCases
    self.sentence = sentence
    self.guardsStorage = false
    self.message = message
  }

  /// A rule that keeps what cannot be stored out of the register, so that it cannot be switched off.
  init(
    guarding code: String, _ sentence: String, severity: Severity = .reject,
    message: @escaping @Sendable (RulePlace) -> String
  ) {
    self.code = code
    self.severity = severity
    self.allowed = [.reject, .warn]
    self.sentence = sentence
    self.guardsStorage = true
    self.message = message
  }

  /// A rule on which the register's integrity rests.
  init(fixed code: String, _ sentence: String, message: @escaping @Sendable (RulePlace) -> String) {
    self.code = code
    self.severity = .reject
    self.allowed = [.reject]
    self.sentence = sentence
    self.guardsStorage = false
    self.message = message
  }

  /// A remark on a column as a whole.
  init(notice code: String, _ sentence: String, message: @escaping @Sendable (RulePlace) -> String) {
    self.code = code
    self.severity = .warn
    self.allowed = [.warn, .off]
    self.sentence = sentence
    self.guardsStorage = false
    self.message = message
  }
}

/// Where a rule was broken, for its message.
struct RulePlace: Sendable {
  /// The column's heading, or the field's own when no column filled it.
  let header: String
  let path: FieldPath?
  let settings: RegisterSettings
  /// What the rule has to add, such as the other row of a pair; empty for most.
  var detail = ""
  var origin = ValueOrigin.text
  /// What becomes of the row. A sentence may only say that a value is kept where it is.
  var severity = Severity.reject
  /// False when no column gives the field.
  var hasColumn = true

  /// The heading in quotation marks, on one line.
  var column: String {
    let words = header.unicodeScalars.split { $0.properties.isWhitespace || $0.properties.generalCategory == .control }
    return "“\(words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ").cutForSentence)”"
  }
}
