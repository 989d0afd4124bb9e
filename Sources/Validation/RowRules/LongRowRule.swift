import CustomerModel
import Rows

/// Rows of a text with more cells than the header has. Blank cells beyond it are what spreadsheets leave behind, and are passed over.
/// In a file of rejected rows what a sheet had under no heading stands there, too.
struct LongRowRule {
  static let infos = [long]

  static let long = RuleInfo(fixed: "row.long", "A row of a text file has no more cells than the header.") {
    switch $0.origin {
    case .text:
      "The row has more cells than the header. A delimiter may stand unquoted inside a value: put quotation marks around it."
    default: "The row has cells right of the last heading. Give their column a heading, or empty them."
    }
  }

  /// The number of columns in the header.
  let width: Int
  let origin: ValueOrigin
  /// The column of the reasons in a file of rejected rows; nil in any other.
  var reasonsColumn: Int?

  func check(_ batch: inout RecordBatch) {
    for row in 0..<batch.count where Int(batch.rows.rows[row].cellCount) > width {
      let header = batch.rows.rows[row]
      for column in width..<Int(header.cellCount) {
        let cell = batch.rows.cells[Int(header.firstCell) + column]
        guard !cell.isMissing, cell.length > 0,
          !batch.rows.arena.withUnsafeBytes({ BlankText.isBlank(UnsafeRawBufferPointer(rebasing: $0[cell.range])) })
        else { continue }
        if let reasonsColumn, RejectedReasons.areOfSheet(batch.rows.text(row: row, column: reasonsColumn) ?? "") {
          break
        }
        let place = RulePlace(header: "", path: nil, settings: RegisterSettings(), origin: origin)
        batch.problems.append(
          (
            row,
            Problem(
              code: Self.long.code, severity: .reject, path: nil, column: column,
              value: batch.rows.text(row: row, column: column), message: Self.long.message(place))
          ))
        break
      }
    }
  }
}
