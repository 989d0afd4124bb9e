import Rows

extension SheetParse {
  typealias Attributes = UnsafeMutablePointer<UnsafePointer<UInt8>?>

  /// - Parameter attributes: five pointers each: local name, prefix, namespace, start and end of the value.
  @inline(__always) mutating func startElement(
    _ name: UnsafePointer<UInt8>, _ attributeCount: Int, _ attributes: Attributes?
  ) {
    if skipped > 0 {
      skipped += 1
      return
    }
    let names = names.unsafelyUnwrapped
    switch place {
    case .row:
      if name == names.c { beginCell(attributeCount, attributes, names) } else { skip(name, names) }
    case .cell:
      if name == names.v {
        place = .value
      } else if name == names.f {
        hasFormula = true
        place = .formula
      } else if name == names.inline {
        cellType = .text
        isInline = true
        place = .inline
      } else {
        skip(name, names)
      }
    case .sheetData:
      if name == names.row { beginRow(attributeCount, attributes, names) } else { skip(name, names) }
    case .inline:
      if name == names.t {
        textStart = arena.count
        place = .text
      } else if name == names.r, !isInRun {
        isInRun = true
      } else {
        skip(name, names)
      }
    case .outside:
      if name == names.sheetData {
        place = .sheetData
      } else if name == names.mergeCell {
        addMerge(attributeCount, attributes, names)
      }
    case .value, .formula, .text: skip(name, names)
    }
  }

  /// Passes over an element and what is in it.
  @inline(never) private mutating func skip(_ name: UnsafePointer<UInt8>, _ names: SheetNames) {
    skipped = 1
    isStray = !names.isBeside(name)
  }

  @inline(__always) mutating func endElement() {
    if skipped > 0 {
      skipped -= 1
      return
    }
    switch place {
    case .value, .formula: place = .cell
    case .cell:
      endCell()
      place = .row
    case .row:
      endRow()
      place = .sheetData
    case .text:
      arena.count = textStart + EscapedText.decode(arena.base + textStart, arena.count - textStart)
      place = .inline
    case .inline: if isInRun { isInRun = false } else { place = .cell }
    case .sheetData: place = .outside
    case .outside: break
    }
  }

  @inline(__always) mutating func characters(_ text: UnsafePointer<UInt8>, _ count: Int) {
    guard place == .value || place == .text, skipped == 0 else { return noteStray(text, count) }
    append(text, count)
  }

  /// Ends the parse at a text among the rows that stands in no cell: it would be read nowhere. Blanks between elements are none.
  @inline(never) private mutating func noteStray(_ text: UnsafePointer<UInt8>, _ count: Int) {
    let isStray = skipped > 0 ? isStray : place != .outside && place != .formula
    guard isStray, UnsafeBufferPointer(start: text, count: count).contains(where: { $0 > 0x20 }) else { return }
    fail(.textOutsideCells(row: place == .sheetData ? nil : position))
  }

  /// Appends to the cell's text unless the row has become too large, or the text longer than any cell's.
  @inline(__always) mutating func append(_ text: UnsafePointer<UInt8>, _ count: Int) {
    guard arena.count + count <= arenaLimit else { return appendBeyondLimit(text, count) }
    arena.append(text, count)
  }

  @inline(never) private mutating func appendBeyondLimit(_ text: UnsafePointer<UInt8>, _ count: Int) {
    guard arena.count - rowStart + count <= maximumRowSize else {
      fault = .tooLarge
      return
    }
    // So many bytes are more characters than a cell has, whatever it will show of them.
    if fault == .none { fault = .cellTooLong }
    arena.append(text, max(0, arenaLimit - arena.count))
  }

  private mutating func beginRow(_ attributeCount: Int, _ attributes: Attributes?, _ names: SheetNames) {
    place = .row
    rowStart = arena.count
    firstCell = cells.count
    nextColumn = 0
    fault = .none
    hasOwnNumber = false
    var isHidden = false
    var number = position + 1
    for index in 0..<attributeCount {
      let raw = attributes.unsafelyUnwrapped + index * 5
      guard raw[1] == nil, let start = raw[3], let end = raw[4] else { continue }
      if raw[0] == names.r {
        number = Self.number(start, end - start) ?? 0
        hasOwnNumber = true
      } else if raw[0] == names.hidden {
        isHidden = start[0] == UInt8(ascii: "1") || start[0] == UInt8(ascii: "t")
      }
    }
    guard number >= 1, number <= WorkbookLimits.rows else { return fail(.rowReference) }
    mayContinue = false
    isContinued = false
    isHiddenRepeat = false
    if hasOwnNumber {
      setPosition(number)
    } else {
      self.number = number
      position = number
    }
    if isHidden { if mayContinue { isHiddenRepeat = true } else { notes.hiddenRows += 1 } }
  }

