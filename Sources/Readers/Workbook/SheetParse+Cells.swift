import Rows

extension SheetParse {
  @inline(__always) mutating func beginCell(_ attributeCount: Int, _ attributes: Attributes?, _ names: SheetNames) {
    place = .cell
    cellType = .number
    hasFormula = false
    isInline = false
    style = 0
    cellStart = arena.count
    column = nextColumn
    for index in 0..<attributeCount {
      let raw = attributes.unsafelyUnwrapped + index * 5
      guard raw[1] == nil, let start = raw[3], let end = raw[4] else { continue }
      let name = raw[0]
      if name == names.r {
        placeCell(start, end - start)
      } else if name == names.s {
        style = Self.number(start, end - start) ?? 0
      } else if name == names.t {
        cellType = Self.type(start, end - start)
      }
    }
    if column >= CellReference.columnLimit { fail(.tooManyColumns) }
    nextColumn = column + 1
  }

  @inline(__always) private mutating func placeCell(_ reference: UnsafePointer<UInt8>, _ count: Int) {
    guard let reference = CellReference(reference, count) else { return fail(.cellReference) }
    column = reference.column
    // A row that does not say its number has that of its cells.
    if !hasOwnNumber, reference.row > 0 {
      position = reference.row
      hasOwnNumber = true
    }
  }

  @inline(__always) private static func type(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CellType {
    if count == 1 {
      switch bytes[0] {
      case UInt8(ascii: "s"): return .shared
      case UInt8(ascii: "b"): return .boolean
      case UInt8(ascii: "e"): return .error
      case UInt8(ascii: "d"): return .date
      default: return .number
      }
    }
    // `str` and `inlineStr` are the only types of more than one letter.
    return count == 0 ? .number : .text
  }

  @inline(__always) mutating func endCell() {
    switch cellType {
    case .shared: takeSharedString()
    case .number:
      if arena.count > cellStart { rewriteNumber() }
    case .text:
      if !isInline {
        arena.count = cellStart + EscapedText.decode(arena.base + cellStart, arena.count - cellStart)
      }
    case .boolean: rewriteBoolean()
    case .error: break
    case .date: ISODateText.rewrite(&arena, from: cellStart, style: style, formats: formats)
    }
    let length = arena.count - cellStart
    guard length > 0 else {
      if hasFormula, cellType != .text { notes.uncalculated.add(column: column, row: position) }
      return
    }
    let present = cells.count - firstCell
    guard column == present else { return placeOutOfSequence(length, present) }
    if cellType == .error { errorCells.append(UInt32(truncatingIfNeeded: cells.count)) }
    cells.append(RowBatch.Cell(start: cellStart, length: length))
  }

  /// Takes a cell that does not follow its neighbour: after a gap, or before cells that already stand.
  @inline(never) private mutating func placeOutOfSequence(_ length: Int, _ present: Int) {
    let cell = RowBatch.Cell(start: cellStart, length: length)
    let index = UInt32(truncatingIfNeeded: firstCell + column)
    if column > present {
      cells.append(repeating: RowBatch.Cell(start: cellStart, length: 0), count: column - present)
      if cellType == .error { errorCells.append(index) }
      cells.append(cell)
      return
    }
    cells.base[Int(index)] = cell
    var errors = errorCells.count
    while errors > 0, errorCells.base[errors - 1] > index { errors -= 1 }
    let isMarked = errors > 0 && errorCells.base[errors - 1] == index
    if cellType == .error, !isMarked {
      errorCells.append(index)
      var place = errorCells.count - 1
      while place > errors {
        errorCells.base[place] = errorCells.base[place - 1]
        place -= 1
      }
      errorCells.base[errors] = index
    } else if cellType != .error, isMarked {
      for place in errors..<errorCells.count { errorCells.base[place - 1] = errorCells.base[place] }
      errorCells.count -= 1
    }
  }

  @inline(__always) private mutating func takeSharedString() {
    let count = arena.count - cellStart
    guard count > 0 else { return }
    guard let index = Self.number(arena.base + cellStart, count), index < stringCount else {
      return fail(.sharedString(CellReference(column: column, row: position)))
    }
    arena.count = cellStart
    let start = Int(stringBounds[index])
    append(stringBytes + start, Int(stringBounds[index + 1]) - start)
  }

  @inline(__always) private mutating func rewriteNumber() {
    let outcome = NumberText.rewrite(&arena, from: cellStart, style: style, formats: formats, digits: &digits)
    if outcome == .exceedsPrecision { notes.imprecise.add(column: column, row: position) }
  }

  private mutating func rewriteBoolean() {
    guard arena.count == cellStart + 1 else { return }
    switch arena.base[cellStart] {
    case UInt8(ascii: "1"):
      arena.count = cellStart
      arena.append("true")
    case UInt8(ascii: "0"):
      arena.count = cellStart
      arena.append("false")
    default: break
    }
  }
}
