import Rows
import Texts

/// Where the cells of a rejected row stand in the rejects file.
///
/// All original columns as they stood, then those of ``RejectsColumn``, then what a row has beyond the header. A text file for rows
/// of several sheets names the sheet, too. The columns of an earlier rejects file that was mended and
/// imported again are replaced, not doubled.
struct RejectsLayout {
  /// The headings of the file.
  let headings: [String]
  /// The original columns that are repeated, ascending.
  private let kept: [Int]
  private let originalCount: Int
  private let namesSheets: Bool

  /// - Parameter namesSheets: true when each row tells its sheet.
  init(header: [String], namesSheets: Bool = false, language: Language) {
    let own: [RejectsColumn] = namesSheets ? [.row, .sheet, .errors] : [.row, .errors]
    let replaced = Set(own.flatMap(\.headings))
    kept = header.indices.filter { !replaced.contains(header[$0]) }
    originalCount = header.count
    headings = kept.map { header[$0] } + own.map { $0.heading[language] }
    self.namesSheets = namesSheets
  }

  /// The column of the reasons.
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
