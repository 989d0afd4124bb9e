package import Texts

/// The columns that a file of rejected rows has beside those of its source. Whatever the language, the file is known again by them
/// when it is imported.
package enum RejectsColumn: CaseIterable, Sendable {
  /// Where the row stood.
  case row
  /// The sheet that it stood in, where the source has several.
  case sheet
  /// Why it was rejected.
  case errors

  /// The heading of the column.
  package var heading: Text {
    switch self {
    case .row: Text(en: "kundreg_row", sv: "kundreg_rad")
    case .sheet: Text(en: "kundreg_sheet", sv: "kundreg_blad")
    case .errors: Text(en: "kundreg_errors", sv: "kundreg_fel")
    }
  }

  /// All headings in all languages.
  package static let headings = allCases.flatMap { column in Language.allCases.map { column.heading[$0] } }

  /// The headings of the column in all languages.
  package var headings: [String] { Language.allCases.map { heading[$0] } }

  /// The place of the column in a header; nil where there is none, as in most files.
  package func index(in header: [String]) -> Int? { header.firstIndex(where: headings.contains) }
}
