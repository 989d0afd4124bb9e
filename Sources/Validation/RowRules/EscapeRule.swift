package import CustomerModel
import Rows
import Texts

/// Cells of a text file in which a backslash seems to take the meaning from the character after it, where nothing shows that backslashes
/// do so in the file. They are kept as they stand.
enum EscapeRule {
  static let infos = [escape]

  static let escape = RuleInfo(
    "cell.escape", .warn, "A text holds no backslash that was only meant to protect the character after it."
  ) {
    $0.doubted(
      Text(
        en:
          "\($0.column.english) holds a backslash that may only protect the character after it, as programs write "
          + "O\\'Hara for O'Hara, and nothing in the file shows that backslashes do that.",
        sv:
          "\($0.column.swedish) innehåller ett omvänt snedstreck som kanske bara skyddar tecknet efter, som när "
          + "program skriver O\\'Hara för O'Hara, och inget i filen visar att omvända snedstreck gör det."),
      Text(
        en:
          "Say in the mapping whether they do: \"escape\": \"\\\\\" if they do, \"escape\": \"\" if they do not.",
        sv:
          "Ange i mappningen om de gör det: \"escape\": \"\\\\\" om de gör det, \"escape\": \"\" om inte."))
  }

  /// Reports each such cell that fills a field.
  static func check(_ batch: inout RecordBatch, _ validator: Validator) {
    let severity = validator.severities.severity(of: escape)
    guard severity != .off else { return }
    var row = 0
    for index in batch.rows.escapeCells {
      while row + 1 < batch.count, batch.rows.rows[row + 1].firstCell <= index { row += 1 }
      let source = Int(index) - Int(batch.rows.rows[row].firstCell)
      guard let column = batch.columns.first(where: { $0.sources.contains(source) }) else { continue }
      let value = batch.rows.text(row: row, column: source)
      batch.problems.append((row, problem(column.path, at: source, value: value, severity, validator)))
    }
  }

  fileprivate static func problem(
    _ path: FieldPath?, at column: Int, value: String?, _ severity: Severity, _ validator: Validator
  ) -> Problem {
    let heading = validator.headers.indices.contains(column) ? validator.headers[column] : ""
    let place = RulePlace(
      header: Text(verbatim: heading), path: path, settings: validator.context.settings,
      origin: validator.context.origin, severity: severity)
    return Problem(
      code: escape.code, severity: severity, path: path, column: column, value: value, text: escape.text(place))
  }
}

extension Validator {
  /// What is to be said of a cell of a file of records that seems to hold an escape; nil where nothing is.
  package func problem(ofEscapeIn column: Int, value: String?) -> Problem? {
    let severity = severities.severity(of: EscapeRule.escape)
    return severity == .off ? nil : EscapeRule.problem(nil, at: column, value: value, severity, self)
  }
}
