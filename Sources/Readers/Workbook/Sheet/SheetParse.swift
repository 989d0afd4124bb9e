import Rows

/// The state of the callbacks over a sheet part, and the rows that are read but not yet handed over.
///
/// Lives in one place in memory and is changed through a pointer. Texts go straight into the arena; what a cell shows is
/// decided when it ends, in place.
struct SheetParse: ~Copyable {
  /// The element that the parse is in. What a sheet has besides rows and merged cells is passed over.
  enum Place: UInt8 { case outside, sheetData, row, cell, value, formula, inline, text }

  /// The type of a cell's value (ECMA-376 part 1, 18.18.11 ST_CellType).
  enum CellType: UInt8 { case number, shared, text, boolean, error, date }

  // The rows that wait.
  var arena = GrowingBuffer<UInt8>(capacity: 1 << 20)
  var cells = GrowingBuffer<RowBatch.Cell>(capacity: 1 << 16)
  var rows = GrowingBuffer<RowBatch.Row>(capacity: 1 << 12)
  /// Where the texts of each row start in the arena.
  var rowStarts = GrowingBuffer<Int>(capacity: 1 << 12)
  var errorCells = GrowingBuffer<UInt32>(capacity: 16)
  var oddCells = GrowingBuffer<OddCell>(capacity: 16)

  // The row that is being read.
  var rowStart = 0
  var firstCell = 0
  var position = 0
  /// The number that the row has in the sheet: its position, unless rows before it repeat a number and are rows of their own.
  var number = 0
  /// The number of the last row that waits.
  var lastNumber = 0
  var hasOwnNumber = false
  /// True when the row has the number of the one before, until its first cell tells whether it goes on with that.
  var mayContinue = false
  /// True when the row went on with the one before.
  var isContinued = false
  /// The columns that the rows of each number fill.
  var filledColumns = FilledColumns()
  /// True for a row that has the number of the one before and is hidden.
  var isHiddenRepeat = false
  /// The number that rows repeat which are rows of their own; 0 for none.
  var repeatedNumber = 0
  var fault = RowFault.none
  var nextColumn = 0

  // The cell that is being read.
  var place = Place.outside
  var cellType = CellType.number
  var hasFormula = false
  /// True when the text came run by run, each decoded already.
  var isInline = false
  var isInRun = false
  var column = 0
  var style = 0
  var cellStart = 0
  /// Where the arena may end while the cell is read: by the limit of the row and by that of the cell.
  var arenaLimit = 0
  var textStart = 0
  /// How deep the parse is in an element that says nothing of the value, such as a phonetic run.
  var skipped = 0
  /// True in such an element that no sheet has: nobody knows what texts in it are.
  var isStray = false

  var digits = DecimalDigits()
  var notes = SheetNotes()
  private(set) var failure: SheetFailure?

  let maximumRowSize: Int
  let formats: NumberFormats
  let totals: TableTotals
  // Borrowed from the shared strings, which the reader keeps alive.
  let stringBytes: UnsafePointer<UInt8>
  let stringBounds: UnsafePointer<UInt32>
  let stringCount: Int
  var names: SheetNames?

  init(_ context: SheetContext) {
    maximumRowSize = context.maximumRowSize
    formats = context.formats
    totals = context.totals
    stringBytes = context.strings.bytes
    stringBounds = context.strings.bounds
    stringCount = context.strings.count
  }

  /// Ends the parse: the callback stops the parser, and the reader throws.
  @inline(never) mutating func fail(_ failure: SheetFailure) {
    if self.failure == nil { self.failure = failure }
  }
}

/// The names in a sheet, as the pointers that the parser gives them by.
struct SheetNames {
  let sheetData, row, c, v, f, inline, t, r, s, hidden, mergeCell, ref: UnsafePointer<UInt8>
  private let runProperties, phoneticRun, phoneticProperties, extensions: UnsafePointer<UInt8>

  init(_ parser: XMLPushParser) {
    sheetData = parser.interned("sheetData")
    row = parser.interned("row")
    c = parser.interned("c")
    v = parser.interned("v")
    f = parser.interned("f")
    inline = parser.interned("is")
    t = parser.interned("t")
    r = parser.interned("r")
    s = parser.interned("s")
    hidden = parser.interned("hidden")
    mergeCell = parser.interned("mergeCell")
    ref = parser.interned("ref")
    runProperties = parser.interned("rPr")
    phoneticRun = parser.interned("rPh")
    phoneticProperties = parser.interned("phoneticPr")
    extensions = parser.interned("extLst")
  }

  /// True for an element that stands in rows and cells and says nothing of values.
  func isBeside(_ name: UnsafePointer<UInt8>) -> Bool {
    name == runProperties || name == phoneticRun || name == phoneticProperties || name == extensions
  }
}
