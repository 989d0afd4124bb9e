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
        let hint = near.map { "Did you mean “\($0)”?" } ?? "See the list of rules in the documentation."
        throw KundregError(
          .configuration, code: "config.rule", "The configuration's “rules” names “\(code)”, which is no rule. \(hint)")
      }
      guard info.allowed.contains(severity) else {
        let allowed = info.allowed.map { "“\($0.rawValue)”" }.joined(separator: " or ")
        throw KundregError(
          .configuration, code: "config.rule",
          "The configuration's “rules” sets “\(code)” to “\(severity.rawValue)”, which the register's integrity does not "
            + "allow. Use \(allowed), or leave the rule out.")
      }
    }
    chosen = overrides
  }

  func severity(of info: RuleInfo) -> Severity { chosen[info.code] ?? info.severity }

  func isOff(_ info: RuleInfo) -> Bool { severity(of: info) == .off }
}
