/// What a delimited text may hold, besides what the configuration limits: see ``ReadingOptions``.
enum DelimitedLimits {
  /// More cells than any person's table has: a row with more is cut off there.
  static let cellsOfRow = 1 << 16
  /// Rows that tell which character parts the cells.
  static let sniffedRows = 500
}
