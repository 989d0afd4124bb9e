import CustomerModel
import Readers
import Rows

/// The data rows of several sheets, one sheet after the other, each row under the columns of the whole input. A batch never
/// holds rows of two sheets.
struct SheetsReader: RowReader {
  private let source: any TableSource
  private let sheets: [SheetPart]
  /// How many columns the input has.
  private let width: Int
  /// True when all sheets have the columns of the input in their order, so that cells stay where they are.
  private let isUniform: Bool
  private var sheet = 0
  private var reader: (any RowReader)?

  init(_ sheets: [SheetPart], of source: any TableSource, width: Int, isUniform: Bool) {
    self.source = source
    self.sheets = sheets
    self.width = width
    self.isUniform = isUniform
  }

  mutating func read(into batch: inout RowBatch, maximumRows: Int) throws -> Bool {
    while sheet < sheets.count {
      var reader = try self.reader ?? sheets[sheet].rows(of: source)
      guard try reader.read(into: &batch, maximumRows: maximumRows) else {
        self.reader = nil
        sheet += 1
        continue
      }
      self.reader = reader
      batch.table = sheet
      if !isUniform {
        batch.place(sheets[sheet].places, width: width, shortRowsAreBlank: source.format == .workbook)
      }
      if let last = batch.rows.last?.position, last > SheetPositions.maximumRow { throw tooLong(sheets[sheet]) }
      if sheet > 0 {
        for row in batch.rows.indices {
          batch.rows[row].position = SheetPositions.position(row: batch.rows[row].position, sheet: sheet)
        }
      }
      return true
    }
    batch.removeAll()
    return false
  }

  private func tooLong(_ sheet: SheetPart) -> KundregError {
    KundregError(
      .sheetTooLong, SheetTexts.tooLong(sheet.name, most: Int(SheetPositions.maximumRow)), remedies: [.chooseSheet])
  }
}

extension RowBatch {
  /// Moves the cells of each row to their columns in a header of `width` columns.
  ///
  /// A cell whose column the sheet lacks is missing. So no two sheets with other columns have rows that look alike and mean
  /// something else.
  ///
  /// - Parameter shortRowsAreBlank: true where a cell that its row ends before is blank, as sheets leave out blank cells at the
  ///   end; false where it is missing.
  fileprivate mutating func place(_ places: [Int], width: Int, shortRowsAreBlank: Bool) {
    let beyond = shortRowsAreBlank ? Cell(start: 0, length: 0) : .missing
    var placed: [Cell] = []
    placed.reserveCapacity(rows.count * width)
    var errors: [UInt32] = []
    var nextError = 0
    var odd: [OddCell] = []
    var nextOdd = 0
    for index in rows.indices {
      let first = Int(rows[index].firstCell)
      let count = Int(rows[index].cellCount)
      let start = placed.count
      placed.append(contentsOf: repeatElement(.missing, count: width))
      for (column, place) in places.enumerated() {
        placed[start + place] = column < count ? cells[first + column] : beyond
      }
      if count > places.count { placed.append(contentsOf: cells[first + places.count..<first + count]) }
      let moved = { (cell: UInt32) -> UInt32 in
        let column = Int(cell) - first
        return UInt32(start + (column < places.count ? places[column] : width + column - places.count))
      }
      let firstError = errors.count
      while nextError < errorCells.count, Int(errorCells[nextError]) < first + count {
        errors.append(moved(errorCells[nextError]))
        nextError += 1
      }
      errors[firstError...].sort()
      let firstOdd = odd.count
      while nextOdd < oddCells.count, Int(oddCells[nextOdd].cell) < first + count {
        odd.append(OddCell(cell: moved(oddCells[nextOdd].cell), kind: oddCells[nextOdd].kind))
        nextOdd += 1
      }
      odd[firstOdd...].sort { $0.cell < $1.cell }
      rows[index].firstCell = UInt32(start)
      rows[index].cellCount = UInt32(placed.count - start)
    }
    cells = placed
    errorCells = errors
    oddCells = odd
  }
}
