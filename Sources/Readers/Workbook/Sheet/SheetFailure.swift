import CustomerModel

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
      malformed(context, part, line, "a row number that is no number from 1 to \(CellReference.rowLimit)")
    case .cellReference:
      malformed(context, part, line, "a cell whose reference lies outside of A1 to XFD\(CellReference.rowLimit)")
    case .tooManyColumns:
      malformed(context, part, line, "a row with more than \(CellReference.columnLimit) columns")
    case .cellTwice(let cell):
      KundregError(
        .unreadableInput, code: "xlsx.cellTwice",
        "The sheet \"\(context.sheet)\" of the workbook \(context.path) gives the cell \(cell.text) two values, near line \(line) "
          + "of its part \(part), so nobody knows what row \(cell.row) holds. Open the workbook in Excel, look at that row, and "
          + "save it.")
    case .textOutsideCells(let row):
      KundregError(
        .unreadableInput, code: "xlsx.textOutsideCells",
        "The sheet \"\(context.sheet)\" of the workbook \(context.path) has text in \(row.map { "row \($0)" } ?? "its table") that "
          + "stands in no cell, near line \(line) of its part \(part), and would be read nowhere: the program that wrote the file "
          + "writes no workbooks as Excel reads them. Open it in Excel, look whether the rows are whole, and save it."
      )
    case .sharedString(let cell):
      malformed(context, part, line, "cell \(cell.text) refers to a shared text that the workbook does not have")
    }
  }

  private func malformed(_ context: SheetContext, _ part: String, _ line: Int, _ detail: String) -> KundregError {
    WorkbookErrors.malformed(context.path, part: part, line: line, detail: "sheet \"\(context.sheet)\": \(detail)")
  }
}
