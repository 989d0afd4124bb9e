import CustomerModel
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
    case .fraction, .control: nil
    }
  }
}
