package import CustomerModel
import Texts

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
  /// What is told of a problem at a place.
  let text: @Sendable (RulePlace) -> Text

  /// A rule whose severity the configuration may choose freely.
  init(_ code: String, _ severity: Severity, _ sentence: String, text: @escaping @Sendable (RulePlace) -> Text) {
    self.code = code
    self.severity = severity
    self.allowed = Severity.allCases
    self.sentence = sentence
    self.guardsStorage = false
    self.text = text
  }

  /// A rule that keeps what cannot be stored out of the register, so that it cannot be switched off.
  init(
    guarding code: String, _ sentence: String, severity: Severity = .reject,
    text: @escaping @Sendable (RulePlace) -> Text
  ) {
    self.code = code
    self.severity = severity
    self.allowed = [.reject, .warn]
    self.sentence = sentence
    self.guardsStorage = true
    self.text = text
  }

  /// A rule on which the register's integrity rests.
  init(fixed code: String, _ sentence: String, text: @escaping @Sendable (RulePlace) -> Text) {
    self.code = code
    self.severity = .reject
    self.allowed = [.reject]
    self.sentence = sentence
    self.guardsStorage = false
    self.text = text
  }

  /// A remark on a column as a whole.
  init(notice code: String, _ sentence: String, text: @escaping @Sendable (RulePlace) -> Text) {
    self.code = code
    self.severity = .warn
    self.allowed = [.warn, .off]
    self.sentence = sentence
    self.guardsStorage = false
    self.text = text
  }
}

/// Where a rule was broken, for what is told of it.
struct RulePlace: Sendable {
  /// The column's heading, or the field's own when no column filled it.
  let header: Text
  let path: FieldPath?
  let settings: RegisterSettings
  /// Which of the rule's sentences fits; empty for its usual one.
  var mark = ""
  /// What the rule has to add, such as the other row of a pair; empty for most.
  var detail = Text.empty
  /// How many cells are meant, where a sentence tells of several.
  var count = 1
  var origin = ValueOrigin.text
  /// What becomes of the row. A sentence may only say that a value is kept where it is.
  var severity = Severity.reject
  /// False when no column gives the field.
  var hasColumn = true

  /// The heading in quotation marks, on one line.
  var column: Text { Text(en: "“\(Self.line(header.english))”", sv: "”\(Self.line(header.swedish))”") }

  /// True when a cell of a file is empty where the field should have a value, false when no column gives the field.
  var isEmptyCell: Bool { hasColumn && origin.isFile }

  /// True when a value that is only doubted is kept.
  var isKept: Bool { severity == .warn }

  /// What is told of a value that is only doubted: it is kept unless the configuration rejects its row.
  func doubted(_ trouble: Text, _ remedy: Text) -> Text {
    (isKept ? [trouble, RuleTexts.kept, remedy] : [trouble, remedy]).joined()
  }

  private static func line(_ text: String) -> String {
    let words = text.unicodeScalars.split { $0.properties.isWhitespace || $0.properties.generalCategory == .control }
    return words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ").cutForSentence
  }
}
