package import CustomerModel
import Texts

/// A column that holds values under no heading, so that no field takes them. Told once for a column: its rows are as good as
/// the others.
enum UnheadedColumn {
  static let unheaded = RuleInfo(notice: "column.unheaded", "A column that holds values has a heading.") {
    [
      $0.detail, Text(en: "Give the column a heading, or clear it.", sv: "Ge kolumnen en rubrik, eller töm den."),
    ].joined()
  }

  static let infos = [unheaded]

  /// What a column is called by its place: `Column F of sheet “Norr”`.
  ///
  /// - Parameter sheet: where the input has several.
  fileprivate static func label(_ column: String, sheet: String?) -> Text {
    sheet.map { Text(en: "Column \(column) of sheet “\($0)”", sv: "Kolumn \(column) på bladet ”\($0)”") }
      ?? Text(en: "Column \(column)", sv: "Kolumn \(column)")
  }

  fileprivate static func holds(_ column: Text, rows: Int, first: Int) -> Text {
    rows == 1
      ? Text(
        en: "\(column.english) has a value in row \(first) and no heading, so no field takes what stands there.",
        sv: "\(column.swedish) har ett värde på rad \(first) men ingen rubrik, så det läses inte in.")
      : Text(
        en:
          "\(column.english) has values in \(rows) rows, the first of them row \(first), and no heading, so no field takes "
          + "what stands there.",
        sv:
          "\(column.swedish) har värden på \(rows) rader, först på rad \(first), men ingen rubrik, så de läses inte in."
      )
  }
}

extension Validator {
  /// What is to be said of a column without a heading; nil when the configuration has switched its rule off.
  ///
  /// - Parameters:
  ///   - column: the column by its place: `F` in a workbook, `6` in a text.
  ///   - sheet: its sheet, where the input has several.
  ///   - rows: how many rows have a value there, and the first of them.
  package func notice(ofUnheaded column: String, sheet: String? = nil, rows: (count: Int, first: Int)) -> Problem? {
    let severity = severities.severity(of: UnheadedColumn.unheaded)
    guard severity != .off else { return nil }
    let place = RulePlace(
      header: .empty, path: nil, settings: context.settings,
      detail: UnheadedColumn.holds(
        UnheadedColumn.label(column, sheet: sheet), rows: rows.count, first: rows.first))
    return Problem(
      code: UnheadedColumn.unheaded.code, severity: severity, path: nil, text: UnheadedColumn.unheaded.text(place))
  }
}
