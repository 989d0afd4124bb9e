/// Where the cells of a rejected row stand in the rejects file.
///
/// All original columns as they stood, then `kundreg_row` and `kundreg_errors`, then what a row has beyond the header. A text file
/// for rows of several sheets has `kundreg_sheet` between the two. The columns of an earlier rejects file that was mended and
/// imported again are replaced, not doubled.
struct RejectsLayout {
  static let rowHeading = "kundreg_row", sheetHeading = "kundreg_sheet", errorsHeading = "kundreg_errors"

  /// The headings of the file.
  let headings: [String]
  /// The original columns that are repeated, ascending.
  private let kept: [Int]
  private let originalCount: Int
  private let namesSheets: Bool

  /// - Parameter namesSheets: true when each row tells its sheet.
  init(header: [String], namesSheets: Bool = false) {
    let own = [Self.rowHeading] + (namesSheets ? [Self.sheetHeading] : []) + [Self.errorsHeading]
    kept = header.indices.filter { !own.contains(header[$0]) }
    originalCount = header.count
    headings = kept.map { header[$0] } + own
    self.namesSheets = namesSheets
  }

  /// The column of `kundreg_errors`.
  var errorsColumn: Int { kept.count + (namesSheets ? 2 : 1) }

  /// The cells as they stand in the file. A row shorter than the header gets empty cells: the two columns need their place.
  func cells(_ original: [String?], position: Int, sheet: String = "", errors: String) -> [String?] {
    var result: [String?] = kept.map { $0 < original.count ? original[$0] : nil }
    result += [String(position)] + (namesSheets ? [sheet] : []) + [errors]
    if original.count > originalCount { result += original[originalCount...] }
    return result
  }

  /// Where an original column stands in the file; nil for those that are replaced.
  func place(ofColumn column: Int) -> Int? {
    if column >= originalCount { return errorsColumn + 1 + column - originalCount }
    return kept.firstIndex(of: column)
  }
}
