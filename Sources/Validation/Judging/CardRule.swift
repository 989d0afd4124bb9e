import CustomerModel
import Rows

/// A rule on several fields of a card, or on a field that must be there. It is called once for a batch of rows, or for one
/// merged card.
protocol CardRule: Sendable {
  /// The codes that the rule reports.
  static var infos: [RuleInfo] { get }
  /// The fields whose values decide. An existing card on which none of them changes is not rejected for what it already was.
  static var fields: [Field] { get }
  /// Nil when the register's settings leave the rule nothing to ask.
  init?(settings: RegisterSettings)
  func check(_ table: JudgedCards, _ findings: inout CardFindings)
}

/// Where card rules put what they find.
struct CardFindings {
  let severities: SeverityTable
  private(set) var findings: [RuleFinding] = []

  init(severities: SeverityTable) { self.severities = severities }

  /// Reports one card at the field that is to be mended.
  ///
  /// - Parameter mark: which of the rule's sentences fits; empty for its usual one.
  mutating func report(_ row: Int, _ info: RuleInfo, at column: CardColumn, mark: String = "") {
    guard !severities.isOff(info) else { return }
    findings.append(
      RuleFinding(
        row: row, place: column.slot, info: info, value: column.values?[row] ?? RecordBatch.Value.absent, mark: mark))
  }
}
