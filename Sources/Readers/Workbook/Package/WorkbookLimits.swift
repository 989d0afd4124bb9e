/// What a workbook may hold before it is refused, besides what the configuration limits: see ``ReadingOptions``.
enum WorkbookLimits {
  // MARK: Unpacking, so that no zip bomb is read

  /// How many times the size of the whole file a part may unpack to. Sheets of text shrink 10 to 50 times; deflate at its utmost,
  /// as a zip bomb uses it, shrinks 1030 times.
  static let unpackingRatio = 300
  /// Bytes that any part may unpack to, however small the file.
  static let unsuspectedSize = 64 << 20
  /// Bytes that a part unpacks to which only describes the workbook: all that is kept of it must fit in memory.
  static let descriptionSize = 16 << 20
  /// Bytes of the styles, which grow when sheets are copied from book to book for years.
  static let stylesSize = 64 << 20
  /// Files in the zip: more than a workbook has that holds thousands of pictures.
  static let zipEntries = 65_534
  /// Bytes of the zip's directory: names, comments and extra fields.
  static let zipDirectorySize = 32 << 20

  // MARK: Contents

  /// More sheets than a person looks through.
  static let sheets = 1_000
  /// Links between parts: more than a workbook with a thousand sheets has.
  static let relationships = 1 << 15
  /// More tables than a person puts in one sheet; the rest are not asked.
  static let tables = 1024
  /// The last column that a workbook can have, XFD, counted from 1 (ECMA-376 part 1, 18.3.1.4 and Excel's limits).
  static let columns = 16_384
  /// The last row that a workbook can have, counted from 1.
  static let rows = 1_048_576
  /// The most characters of a cell, counted in UTF-16 as Excel counts them. Source: Microsoft Support, "Excel specifications
  /// and limits".
  static let cellCharacters = 32_767
}
