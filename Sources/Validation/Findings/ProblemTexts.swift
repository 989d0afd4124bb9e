import CustomerModel
import Rows
import Texts

/// Makes problems of findings, each text once for all rows that share it.
struct ProblemTexts {
  private struct Key: Hashable {
    let rule: ObjectIdentifier
    let place: Int
    let mark: String
    let detail: Text
    let header: String?
    let severity: Severity
    let hasColumn: Bool
    let isOfMapping: Bool
  }

  private let validator: Validator
  private var texts: [Key: Text] = [:]

  init(validator: Validator) { self.validator = validator }

  /// The problem of a value rule, whose place is a column.
  mutating func problem(_ finding: RuleFinding, inColumnOf batch: RecordBatch) -> Problem {
    let column = validator.columns[finding.place]
    return problem(finding, column, SourceCells(finding, column, batch, headers: validator.headers))
  }

  /// The problem of a card rule, whose place is a slot that a column may fill.
  mutating func problem(_ finding: RuleFinding, slotColumn: Int, of batch: RecordBatch) -> Problem {
    guard slotColumn >= 0 else { return problem(finding, path: CardSlot.path(finding.place), value: nil, isOld: false) }
    let column = validator.columns[slotColumn]
    return problem(finding, column, SourceCells(finding, column, batch, headers: validator.headers))
  }

  private mutating func problem(_ finding: RuleFinding, _ column: RecordColumn, _ cells: SourceCells) -> Problem {
    let severity = validator.severities.severity(of: finding.info)
    return Problem(
      code: finding.info.code, severity: severity, path: column.path, column: cells.column, value: cells.value,
      text: text(
        finding, header: column.isCalledByField ? nil : cells.header, path: column.path, severity: severity,
        hasColumn: !cells.isLacking, isOfMapping: cells.isOfMapping),
      detail: finding.ownDetail)
  }

  /// The problem of a card rule on a card that stands in no batch.
  mutating func problem(_ finding: RuleFinding, path: FieldPath, value: String?, isOld: Bool) -> Problem {
    let severity = isOld ? .warn : validator.severities.severity(of: finding.info)
    let column = validator.columns.first { $0.path == path }
    return Problem(
      code: finding.info.code, severity: severity, path: path, column: column?.sources.first,
      value: value,
      text: text(
        finding, header: column.flatMap { $0.isCalledByField ? nil : $0.header }, path: path, severity: severity,
        // A card that a person edits comes from no file.
        hasColumn: column.map { !$0.isLacking } ?? validator.headers.isEmpty),
      detail: finding.ownDetail)
  }

  /// - Parameter header: what the file calls the column; nil when no column of it gives the field.
  private mutating func text(
    _ finding: RuleFinding, header: String?, path: FieldPath, severity: Severity, hasColumn: Bool = true,
    isOfMapping: Bool = false
  ) -> Text {
    let key = Key(
      rule: ObjectIdentifier(finding.info), place: finding.place, mark: finding.mark, detail: finding.detail,
      header: header, severity: severity, hasColumn: hasColumn, isOfMapping: isOfMapping)
    if let known = texts[key] { return known }
    let context = validator.context
    var sentences = [
      finding.info.text(
        RulePlace(
          header: header.map { Text(verbatim: $0) } ?? path.label, path: path, settings: context.settings,
          mark: finding.mark, detail: finding.detail, origin: context.origin, severity: severity, hasColumn: hasColumn))
    ]
    if isOfMapping { sentences.append(RuleTexts.ofMapping) }
    if finding.info.guardsStorage, validator.severities.severity(of: finding.info) == .warn {
      sentences.append(RuleTexts.leftOut)
    }
    let text = sentences.joined()
    texts[key] = text
    return text
  }
}

extension RuleFinding {
  /// What the text has to add for this row alone; nil for most.
  fileprivate var ownDetail: Text? { detail.isEmpty ? nil : detail }
}
