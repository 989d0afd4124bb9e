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
      if name == names.c { beginCell(attributeCount, attributes, names) } else { skipped = 1 }
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
        skipped = 1
      }
    case .sheetData:
      if name == names.row { beginRow(attributeCount, attributes, names) } else { skipped = 1 }
    case .inline:
      if name == names.t {
        textStart = arena.count
        place = .text
      } else if name == names.r, !isInRun {
        isInRun = true
      } else {
        skipped = 1
      }
    case .outside:
      if name == names.sheetData {
        place = .sheetData
      } else if name == names.mergeCell {
        addMerge(attributeCount, attributes, names)
      }
    case .value, .formula, .text: skipped = 1
    }
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
    guard place == .value || place == .text, skipped == 0 else { return }
    append(text, count)
  }

  /// Appends to the cell's text unless the row has become too large.
  @inline(__always) mutating func append(_ text: UnsafePointer<UInt8>, _ count: Int) {
    guard arena.count - rowStart + count <= maximumRowSize else {
      fault = .tooLarge
      return
    }
    arena.append(text, count)
  }

  private mutating func beginRow(_ attributeCount: Int, _ attributes: Attributes?, _ names: SheetNames) {
    place = .row
    rowStart = arena.count
    firstCell = cells.count
    nextColumn = 0
    fault = .none
    hasOwnNumber = false
    var number = position + 1
    for index in 0..<attributeCount {
      let raw = attributes.unsafelyUnwrapped + index * 5
      guard raw[1] == nil, let start = raw[3], let end = raw[4] else { continue }
      if raw[0] == names.r {
        number = Self.number(start, end - start) ?? 0
        hasOwnNumber = true
      } else if raw[0] == names.hidden {
        if start[0] == UInt8(ascii: "1") || start[0] == UInt8(ascii: "t") { notes.hiddenRows += 1 }
      }
    }
    guard number >= 1, number <= CellReference.rowLimit else { return fail(.rowReference) }
    position = number
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
    guard cells.count > firstCell || fault != .none else {
      arena.count = rowStart
      return
    }
    rows.append(
      RowBatch.Row(firstCell: firstCell, cellCount: cells.count - firstCell, position: position, fault: fault))
    rowStarts.append(rowStart)
    if arena.count > Self.pendingLimit { fail(.tooMuchAtOnce) }
  }

  private mutating func addMerge(_ attributeCount: Int, _ attributes: Attributes?, _ names: SheetNames) {
    for index in 0..<attributeCount {
      let raw = attributes.unsafelyUnwrapped + index * 5
      guard raw[0] == names.ref, raw[1] == nil, let start = raw[3], let end = raw[4] else { continue }
      notes.addMerge(UnsafeBufferPointer(start: start, count: end - start))
    }
  }
}
