/// Where the cells of a rejected row stand in the rejects file.
///
/// All original columns as they stood, then `kundreg_row` and `kundreg_errors`, then what a row has beyond the header.
/// The two columns of an earlier rejects file that was mended and imported again are replaced, not doubled.
struct RejectsLayout {
  static let rowHeading = "kundreg_row", errorsHeading = "kundreg_errors"

  /// The headings of the file.
  let headings: [String]
  /// The original columns that are repeated, ascending.
  private let kept: [Int]
  private let originalCount: Int

  init(header: [String]) {
    kept = header.indices.filter { header[$0] != Self.rowHeading && header[$0] != Self.errorsHeading }
    originalCount = header.count
    headings = kept.map { header[$0] } + [Self.rowHeading, Self.errorsHeading]
  }

  /// The column of `kundreg_errors`.
  var errorsColumn: Int { kept.count + 1 }

  /// The cells as they stand in the file. A row shorter than the header gets empty cells: the two columns need their place.
  func cells(_ original: [String?], position: Int, errors: String) -> [String?] {
    var result: [String?] = kept.map { $0 < original.count ? original[$0] : nil }
    result += [String(position), errors]
    if original.count > originalCount { result += original[originalCount...] }
    return result
  }

  /// Where an original column stands in the file; nil for the two that are replaced.
  func place(ofColumn column: Int) -> Int? {
    if column >= originalCount { return kept.count + 2 + column - originalCount }
    return kept.firstIndex(of: column)
  }
}
