/// What all stages of reading one sheet share.
struct SheetContext {
  let sheet: String
  let path: String
  let strings: SharedStrings
  let formats: NumberFormats
  /// The most bytes that one row may have.
  let maximumRowSize: Int
}
