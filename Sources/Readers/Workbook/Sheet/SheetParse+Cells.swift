import Glibc
import Rows

extension SheetParse {
  @inline(__always) mutating func beginCell(_ attributeCount: Int, _ attributes: Attributes?, _ names: SheetNames) {
    place = .cell
    cellType = .number
    hasFormula = false
    isInline = false
    style = 0
    cellStart = arena.count
    arenaLimit = min(rowStart + maximumRowSize, cellStart + CellText.rawLimit)
    column = nextColumn
    var isNamed = false
    for index in 0..<attributeCount {
      let raw = attributes.unsafelyUnwrapped + index * 5
      guard raw[1] == nil, let start = raw[3], let end = raw[4] else { continue }
      let name = raw[0]
      if name == names.r {
        placeCell(start, end - start)
        isNamed = true
      } else if name == names.s {
        style = Self.number(start, end - start) ?? 0
      } else if name == names.t {
        cellType = Self.type(start, end - start)
      }
    }
    if mayContinue { settleContinuation(isNamed: isNamed) }
    if column >= WorkbookLimits.columns { fail(.tooManyColumns) }
    nextColumn = column + 1
  }

  @inline(__always) private mutating func placeCell(_ reference: UnsafePointer<UInt8>, _ count: Int) {
    guard let reference = CellReference(reference, count) else { return fail(.cellReference) }
    column = reference.column
    // A row that does not say its number has that of its cells.
    if !hasOwnNumber, reference.row > 0 {
      hasOwnNumber = true
      setPosition(reference.row)
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
    var kind: OddCell.Kind?
    switch cellType {
    case .shared: takeSharedString()
    case .number:
      if arena.count > cellStart { kind = rewriteNumber() }
    case .text:
      if !isInline {
        arena.count = cellStart + EscapedText.decode(arena.base + cellStart, arena.count - cellStart)
      }
    case .boolean:
      rewriteBoolean()
      kind = .boolean
    case .error: break
    case .date: kind = ISODateText.rewrite(&arena, from: cellStart, style: style, formats: formats)
    }
    var length = arena.count - cellStart
    if length > WorkbookLimits.cellCharacters { length = cutCell(length) }
    guard length > 0 else {
      if hasFormula, cellType != .text { notes.uncalculated.add(column: column, row: position) }
      return
    }
    let present = cells.count - firstCell
    guard column == present else { return placeOutOfSequence(length, present, kind) }
    if cellType == .error { errorCells.append(UInt32(truncatingIfNeeded: cells.count)) }
    if let kind { oddCells.append(OddCell(cell: UInt32(truncatingIfNeeded: cells.count), kind: kind)) }
    cells.append(RowBatch.Cell(start: cellStart, length: length))
  }

  /// Cuts a text that no cell can hold. Its row will be rejected.
  @inline(never) private mutating func cutCell(_ length: Int) -> Int {
    guard let end = CellText.end(arena.base + cellStart, length) else { return length }
    arena.count = cellStart + end
    if fault == .none { fault = .cellTooLong }
    return end
  }

  /// Takes a cell that does not follow its neighbour: after a gap, or before cells that already stand.
  @inline(never) private mutating func placeOutOfSequence(_ length: Int, _ present: Int, _ kind: OddCell.Kind?) {
    let cell = RowBatch.Cell(start: cellStart, length: length)
    let index = UInt32(truncatingIfNeeded: firstCell + column)
    if column > present {
      cells.append(repeating: RowBatch.Cell(start: cellStart, length: 0), count: column - present)
      if cellType == .error { errorCells.append(index) }
      if let kind { oddCells.append(OddCell(cell: index, kind: kind)) }
      cells.append(cell)
      return
    }
    let former = cells.base[Int(index)]
    if former.length > 0, !isSame(former, cell) {
      return fail(.cellTwice(CellReference(column: column, row: position)))
    }
    cells.base[Int(index)] = cell
    oddCells.put(kind, at: index)
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

  private func isSame(_ a: RowBatch.Cell, _ b: RowBatch.Cell) -> Bool {
    a.length == b.length && memcmp(arena.base + Int(a.start), arena.base + Int(b.start), Int(a.length)) == 0
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

  /// - Returns: what the number is shown as, when that is no number.
  @inline(__always) private mutating func rewriteNumber() -> OddCell.Kind? {
    switch NumberText.rewrite(&arena, from: cellStart, style: style, formats: formats, digits: &digits) {
    case .ordinary: return nil
    case .exceedsPrecision:
      notes.imprecise.add(column: column, row: position)
      return nil
    case .shown(let kind): return kind
    }
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
