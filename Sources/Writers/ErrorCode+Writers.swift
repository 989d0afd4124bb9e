package import CustomerModel

extension ErrorCode {
  /// The codes of this room.
  package static let ofWriters = [
    outputUnknownFormat, outputCannotWrite, workbookSheetName, workbookTooManyRows, workbookTooManyColumns,
    workbookCellTooLong,
  ]

  static let outputUnknownFormat = ErrorCode(
    "output.unknownFormat", .usage, "The ending of the path does not say what to write.")
  static let outputCannotWrite = ErrorCode(
    "output.cannotWrite", .failed, "The file cannot be written. What stood there is untouched.")
  static let workbookSheetName = ErrorCode("workbook.sheetName", .failed, "Excel does not allow the name of the sheet.")
  static let workbookTooManyRows = ErrorCode(
    "workbook.tooManyRows", .failed, "There are more rows than a sheet of a workbook holds.")
  static let workbookTooManyColumns = ErrorCode(
    "workbook.tooManyColumns", .failed, "There are more columns than a sheet of a workbook holds.")
  static let workbookCellTooLong = ErrorCode(
    "workbook.cellTooLong", .failed, "A text is longer than a cell of a workbook holds.")
}
