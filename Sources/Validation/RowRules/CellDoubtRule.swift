package import CustomerModel
import Rows

/// Cells that look damaged and may yet be right: a name that is a word for nothing, an apostrophe before a digit in a name.
enum CellDoubtRule {
  static let infos = [word, textGuard]

  private static let word = RuleInfo(
    "cell.blankWord", .warn, "A cell holds a value, not a word that programs write for none."
  ) {
    "\($0.column) holds a word that programs write where they have no value. "
      + $0.remedy("blank the cell if it is not meant so, or list the word in the mapping's \"blankWords\".")
  }
  /// What becomes of the word in a name where the customer has one already.
  private static let nameStays = RuleInfo(
    "cell.blankWord", .warn, "A cell holds a value, not a word that programs write for none."
  ) {
    "\($0.column) holds a word that programs write where they have no value, so the customer keeps its name. Blank the cell, or "
      + "change the name by hand if the customer is called so."
  }
  private static let textGuard = RuleInfo(
    "cell.guard", .warn, "A text has no sign before it that only tells a spreadsheet that it is a text."
  ) {
    "\($0.column) begins with an apostrophe or an equals sign that a spreadsheet may have put before a text. "
      + $0.remedy("take it off if it is not meant so.")
  }

  /// Reports each cell once, at the first field that it fills.
  static func check(_ batch: inout RecordBatch, _ validator: Validator) {
    for doubt in batch.doubts {
      guard let info = info(doubt.kind), let column = batch.columns.first(where: { $0.sources.contains(doubt.column) })
      else { continue }
      let severity = validator.severities.severity(of: info)
      guard severity != .off else { continue }
      let header = validator.headers.indices.contains(doubt.column) ? validator.headers[doubt.column] : column.header
      let place = RulePlace(
        header: header, path: column.path, settings: validator.context.settings, origin: validator.context.origin,
        severity: severity)
      batch.problems.append(
        (
          doubt.row,
          Problem(
            code: info.code, severity: severity, path: column.path, column: doubt.column,
            value: batch.rows.text(row: doubt.row, column: doubt.column), message: info.message(place))
        ))
    }
  }

  private static func info(_ kind: CellRepair.Kind) -> RuleInfo? {
    switch kind {
    case .blankWord: word
    case .textGuard: textGuard
    case .fraction, .control, .keptFraction: nil
    }
  }
}

extension Validator {
  /// The problems of a row of a customer that is there, when its name is a word for nothing, so that the name is not to be taken.
  ///
  /// - Returns: nil when the name is none, or what somebody decided of such words rejects the row.
  package func problemsKeepingName(_ problems: [Problem]) -> [Problem]? {
    CellDoubtRule.keepingName(problems, context.settings)
  }
}

extension CellDoubtRule {
  fileprivate static func keepingName(_ problems: [Problem], _ settings: RegisterSettings) -> [Problem]? {
    let name = FieldPath(.customerName)
    guard
      let place = problems.firstIndex(where: { $0.code == word.code && $0.path == name && $0.severity == .warn })
    else { return nil }
    var problems = problems
    let found = problems[place]
    // Its sentence begins with the heading.
    let header = found.message.prefix { $0 != "”" }.dropFirst()
    problems[place] = Problem(
      code: found.code, severity: found.severity, path: found.path, column: found.column, value: found.value,
      message: nameStays.message(RulePlace(header: String(header), path: name, settings: settings)))
    return problems
  }
}
