import Rows
import Texts
import Writers

/// A rejected row with the columns of the whole input.
struct SourceRow {
  let cells: [String?]
  let place: RowPlace
  /// The place of its sheet among those that are read.
  let sheet: Int
  let problems: [RejectsFile.Reason]
}

extension RejectsFile {
  /// Adds a rejected row of an input that may have several sheets.
  ///
  /// - Throws: as ``append(cells:position:sheet:problems:)``.
  func append(_ row: SourceRow, of source: ImportSource) throws {
    guard keepsSheetsApart else {
      return try append(cells: row.cells, position: row.place.row, sheet: row.sheet, problems: row.problems)
    }
    let sheet = source.sheets[row.sheet]
    let width = source.header.count
    try append(
      cells: sheet.ownCells(row.cells, width: width), position: row.place.row, sheet: row.sheet,
      problems: row.problems.map { problem in
        (problem.column.flatMap { sheet.ownColumn($0, width: width) }, problem.code, problem.text)
      })
  }
}
