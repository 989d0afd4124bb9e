package import CustomerModel
import Rows
import Texts

/// Cells in which a workbook shows an error instead of a value, in columns that fill a field.
struct ErrorCellRule {
  static let infos = [error]

  static let error = RuleInfo(
    guarding: "cell.error", "A cell that fills a field holds a value, not an error of a spreadsheet."
  ) {
    switch $0.detail.english {
    case let shown where shown.hasPrefix("##"):
      Text(
        en:
          "\($0.column.english) holds number signs, which a spreadsheet shows where a column is too narrow for its "
          + "value. Make the column wider and export the list again, or write the value.",
        sv:
          "\($0.column.swedish) innehåller nummertecken, som ett kalkylprogram visar när en kolumn är för smal för "
          + "värdet. Gör kolumnen bredare och exportera listan igen, eller skriv värdet.")
    case "":
      Text(
        en: "\($0.column.english) holds an error of a spreadsheet. Mend the formula, or write the value itself.",
        sv: "\($0.column.swedish) innehåller ett fel från ett kalkylprogram. Rätta formeln, eller skriv värdet.")
    default:
      Text(
        en:
          "\($0.column.english) holds an error of a spreadsheet, \($0.detail.english). Mend the formula, or write "
          + "the value itself.",
        sv:
          "\($0.column.swedish) innehåller ett fel från ett kalkylprogram, \($0.detail.swedish). Rätta formeln, "
          + "eller skriv värdet.")
    }
  }

  private let columns: [RecordColumn]
  /// The batch columns that each source column fills.
  private let filled: [Int: [Int]]

  init(columns: [RecordColumn]) {
    self.columns = columns
    var filled: [Int: [Int]] = [:]
    for (index, column) in columns.enumerated() {
      for source in column.sources { filled[source, default: []].append(index) }
    }
    self.filled = filled
  }

  /// Reports each cell once, at the first field that it fills, and takes its text out of all of them.
  func check(_ batch: inout RecordBatch, severity: Severity, settings: RegisterSettings) {
    var row = 0
    for index in batch.rows.errorCells {
      while row + 1 < batch.count, batch.rows.rows[row + 1].firstCell <= index { row += 1 }
      let source = Int(index) - Int(batch.rows.rows[row].firstCell)
      guard let targets = filled[source], let first = targets.first else { continue }
      let column = columns[first]
      let value = batch.rows.text(row: row, column: source)
      let place = RulePlace(
        header: Text(verbatim: column.header), path: column.path, settings: settings,
        detail: Text(verbatim: value ?? ""))
      batch.problems.append((row, Self.problem(place, severity, column: source, value: value)))
      for target in targets { batch[column: target, row: row] = .absent }
    }
  }

  fileprivate static func problem(_ place: RulePlace, _ severity: Severity, column: Int, value: String?) -> Problem {
    let text = error.text(place)
    return Problem(
      code: error.code, severity: severity, path: place.path, column: column, value: value,
      text: severity == .warn ? [text, RuleTexts.leftOut].joined() : text)
  }
}

extension Validator {
  /// What is to be said of a cell of a file of records that holds an error of its workbook. Where that only warns the cell is to be
  /// taken for blank.
  package func problem(ofErrorIn column: Int, value: String?) -> Problem {
    let place = RulePlace(
      header: Text(verbatim: headers[column]), path: nil, settings: context.settings,
      detail: Text(verbatim: value ?? ""), origin: context.origin)
    return ErrorCellRule.problem(place, severities.severity(of: ErrorCellRule.error), column: column, value: value)
  }
}
