/// Rows whose quotes do not tell where cells end: programs write them that put cells in quotes and leave the quotes inside as they
/// are, and people who write blanks between a delimiter and a quote.
extension DelimitedRowScanner {
  /// A cell of such a row.
  struct LooseCell {
    /// Where its text stands, quotes around it left out.
    let range: Range<Int>
    /// True when quotes inside are doubled.
    var isDoubled = false
    /// True when the quotes leave it open where the cell ends.
    var isStray = false
  }

  /// Reads a row the way that it was most likely meant: a cell in quotes ends by a quote before a delimiter or the end of the line,
  /// at the first delimiter unless the row has as many cells as others only when it ends by a later one.
  ///
  /// - Parameters:
  ///   - end: where the row ends at the latest, its line break included.
  ///   - width: how many cells rows have.
  /// - Returns: the cells, where the next row begins, and how many lines the row takes.
  func looseRow(
    _ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int, width: Int
  ) -> (cells: [LooseCell], end: Int, lines: Int) {
    var row = looseCells(bytes, from: start, to: end, passesDelimiters: false)
    if row.cells.count != width {
      let longer = looseCells(bytes, from: start, to: end, passesDelimiters: true)
      if longer.cells.count == width { row = longer }
    }
    var lines = 1
    for index in start..<row.end where isLineBreak(bytes[index]) {
      if bytes[index] == 0x0A || index + 1 == end || bytes[index + 1] != 0x0A { lines += 1 }
    }
    var next = row.end
    if next < end, bytes[next] == 0x0D { next += 1 }
    if next < end, bytes[next] == 0x0A { next += 1 }
    return (row.cells, next, lines)
  }

  /// - Returns: the cells, and where the line break after them stands, or the end.
  private func looseCells(
    _ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int, passesDelimiters: Bool
  ) -> (cells: [LooseCell], end: Int) {
    var cells: [LooseCell] = []
    var position = start
    // Where no quote ends a cell, none ends a later one: a row of thousands of quotes is passed over once.
    var mayPass = passesDelimiters
    while true {
      let opening = passBlanks(bytes, from: position, to: end)
      let next: Int
      if opening < end, bytes[opening] == quote {
        let cell: LooseCell
        (cell, next) =
          doubledCell(bytes, at: opening, to: end)
          ?? strayCell(bytes, at: opening, to: end, passesDelimiters: mayPass)
        mayPass = mayPass && cell.range.lowerBound > opening
        cells.append(cell)
      } else {
        next = nextBreak(bytes, from: position, to: end)
        cells.append(LooseCell(range: position..<next))
      }
      guard next < end, bytes[next] == delimiter else { return (cells, next) }
      position = next + 1
    }
  }

  /// A cell whose quotes are as they should be, apart from blanks around it; nil for another.
  private func doubledCell(
    _ bytes: UnsafePointer<UInt8>, at opening: Int, to end: Int
  ) -> (LooseCell, next: Int)? {
    var position = opening + 1
    while position < end {
      guard bytes[position] == quote else {
        position += 1
        continue
      }
      if position + 1 < end, bytes[position + 1] == quote {
        position += 2
        continue
      }
      let next = passBlanks(bytes, from: position + 1, to: end)
      guard next == end || isBreak(bytes[next]) else { return nil }
      return (LooseCell(range: opening + 1..<position, isDoubled: true), next)
    }
    return nil
  }

  /// A cell whose quotes are not doubled: up to one before a delimiter; as it stands when there is none.
  private func strayCell(
    _ bytes: UnsafePointer<UInt8>, at opening: Int, to end: Int, passesDelimiters: Bool
  ) -> (LooseCell, next: Int) {
    var position = opening + 1
    while position < end, passesDelimiters || !isBreak(bytes[position]) {
      if bytes[position] == quote {
        let next = passBlanks(bytes, from: position + 1, to: end)
        if next == end || isBreak(bytes[next]) {
          return (LooseCell(range: opening + 1..<position, isStray: true), next)
        }
      }
      position += 1
    }
    let next = nextBreak(bytes, from: opening, to: end)
    return (LooseCell(range: opening..<next, isStray: true), next)
  }

  /// Where what stands behind blanks begins.
  func passBlanks(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var index = start
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x09, bytes[index] != delimiter { index &+= 1 }
    return index
  }

  private func nextBreak(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var index = start
    while index < end, !isBreak(bytes[index]) { index += 1 }
    return index
  }

  private func isBreak(_ byte: UInt8) -> Bool { byte == delimiter || isLineBreak(byte) }

  private func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
