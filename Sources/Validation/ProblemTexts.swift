import CustomerModel
import Rows

/// Makes problems of findings, each message once for all rows that share it.
struct ProblemTexts {
  private struct Key: Hashable {
    let rule: ObjectIdentifier
    let place: Int
    let detail: String
  }

  private let validator: Validator
  private var messages: [Key: String] = [:]

  init(validator: Validator) { self.validator = validator }

  /// The problem of a value rule, whose place is a column.
  mutating func problem(_ finding: Finding, inColumnOf batch: RecordBatch) -> Problem {
    let column = validator.columns[finding.place]
    return Problem(
      code: finding.info.code, severity: validator.severities.severity(of: finding.info), path: column.path,
      column: column.sources.first, value: Self.sourceText(finding, column, batch),
      message: message(finding, header: column.header, path: column.path))
  }

  /// The problem of a card rule, whose place is a slot that a column may fill.
  mutating func problem(_ finding: Finding, slotColumn: Int, of batch: RecordBatch) -> Problem {
    guard slotColumn >= 0 else { return problem(finding, path: CardSlot.path(finding.place), value: nil, isOld: false) }
    let column = validator.columns[slotColumn]
    return Problem(
      code: finding.info.code, severity: validator.severities.severity(of: finding.info), path: column.path,
      column: column.sources.first, value: Self.sourceText(finding, column, batch),
      message: message(finding, header: column.header, path: column.path))
  }

  /// The problem of a card rule on a card that stands in no batch.
  mutating func problem(_ finding: Finding, path: FieldPath, value: String?, isOld: Bool) -> Problem {
    let severity = validator.severities.severity(of: finding.info)
    let column = validator.columns.first { $0.path == path }
    return Problem(
      code: finding.info.code, severity: isOld ? .warn : severity, path: path, column: column?.sources.first,
      value: value,
      message: message(finding, header: column?.header ?? path.heading, path: path))
  }

  private mutating func message(_ finding: Finding, header: String, path: FieldPath) -> String {
    let key = Key(rule: ObjectIdentifier(finding.info), place: finding.place, detail: finding.detail)
    if let known = messages[key] { return known }
    let settings = validator.context.settings
    var text = finding.info.message(
      RulePlace(header: header, path: path, settings: settings, detail: finding.detail))
    if finding.info.guardsStorage, validator.severities.severity(of: finding.info) == .warn {
      text += " The value is left out."
    }
    messages[key] = text
    return text
  }

  /// The cell as it stood in the source; for a value made of several cells, the value.
  private static func sourceText(_ finding: Finding, _ column: RecordColumn, _ batch: RecordBatch) -> String? {
    if column.sources.count == 1, let text = batch.rows.text(row: finding.row, column: column.sources[0]) {
      return text
    }
    guard finding.value.isPresent else { return nil }
    return String(decoding: batch.rows.arena[finding.value.range], as: UTF8.self)
  }
}
