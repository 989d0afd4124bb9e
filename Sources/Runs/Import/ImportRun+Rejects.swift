import CustomerModel
import Rows
import Writers
import Mapping

/// Where rejected rows go.
extension ImportRun {
  static func rejectsPath(_ options: ImportOptions, of source: ImportSource) -> String {
    options.rejects ?? RejectsFile.defaultPath(input: options.input, isWorkbook: source.format == .workbook)
  }

  /// - Throws: ``KundregError`` `rejects.sheetsDiffer` with status 64 for a text file that could not be imported again.
  func rejectsFile() throws -> RejectsFile {
    // The mended file is read by the same mapping, which may insist on how texts and sheets are.
    let textDelimiter = source.mapping.delimiter ?? UInt8(ascii: ";")
    let kind: RejectsFile.Kind
    switch source.format {
    case .delimited(let dialect): kind = .csv(delimiter: dialect.delimiter)
    case .workbook: kind = .workbook(sheet: source.tableName)
    case .json: kind = .csv(delimiter: textDelimiter)
    }
    let isWorkbook = source.format == .workbook
    let chosen: RejectsFile.Kind =
      switch (options.rejects.map { $0.lowercased().hasSuffix(".xlsx") } ?? isWorkbook, kind) {
      case (true, .csv): .workbook(sheet: source.mapping.sheet ?? "Rejects")
      case (false, .workbook): .csv(delimiter: textDelimiter)
      default: kind
      }
    if case .csv = chosen, !source.isOneTable {
      throw KundregError(
        .rejectsSheetsDiffer, RejectsTexts.sheetsDiffer(options.input), remedies: [.rejectToWorkbook])
    }
    let sheets =
      source.sheets.count > 1 ? source.sheets.map { RejectsFile.Sheet(name: $0.name, header: $0.header) } : []
    return RejectsFile(
      path: Self.rejectsPath(options, of: source), kind: chosen, header: source.header, sheets: sheets,
      language: options.language, keepsPrevious: options.rejects == nil)
  }
}
