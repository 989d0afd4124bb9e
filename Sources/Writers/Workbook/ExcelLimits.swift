/// What a workbook that is written may hold, mostly as Excel takes it. Source: Microsoft Support, "Excel specifications and limits".
package enum ExcelLimits {
  /// Of a sheet, its headings included.
  package static let rows = 1_048_576, columns = 16_384
  /// Characters of a cell, in UTF-16.
  static let cellCharacters = 32_767
  /// Characters of a sheet's name, in UTF-16.
  static let sheetNameCharacters = 31
  /// Characters of a drop-down's words when they stand in the rule itself. Longer lists stand in a hidden sheet.
  static let dropDownCharacters = 255
  /// Comments of a sheet. Excel becomes slow with more, and the library keeps each in memory; later marks have their colour only.
  package static let comments = 5_000
  /// Characters of a comment: longer ones are cut.
  static let commentCharacters = 1_000
}
