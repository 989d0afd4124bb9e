import CustomerModel
import Rows

/// Makes problems of findings, each message once for all rows that share it.
struct ProblemTexts {
  private struct Key: Hashable {
    let rule: ObjectIdentifier
    let place: Int
    let detail: String
    let header: String
    let severity: Severity
    let hasColumn: Bool
    let isOfMapping: Bool
  }

  private let validator: Validator
  private var messages: [Key: String] = [:]

  init(validator: Validator) { self.validator = validator }

  /// The problem of a value rule, whose place is a column.
  mutating func problem(_ finding: Finding, inColumnOf batch: RecordBatch) -> Problem {
    let column = validator.columns[finding.place]
    return problem(finding, column, SourceCells(finding, column, batch, headers: validator.headers))
  }

  /// The problem of a card rule, whose place is a slot that a column may fill.
  mutating func problem(_ finding: Finding, slotColumn: Int, of batch: RecordBatch) -> Problem {
    guard slotColumn >= 0 else { return problem(finding, path: CardSlot.path(finding.place), value: nil, isOld: false) }
    let column = validator.columns[slotColumn]
    return problem(finding, column, SourceCells(finding, column, batch, headers: validator.headers))
  }

  private mutating func problem(_ finding: Finding, _ column: RecordColumn, _ cells: SourceCells) -> Problem {
    let severity = validator.severities.severity(of: finding.info)
    return Problem(
      code: finding.info.code, severity: severity, path: column.path, column: cells.column, value: cells.value,
      message: message(
        finding, header: cells.header, path: column.path, severity: severity, hasColumn: !cells.isLacking,
        isOfMapping: cells.isOfMapping),
      detail: finding.ownDetail)
  }

  /// The problem of a card rule on a card that stands in no batch.
  mutating func problem(_ finding: Finding, path: FieldPath, value: String?, isOld: Bool) -> Problem {
    let severity = isOld ? .warn : validator.severities.severity(of: finding.info)
    let column = validator.columns.first { $0.path == path }
    return Problem(
      code: finding.info.code, severity: severity, path: path, column: column?.sources.first,
      value: value,
      message: message(
        finding, header: column?.header ?? path.heading, path: path, severity: severity,
        // A card that a person edits comes from no file.
        hasColumn: column.map { !$0.isLacking } ?? validator.headers.isEmpty),
      detail: finding.ownDetail)
  }

  private mutating func message(
    _ finding: Finding, header: String, path: FieldPath, severity: Severity, hasColumn: Bool = true,
    isOfMapping: Bool = false
  ) -> String {
    let key = Key(
      rule: ObjectIdentifier(finding.info), place: finding.place, detail: finding.detail, header: header,
      severity: severity, hasColumn: hasColumn, isOfMapping: isOfMapping)
    if let known = messages[key] { return known }
    let context = validator.context
    var text = finding.info.message(
      RulePlace(
        header: header, path: path, settings: context.settings, detail: finding.detail, origin: context.origin,
        severity: severity, hasColumn: hasColumn))
    if isOfMapping { text += " The mapping gives this value: correct it there." }
    if finding.info.guardsStorage, validator.severities.severity(of: finding.info) == .warn {
      text += " The value is left out."
    }
    messages[key] = text
    return text
  }
}

extension Finding {
  /// What the message has to add for this row alone; nil for most.
  fileprivate var ownDetail: String? { detail.isEmpty ? nil : detail }
}
