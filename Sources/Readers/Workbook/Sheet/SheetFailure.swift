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
      malformed(context, part, line, SheetReadingTexts.badRowNumber(limit: WorkbookLimits.rows))
    case .cellReference:
      malformed(context, part, line, SheetReadingTexts.badCellReference(rowLimit: WorkbookLimits.rows))
    case .tooManyColumns:
      malformed(context, part, line, SheetReadingTexts.tooManyColumns(limit: WorkbookLimits.columns))
    case .cellTwice(let cell):
      KundregError(
        .xlsxCellTwice,
        SheetReadingTexts.cellTwice(
          cell.text, row: cell.row, sheet: context.sheet, path: context.path, part: part, line: line))
    case .textOutsideCells(let row):
      KundregError(
        .xlsxTextOutsideCells,
        SheetReadingTexts.textOutsideCells(row: row, sheet: context.sheet, path: context.path, part: part, line: line))
    case .sharedString(let cell):
      malformed(context, part, line, SheetReadingTexts.sharedTextMissing(cell: cell.text))
    }
  }

  private func malformed(_ context: SheetContext, _ part: String, _ line: Int, _ detail: Text) -> KundregError {
    WorkbookErrors.malformed(
      context.path, part: part, line: line, detail: SheetReadingTexts.ofSheet(context.sheet, detail))
  }
}
