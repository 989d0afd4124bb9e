package import CustomerModel

/// A column that holds values under no heading, so that no field takes them. Told once for a column: its rows are as good as
/// the others.
enum UnheadedColumn {
  static let unheaded = RuleInfo(notice: "column.unheaded", "A column that holds values has a heading.") { place in
    "\(place.detail) and no heading, so no field takes what stands there. Give the column a heading, or clear it."
  }

  static let infos = [unheaded]
}

extension Validator {
  /// What is to be said of a column without a heading; nil when the configuration has switched its rule off.
  ///
  /// - Parameters:
  ///   - column: what the column is called in its place, such as `Column F of sheet “Norr”`.
  ///   - rows: how many rows have a value there, and the first of them.
  package func notice(ofUnheaded column: String, rows: (count: Int, first: Int)) -> Problem? {
    let severity = severities.severity(of: UnheadedColumn.unheaded)
    guard severity != .off else { return nil }
    let values =
      rows.count == 1
      ? "a value in row \(rows.first)" : "values in \(rows.count) rows, the first of them row \(rows.first),"
    let place = RulePlace(header: "", path: nil, settings: context.settings, detail: "\(column) has \(values)")
    return Problem(
      code: UnheadedColumn.unheaded.code, severity: severity, path: nil, message: UnheadedColumn.unheaded.message(place)
    )
  }
}
