/// What all stages of reading one sheet share.
struct SheetContext {
  let sheet: String
  let path: String
  let strings: SharedStrings
  let formats: NumberFormats
  /// The rows that are totals of the sheet's tables.
  let totals: TableTotals
  /// The most bytes that one row may have.
  let maximumRowSize: Int
}
