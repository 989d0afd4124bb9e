package import Texts

/// Where a row stood, as a person finds it.
package struct RowPlace: Sendable, Hashable {
  /// The line in a text file, the row in a sheet, or the ordinal of a JSON object; from 1.
  package let row: Int
  /// The sheet, where the input has several; nil where the row alone says it.
  package let sheet: String?

  package init(row: Int, sheet: String? = nil) {
    self.row = row
    self.sheet = sheet
  }
}

extension RowPlace: ExpressibleByIntegerLiteral {
  package init(integerLiteral row: Int) { self.init(row: row) }
}

extension RowPlace: CustomStringConvertible {
  /// `17`, or `17 of sheet “Privat”`: what follows the word row.
  package var text: Text {
    sheet.map { Text(en: "\(row) of sheet “\($0)”", sv: "\(row) på bladet ”\($0)”") } ?? Text(verbatim: String(row))
  }

  package var description: String { text.english }
}
