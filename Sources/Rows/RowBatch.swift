/// A run of rows as a reader hands them over: one byte arena and the places of the cells in it.
///
/// All text is UTF-8. What follows a reader never learns which format the rows came from.
@usableFromInline
package struct RowBatch: Sendable {
  /// One cell: a range of the arena.
  @usableFromInline
  package struct Cell: Sendable {
    @usableFromInline package var start: UInt32
    @usableFromInline package var length: UInt32
    @inlinable
    package init(start: Int, length: Int) {
      self.start = UInt32(truncatingIfNeeded: start)
      self.length = UInt32(truncatingIfNeeded: length)
    }
    /// A cell that the source leaves out in the middle of a row, such as a missing key of a JSON object: the source says
    /// nothing, which is other than an empty text. At the end of a row such cells are simply not there.
    package static let missing = Cell(start: Int(UInt32.max), length: 0)
    /// True for ``missing``. Such a cell has no place in the arena.
    @inlinable package var isMissing: Bool { start == .max }
    /// The place in the arena. Only when not ``isMissing``.
    @inlinable package var range: Range<Int> { Int(start)..<Int(start) + Int(length) }
  }

  /// One row: its cells and where it stood.
  @usableFromInline
  package struct Row: Sendable {
    /// The index of the first cell in ``RowBatch/cells``.
    @usableFromInline package var firstCell: UInt32
    @usableFromInline package var cellCount: UInt32
    /// The line in a text file, the row in a sheet, or the ordinal of a JSON object; from 1.
    @usableFromInline package var position: UInt32
    /// What the reader found wrong with the row as a whole.
    @usableFromInline package var fault: RowFault
    @inlinable
    package init(firstCell: Int, cellCount: Int, position: Int, fault: RowFault = .none) {
      self.firstCell = UInt32(truncatingIfNeeded: firstCell)
      self.cellCount = UInt32(truncatingIfNeeded: cellCount)
      self.position = UInt32(truncatingIfNeeded: position)
      self.fault = fault
    }
  }

  /// The bytes. Later stages append what they derive, so that one batch carries all it needs.
  @usableFromInline package var arena: [UInt8] = []
  @usableFromInline package var cells: [Cell] = []
  @usableFromInline package var rows: [Row] = []
  /// The place of the table that the rows came from among those that are read, from 0. A batch never holds rows of two.
  package var table = 0
  /// Cells that hold an error of the source instead of a value (`#N/A` in a workbook), as indexes of ``cells``, ascending.
  package var errorCells: [UInt32] = []
  /// Cells whose type in the source is a date, a time, yes or no, or a percentage, ascending. A delimited text has none.
  package var oddCells: [OddCell] = []
  /// Cells of a delimited text with a backslash that seems to take the meaning from the character after it, where nothing shows that
  /// backslashes do so in the text, as indexes of ``cells``, ascending.
  package var escapeCells: [UInt32] = []
  /// How rows read that are not written in the encoding of their file, or whose quotes are not doubled.
  package var readings: [RowReading] = []

  package init() {}

  @inlinable package var count: Int { rows.count }

  /// Empties the batch and keeps its memory.
  package mutating func removeAll() {
    arena.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
    errorCells.removeAll(keepingCapacity: true)
    oddCells.removeAll(keepingCapacity: true)
    escapeCells.removeAll(keepingCapacity: true)
    readings.removeAll(keepingCapacity: true)
  }

  /// A batch of one row of this one. For rows that are looked at twice, not for the hot path.
  package func only(_ row: Int) -> RowBatch {
    var own = RowBatch()
    own.table = table
    let header = rows[row]
    for index in Int(header.firstCell)..<Int(header.firstCell) + Int(header.cellCount) {
      if errorCells.contains(UInt32(index)) { own.errorCells.append(UInt32(own.cells.count)) }
      if escapeCells.contains(UInt32(index)) { own.escapeCells.append(UInt32(own.cells.count)) }
      if let odd = oddCells.first(where: { $0.cell == UInt32(index) }) {
        own.oddCells.append(OddCell(cell: UInt32(own.cells.count), kind: odd.kind))
      }
      let cell = cells[index]
      guard !cell.isMissing else {
        own.cells.append(.missing)
        continue
      }
      own.cells.append(Cell(start: own.arena.count, length: Int(cell.length)))
      own.arena += arena[cell.range]
    }
    own.rows = [
      Row(firstCell: 0, cellCount: Int(header.cellCount), position: Int(header.position), fault: header.fault)
    ]
    own.readings = readings.filter { $0.position == header.position }
    return own
  }

  /// The text of a cell; nil when the row does not have it. For reports, not for the hot path.
  package func text(row: Int, column: Int) -> String? {
    let header = rows[row]
    guard column < Int(header.cellCount) else { return nil }
    let cell = cells[Int(header.firstCell) + column]
    return cell.isMissing ? nil : String(decoding: arena[cell.range], as: UTF8.self)
  }

  /// All cells of a row as text, empty for a missing one. For reports, not for the hot path.
  package func texts(row: Int) -> [String] {
    (0..<Int(rows[row].cellCount)).map { text(row: row, column: $0) ?? "" }
  }
}

/// What a reader can find of a row as a whole: mostly what is wrong with it.
@usableFromInline
package enum RowFault: UInt8, Sendable {
  case none
  /// A quote was opened and never closed before the file ended.
  case unterminatedQuote
  /// A quote inside a cell is escaped in a way that the file as a whole does not use.
  case escapedQuote
  /// A quote inside a cell in quotes is not doubled, so that it is open where the cell ends.
  case strayQuote
  /// Bytes that the encoding has no character for, or that read as text only in another one.
  case invalidEncoding
  /// A row longer than the reader's limit, cut off.
  case tooLarge
  /// Nothing is wrong with the row, but the workbook itself says that it is the total of a table, and no row of it.
  case declaredTotal
  /// A cell longer than a spreadsheet's cell can be, cut off.
  case cellTooLong
  /// A piece of a sheet's row that stands further up without it.
  case splitRow
}
