import CustomerModel

/// What can be wrong with a sheet that is well-formed XML. Callbacks record it; only the reader makes a sentence of it.
enum SheetFailure {
  case rowReference
  case cellReference
  case tooManyColumns
  case sharedString(CellReference)
  case tooMuchAtOnce

  func error(_ context: SheetContext, part: String, line: Int) -> KundregError {
    switch self {
    case .rowReference:
      malformed(context, part, line, "a row number that is no number from 1 to \(CellReference.rowLimit)")
    case .cellReference:
      malformed(context, part, line, "a cell whose reference lies outside of A1 to XFD\(CellReference.rowLimit)")
    case .tooManyColumns:
      malformed(context, part, line, "a row with more than \(CellReference.columnLimit) columns")
    case .sharedString(let cell):
      malformed(context, part, line, "cell \(cell.text) refers to a shared text that the workbook does not have")
    case .tooMuchAtOnce:
      KundregError(
        .unreadableInput, code: "xlsx.partTooLarge",
        "The sheet \"\(context.sheet)\" of the workbook \(context.path) unpacks to more than "
          + "\(SheetParse.pendingLimit >> 20) MB within a few rows near its line \(line). Split the texts of its cells."
      )
    }
  }

  private func malformed(_ context: SheetContext, _ part: String, _ line: Int, _ detail: String) -> KundregError {
    WorkbookErrors.malformed(context.path, part: part, line: line, detail: "sheet \"\(context.sheet)\": \(detail)")
  }
}
