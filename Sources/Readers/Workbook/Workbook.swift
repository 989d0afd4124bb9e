import CustomerModel
package import Rows
import Synchronization
package import Texts

/// An Office Open XML workbook (`.xlsx`, `.xlsm`; ECMA-376, transitional and strict): each worksheet is a table.
///
/// Sheets are streamed: memory grows with the table of shared strings, which the format makes necessary, and not with the
/// rows. Rows that show nothing are skipped; a row's position is the sheet's own row number. Cells are what a person
/// sees where it matters: dates as `YYYY-MM-DD`, booleans as `true` and `false`, formulas by their stored result.
package struct Workbook: TableSource {
  private let path: String
  private let options: ReadingOptions
  private let structure: WorkbookStructure
  private let formats: NumberFormats
  private let strings = SharedStringsCache()
  private let notes = WorkbookNotes()

  /// Opens a workbook and reads its structure, no sheet yet.
  ///
  /// - Throws: ``KundregError`` with status 65 when the file is no workbook that can be read; the message says what it is
  ///   and what to do.
  package init(path: String, options: ReadingOptions) throws {
    self.path = path
    self.options = options
    let archive = try WorkbookArchive(path: path, maximumPartSize: options.maximumPartSize)
    structure = try WorkbookStructure(archive)
    formats = try structure.numberFormats(archive)
  }

  package var format: SourceFormat { .workbook }

  package var tables: [TableInfo] { structure.sheets.map(\.table) }

  /// A reader over one sheet.
  ///
  /// - Throws: ``KundregError`` with status 65 when the sheet's part or the shared strings are missing or damaged.
  package func rows(ofTable index: Int) throws -> any RowReader {
    let sheet = structure.sheets[index]
    guard let part = sheet.part else {
      throw KundregError(.xlsxMissingPart, WorkbookTexts.sheetIsNowhere(path, sheet: sheet.table.name))
    }
    let archive = try WorkbookArchive(path: path, maximumPartSize: options.maximumPartSize)
    let sheetPart = try archive.part(part)
    let context = SheetContext(
      sheet: sheet.table.name, path: path,
      strings: try strings.strings(
        structure.sharedStringsPart, in: archive, maximumSize: maximumTextSize(in: archive)),
      formats: formats, totals: TableTotals(ofSheet: part, in: archive), maximumRowSize: options.maximumRowSize)
    let notes = notes
    return try SheetRowReader(part: sheetPart, context: context) { notes[index] = $0 }
  }

  /// The most bytes that the shared texts may take: half of the memory, and more in a workbook whose sheets are so large
  /// that their rows may well need it. A million rows do.
  private func maximumTextSize(in archive: WorkbookArchive) -> Int {
    let half = options.maximumMemory / 2
    let sheets = Set(structure.sheets.compactMap(\.part)).reduce(0) { $0 + archive.packedSize(of: $1) }
    return half + min(half, 8 * min(sheets, archive.fileSize))
  }

  /// Merged cells that span rows, formulas without a stored result, numbers that lost digits, and hidden rows.
  package func notes(ofTable index: Int) -> [Text] { notes[index] }
}
