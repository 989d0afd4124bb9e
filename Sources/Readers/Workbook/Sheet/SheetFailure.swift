import CustomerModel
import Texts

/// What can be wrong with a sheet that is well-formed XML. Callbacks record it; only the reader makes a sentence of it.
enum SheetFailure {
  case rowReference
  case cellReference
  case tooManyColumns
  /// Two elements give one cell different values.
  case cellTwice(CellReference)
  case sharedString(CellReference)
  /// A text among the rows stands in no cell; with its row where it stands in one.
  case textOutsideCells(row: Int?)

  func error(_ context: SheetContext, part: String, line: Int) -> KundregError {
    switch self {
    case .rowReference:
      malformed(context, part, line, SheetTexts.badRowNumber(limit: CellReference.rowLimit))
    case .cellReference:
      malformed(context, part, line, SheetTexts.badCellReference(rowLimit: CellReference.rowLimit))
    case .tooManyColumns:
      malformed(context, part, line, SheetTexts.tooManyColumns(limit: CellReference.columnLimit))
    case .cellTwice(let cell):
      KundregError(
        .xlsxCellTwice,
        SheetTexts.cellTwice(
          cell.text, row: cell.row, sheet: context.sheet, path: context.path, part: part, line: line))
    case .textOutsideCells(let row):
      KundregError(
        .xlsxTextOutsideCells,
        SheetTexts.textOutsideCells(row: row, sheet: context.sheet, path: context.path, part: part, line: line))
    case .sharedString(let cell):
      malformed(context, part, line, SheetTexts.sharedTextMissing(cell: cell.text))
    }
  }

  private func malformed(_ context: SheetContext, _ part: String, _ line: Int, _ detail: Text) -> KundregError {
    WorkbookErrors.malformed(context.path, part: part, line: line, detail: SheetTexts.ofSheet(context.sheet, detail))
  }
}