  /// Takes the number that a row says it has.
  @inline(__always) mutating func setPosition(_ number: Int) {
    self.number = number
    position = number
    if number == repeatedNumber {
      position = lastPosition + 1
    } else if rows.count > 0, number == lastNumber {
      position = lastPosition
      mayContinue = true
    } else if number > lastNumber, number <= lastPosition {
      // The rows that repeated a number have taken the place.
      position = lastPosition + 1
    }
  }

  /// Decides at its first cell whether a row goes on with the one before, whose number it has: some programs write a row element
  /// for each cell. Then the cell names itself, and its place is free. Otherwise the rows were only numbered wrongly: each is
  /// one of its own, in their order.
  @inline(never) mutating func settleContinuation(isNamed: Bool) {
    mayContinue = false
    let last = rows.base[rows.count - 1]
    let isFree = column >= Int(last.cellCount) || cells.base[Int(last.firstCell) + column].length == 0
    if isNamed, isFree { return continueLastRow() }
    repeatedNumber = number
    position = Int(last.position) + 1
    if position > WorkbookLimits.rows { fail(.rowReference) }
    if isHiddenRepeat { notes.hiddenRows += 1 }
  }

  /// The number of the last row that waits; 0 when none does.
  @inline(__always) var lastPosition: Int { rows.count > 0 ? Int(rows.base[rows.count - 1].position) : 0 }

  /// Takes up the last row again: some programs write a row element for each cell.
  @inline(never) mutating func continueLastRow() {
    let last = rows.base[rows.count - 1]
    guard Int(last.position) == position, cells.count == firstCell else { return }
    isContinued = true
    rows.count -= 1
    rowStarts.count -= 1
    rowStart = rowStarts.base[rowStarts.count]
    firstCell = Int(last.firstCell)
    // Whether a total is declared is asked of the whole row.
    fault = last.fault == .declaredTotal ? .none : last.fault
    arenaLimit = min(rowStart + maximumRowSize, cellStart + CellText.rawLimit)
  }

  /// A whole number without a sign; nil when it is none or too large for any sheet.
  @inline(__always) static func number(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int? {
    guard count > 0, count <= 10 else { return nil }
    var value = 0
    for place in 0..<count {
      let digit = bytes[place] &- 0x30
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int(digit)
    }
    return value
  }

  private mutating func endRow() {
    // A row that shows nothing is skipped, but not one whose text was left out.
    guard fault != .none || !BlankText.areBlank(UnsafeBufferPointer(cells.elements(from: firstCell)), in: arena.base)
    else {
      arena.count = rowStart
      cells.count = firstCell
      return
    }
    let cells = cells.elements(from: firstCell)
    let isPiece = filledColumns.add(cells, toRow: number)
    if fault == .none, totals.declares(row: number, cells: cells) { fault = .declaredTotal }
    if isPiece, !isContinued {
      if fault == .none || fault == .declaredTotal { fault = .splitRow }
    } else if number < lastNumber, !isContinued {
      notes.addBackwards(row: number, behind: lastNumber)
    }
    rows.append(
      RowBatch.Row(firstCell: firstCell, cellCount: cells.count, position: position, fault: fault))
    rowStarts.append(rowStart)
    lastNumber = number
  }

  private mutating func addMerge(_ attributeCount: Int, _ attributes: Attributes?, _ names: SheetNames) {
    for index in 0..<attributeCount {
      let raw = attributes.unsafelyUnwrapped + index * 5
      guard raw[0] == names.ref, raw[1] == nil, let start = raw[3], let end = raw[4] else { continue }
      notes.addMerge(UnsafeBufferPointer(start: start, count: end - start))
    }
  }
}
