import CLibXLSXWriter
import CustomerModel
import Glibc
import Texts

/// Writes a workbook, row by row, in memory that does not grow with the rows.
///
/// Every cell is text, in the number format "Text", so that leading zeros and long digits stay when a person edits them
/// in Excel. The first row of a sheet is its headings: bold, frozen, with a filter.
package final class WorkbookWriter {
  /// One column of a sheet.
  package struct Column: Sendable {
    package var heading: String
    /// In characters, as Excel measures.
    package var width: Double
    /// True when long texts run over several lines in the cell.
    package var wrapsText: Bool
    /// The words that a drop-down offers in every cell below the heading; empty for none.
    package var choices: [String]
    /// True when nothing but the choices may be typed.
    package var onlyChoices: Bool

    package init(
      _ heading: String, width: Double? = nil, wrapsText: Bool = false, choices: [String] = [],
      onlyChoices: Bool = false
    ) {
      self.heading = heading
      self.width = width ?? SheetStyle.width(ofHeading: heading)
      self.wrapsText = wrapsText
      self.choices = choices
      self.onlyChoices = onlyChoices
    }
  }

  /// A cell that is shown with a fill colour, and with a comment if it has one.
  package struct Mark: Sendable {
    package var column: Int
    package var comment: String?
    package init(column: Int, comment: String? = nil) {
      self.column = column
      self.comment = comment
    }
  }

  struct Sheet {
    let handle: UnsafeMutablePointer<lxw_worksheet>
    let name: String
    let columns: [Column]
    var rowCount = 0
    var columnCount: Int
    var commentCount = 0
  }

  let path: String
  private let file: ReplacementFile
  private let folder: UnsafeMutablePointer<CChar>
  var workbook: UnsafeMutablePointer<lxw_workbook>?
  var sheets: [Sheet] = []
  /// A cell's text on its way to the library, which takes C strings.
  private var cText: [CChar] = []
  private var headingFormat, textFormat, wrappedFormat, markedFormat: UnsafeMutablePointer<lxw_format>?

  /// - Parameter isPrivate: True for a file that only its owner may read.
  /// - Throws: ``KundregError`` with status 1 when the file cannot be created, or libxlsxwriter is missing.
  package init(path: String, isPrivate: Bool = false) throws {
    guard kundreg_xlsxwriter_load() else {
      throw KundregError.missingLibrary(
        "libxlsxwriter", package: "libxlsxwriter4",
        needed: WriterTexts.writingWorkbook)
    }
    self.path = path
    file = try ReplacementFile(path: path, isPrivate: isPrivate)
    // The library's own temporary files stand beside the destination too: they hold the same personal data.
    folder = strdup(ReplacementFile.folder(of: file.temporaryPath))
    var options = lxw_workbook_options(constant_memory: 1, tmpdir: folder, use_zip64: 0)
    workbook = workbook_new_opt(file.temporaryPath, &options)
    guard workbook != nil else { throw ReplacementFile.failure(path, reason: WriterTexts.noMemory) }
    headingFormat = format(bold: true)
    textFormat = format()
    wrappedFormat = format(wraps: true)
    markedFormat = format(fill: SheetStyle.markedFill)
  }

  deinit {
    discard()
    free(folder)
  }

  /// Begins a sheet: the rows that follow go there.
  ///
  /// - Throws: ``KundregError`` with status 1 when the name breaks Excel's rules or there are too many columns.
  package func addSheet(_ name: String, columns: [Column]) throws {
    try SheetName.check(name, others: sheets.map(\.name))
    guard let handle = workbook_add_worksheet(workbook, name) else {
      throw ReplacementFile.failure(path, reason: WriterTexts.noSheet(name))
    }
    for (index, column) in columns.enumerated().prefix(ExcelLimits.columns) {
      let format = column.wrapsText ? wrappedFormat : textFormat
      worksheet_set_column(handle, lxw_col_t(index), lxw_col_t(index), column.width, format)
    }
    sheets.append(Sheet(handle: handle, name: name, columns: columns, columnCount: columns.count))
    worksheet_freeze_panes(handle, 1, 0)
    // No green corner on every number that is stored as text on purpose.
    worksheet_ignore_errors(handle, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576")
    try write(columns.map(\.heading), marks: [], heading: true)
  }

  /// Appends a row to the last sheet; nil and empty texts are empty cells.
  ///
  /// - Throws: ``KundregError`` with status 1 when the row or a cell is beyond what a workbook can hold.
  package func append(_ cells: [String?], marks: [Mark] = []) throws {
    try write(cells, marks: marks, heading: false)
  }

  /// Appends a row to the last sheet, of UTF-8 where it lies; no bytes for an empty cell. For what writes many rows.
  ///
  /// - Parameter forEach: gives the cells in their order.
  /// - Throws: as ``append(_:marks:)``.
  package func appendRow(_ forEach: (_ take: (UnsafeRawBufferPointer) -> Void) -> Void) throws {
    guard var sheet = sheets.popLast() else { preconditionFailure("a row needs a sheet") }
    defer { sheets.append(sheet) }
    try requireRoom(forRowOf: sheet)
    var column = 0
    var failure: (any Error)?
    forEach { cell in
      if failure == nil, !cell.isEmpty {
        do {
          try write(cell, sheet, lxw_row_t(sheet.rowCount), column)
        } catch {
          failure = error
        }
      }
      column += 1
    }
    if let failure { throw failure }
    sheet.rowCount += 1
    sheet.columnCount = max(sheet.columnCount, column)
  }

  /// Puts the file in its place; see ``ReplacementFile/finish(keepingPreviousAt:)``.
  package func finish(keepingPreviousAt previous: String? = nil) throws {
    guard let workbook else { return }
    try addDropDowns()
    for sheet in sheets {
      if sheet.columnCount > 0 {
        worksheet_autofilter(sheet.handle, 0, 0, lxw_row_t(sheet.rowCount - 1), lxw_col_t(sheet.columnCount - 1))
      }
      // The library does not ask whether its temporary files were written.
      if let rows = sheet.handle.pointee.optimize_tmpfile, fflush(rows) != 0 || ferror(rows) != 0 {
        throw ReplacementFile.failure(path, reason: Text(verbatim: String(cString: strerror(errno))))
      }
    }
    self.workbook = nil
    let error = workbook_close(workbook)
    guard error == LXW_NO_ERROR else {
      file.discard()
      throw ReplacementFile.failure(path, reason: Self.text(of: error))
    }
    try file.finish(keepingPreviousAt: previous)
  }

  /// Drops what was written.
  package func discard() {
    file.discard()
    guard let workbook else { return }
    self.workbook = nil
    // Freeing a workbook leaves the temporary file of each sheet open.
    for sheet in sheets { if let rows = sheet.handle.pointee.optimize_tmpfile { fclose(rows) } }
    lxw_workbook_free(workbook)
  }

  private func write(_ cells: [String?], marks: [Mark], heading: Bool) throws {
    guard var sheet = sheets.popLast() else { preconditionFailure("a row needs a sheet") }
    defer { sheets.append(sheet) }
    try requireRoom(forRowOf: sheet)
    try requireRoom(forCells: cells.count)
    let row = lxw_row_t(sheet.rowCount)
    for (index, cell) in cells.enumerated() {
      let isMarked = marks.contains { $0.column == index }
      let wraps = index < sheet.columns.count && sheet.columns[index].wrapsText
      let format = heading ? headingFormat : isMarked ? markedFormat : wraps ? wrappedFormat : textFormat
      try write(cell, sheet, row, index, format, showsEmpty: isMarked)
    }
    for mark in marks where mark.column < ExcelLimits.columns {
      if mark.column >= cells.count { try write(nil, sheet, row, mark.column, markedFormat, showsEmpty: true) }
      guard let comment = mark.comment else { continue }
      guard sheet.commentCount < ExcelLimits.comments else { break }
      // Only possible while the row is the current one: the library has let go of earlier rows.
      worksheet_write_comment(sheet.handle, row, lxw_col_t(mark.column), WorkbookText.comment(comment))
      sheet.commentCount += 1
    }
    sheet.rowCount += 1
    sheet.columnCount = max(sheet.columnCount, cells.count)
  }

  private func requireRoom(forRowOf sheet: Sheet) throws {
    guard sheet.rowCount < ExcelLimits.rows else {
      throw KundregError(
        .workbookTooManyRows, WriterTexts.tooManyRows(path, sheet: sheet.name, limit: ExcelLimits.rows))
    }
  }

  private func requireRoom(forCells count: Int) throws {
    guard count <= ExcelLimits.columns else {
      throw KundregError(
        .workbookTooManyColumns,
        WriterTexts.tooManyColumns(path, cells: count, limit: ExcelLimits.columns))
    }
  }

  /// Writes a cell that is not empty.
  private func write(_ text: UnsafeRawBufferPointer, _ sheet: Sheet, _ row: lxw_row_t, _ column: Int) throws {
    if column >= ExcelLimits.columns { try requireRoom(forCells: column + 1) }
    let wraps = column < sheet.columns.count && sheet.columns[column].wrapsText
    let format = wraps ? wrappedFormat : textFormat
    guard WorkbookText.isPlain(text) else {
      return try write(String(decoding: text, as: UTF8.self), sheet, row, column, format, showsEmpty: false)
    }
    cText.removeAll(keepingCapacity: true)
    cText.append(contentsOf: text.bindMemory(to: CChar.self))
    cText.append(0)
    let error = worksheet_write_string(sheet.handle, row, lxw_col_t(column), cText, format)
    if error != LXW_NO_ERROR { throw ReplacementFile.failure(path, reason: Self.text(of: error)) }
  }

  private func write(
    _ text: String?, _ sheet: Sheet, _ row: lxw_row_t, _ column: Int, _ format: UnsafeMutablePointer<lxw_format>?,
    showsEmpty: Bool
  ) throws {
    guard let text, !text.isEmpty else {
      if showsEmpty { worksheet_write_blank(sheet.handle, row, lxw_col_t(column), format) }
      return
    }
    let error =
      WorkbookText.isTooLong(text)
      ? LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED
      : worksheet_write_string(sheet.handle, row, lxw_col_t(column), WorkbookText.escaped(text), format)
    switch error {
    case LXW_NO_ERROR: return
    case LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED:
      throw KundregError(
        .workbookCellTooLong,
        WriterTexts.cellTooLong(
          path, row: Int(row) + 1, column: column + 1,
          heading: column < sheet.columns.count ? sheet.columns[column].heading : nil, length: text.utf16.count,
          limit: ExcelLimits.cellCharacters))
    default: throw ReplacementFile.failure(path, reason: Self.text(of: error))
    }
  }

  private func format(bold: Bool = false, wraps: Bool = false, fill: UInt32? = nil) -> UnsafeMutablePointer<lxw_format>?
  {
    let format = workbook_add_format(workbook)
    format_set_num_format(format, "@")
    if bold { format_set_bold(format) }
    if wraps {
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
    if let fill {
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_bg_color(format, fill)
    }
    return format
  }

  private static func text(of error: lxw_error) -> Text { Text(verbatim: String(cString: lxw_strerror(error))) }
}
