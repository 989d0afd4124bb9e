import CustomerModel
import Rows
import Texts

/// Rows of a text with more cells than the header has. Blank cells beyond it are what spreadsheets leave behind, and are passed over.
/// In a file of rejected rows what a sheet had under no heading stands there, too.
struct LongRowRule {
  static let infos = [long]

  static let long = RuleInfo(fixed: "row.long", "A row of a text file has no more cells than the header.") {
    switch $0.origin {
    case .text:
      Text(
        en:
          "The row has more cells than the header. A delimiter may stand unquoted inside a value: put quotation "
          + "marks around it.",
        sv:
          "Raden har fler celler än rubrikraden. En avgränsare kan stå utan citattecken inne i ett värde: sätt "
          + "citattecken runt det.")
    default:
      Text(
        en: "The row has cells right of the last heading. Give their column a heading, or empty them.",
        sv: "Raden har celler till höger om den sista rubriken. Ge kolumnen en rubrik, eller töm cellerna.")
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
        let place = RulePlace(header: .empty, path: nil, settings: RegisterSettings(), origin: origin)
        batch.problems.append(
          (
            row,
            Problem(
              code: Self.long.code, severity: .reject, path: nil, column: column,
              value: batch.rows.text(row: row, column: column), text: Self.long.text(place))
          ))
        break
      }
    }
  }
}
