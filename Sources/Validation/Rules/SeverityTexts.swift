package import CustomerModel
import Texts

/// What is told of severities that the configuration cannot have.
enum SeverityTexts {
  static func unknownRule(_ code: String, near: String?) -> Text {
    let unknown = Text(
      en: "The configuration's “rules” names “\(code)”, which is no rule.",
      sv: "”rules” i konfigurationen anger ”\(code)”, som inte är någon regel.")
    return [
      unknown,
      near.map { Text(en: "Did you mean “\($0)”?", sv: "Menade du ”\($0)”?") }
        ?? Text(en: "See the list of rules in the documentation.", sv: "Reglerna räknas upp i dokumentationen."),
    ].joined()
  }

  static func notAllowed(_ severity: Severity, for code: String, allowed: [String]) -> Text {
    Text(
      en:
        "The configuration's “rules” sets “\(code)” to “\(severity.rawValue)”, which the register's integrity does not "
        + "allow. Use \(allowed.map { "“\($0)”" }.joined(separator: " or ")), or leave the rule out.",
      sv:
        "”rules” i konfigurationen sätter ”\(code)” till ”\(severity.rawValue)”, vilket inte är tillåtet för att registret ska "
        + "hållas rätt. Använd \(allowed.map { "”\($0)”" }.joined(separator: " eller ")), eller utelämna regeln.")
  }
}

extension ErrorCode {
  /// The codes of this room.
  package static let ofValidation = [configRule]

  static let configRule = ErrorCode(
    "config.rule", .configuration,
    "The configuration names a rule that there is not, or a severity that the rule cannot have.")
}
