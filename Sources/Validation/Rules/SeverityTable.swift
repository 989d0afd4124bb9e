import CustomerModel
import Documents

/// The severity of every rule in this run: the built-in ones with the configuration's over them.
struct SeverityTable: Sendable {
  private let chosen: [String: Severity]

  /// The built-in severities.
  init() { chosen = [:] }

  /// - Throws: ``KundregError`` with status 78 and code `config.rule` for a code that no rule has and for a severity that
  ///   the rule does not allow.
  init(_ overrides: [String: Severity]) throws(KundregError) {
    for (code, severity) in overrides.sorted(by: { $0.key < $1.key }) {
      guard let info = RuleCatalogue.info(code) else {
        let near = NearestName.find(code, among: RuleCatalogue.all.map(\.code))
        throw KundregError(.configRule, SeverityTexts.unknownRule(code, near: near))
      }
      guard info.allowed.contains(severity) else {
        throw KundregError(
          .configRule, SeverityTexts.notAllowed(severity, for: code, allowed: info.allowed.map(\.rawValue)))
      }
    }
    chosen = overrides
  }

  func severity(of info: RuleInfo) -> Severity { chosen[info.code] ?? info.severity }

  func isOff(_ info: RuleInfo) -> Bool { severity(of: info) == .off }
}
