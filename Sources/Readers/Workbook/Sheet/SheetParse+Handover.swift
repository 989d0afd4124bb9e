import Rows

extension SheetParse {
  private var isInRow: Bool { place != .outside && place != .sheetData }

  /// Moves rows `first..<first + count` into a batch, whose own contents go.
  func copyRows(_ first: Int, count: Int, into batch: inout RowBatch) {
    let last = first + count
    let arenaStart = rowStarts.base[first]
    let arenaEnd = last < rows.count ? rowStarts.base[last] : isInRow ? rowStart : arena.count
    let cellStart = Int(rows.base[first].firstCell)
    let cellEnd = Int(rows.base[last - 1].firstCell) + Int(rows.base[last - 1].cellCount)
    batch.removeAll()
    batch.arena.append(contentsOf: UnsafeBufferPointer(start: arena.base + arenaStart, count: arenaEnd - arenaStart))
    batch.cells.append(contentsOf: UnsafeBufferPointer(start: cells.base + cellStart, count: cellEnd - cellStart))
    batch.rows.append(contentsOf: UnsafeBufferPointer(start: rows.base + first, count: count))
    if arenaStart > 0 {
      batch.cells.withUnsafeMutableBufferPointer { Self.shift($0, by: arenaStart) }
    }
    if cellStart > 0 {
      batch.rows.withUnsafeMutableBufferPointer { Self.shift($0, by: cellStart) }
    }
    for cell in errorCells.elements() where Int(cell) >= cellStart && Int(cell) < cellEnd {
      batch.errorCells.append(cell - UInt32(cellStart))
    }
    for odd in oddCells.elements() where Int(odd.cell) >= cellStart && Int(odd.cell) < cellEnd {
      batch.oddCells.append(OddCell(cell: odd.cell - UInt32(cellStart), kind: odd.kind))
    }
  }

  /// Drops the first `count` rows and moves what is left, and the row that is being read, to the front.
  mutating func dropRows(_ count: Int) {
    guard count > 0 else { return }
    let openArena = isInRow ? rowStart : arena.count
    let openCell = isInRow ? firstCell : cells.count
    let arenaStart = count < rows.count ? rowStarts.base[count] : openArena
    let cellBase = count < rows.count ? Int(rows.base[count].firstCell) : openCell
    arena.removeFirst(arenaStart)
    cells.removeFirst(cellBase)
    rows.removeFirst(count)
    rowStarts.removeFirst(count)
    Self.shift(cells.elements(), by: arenaStart)
    Self.shift(rows.elements(), by: cellBase)
    for place in 0..<rowStarts.count { rowStarts.base[place] -= arenaStart }
    var gone = 0
    while gone < errorCells.count, Int(errorCells.base[gone]) < cellBase { gone += 1 }
    errorCells.removeFirst(gone)
    for place in 0..<errorCells.count { errorCells.base[place] -= UInt32(cellBase) }
    oddCells.drop(before: cellBase)
    rowStart -= arenaStart
    cellStart -= arenaStart
    arenaLimit -= arenaStart
    textStart -= arenaStart
    firstCell -= cellBase
  }

  private static func shift(_ cells: UnsafeMutableBufferPointer<RowBatch.Cell>, by start: Int) {
    let start = UInt32(truncatingIfNeeded: start)
    for place in 0..<cells.count { cells[place].start &-= start }
  }

  private static func shift(_ rows: UnsafeMutableBufferPointer<RowBatch.Row>, by first: Int) {
    let first = UInt32(truncatingIfNeeded: first)
    for place in 0..<rows.count { rows[place].firstCell &-= first }
  }
}
