import Rows

/// Odd cells by ascending index.
extension GrowingBuffer where Element == OddCell {
  /// Says what the cell at an index is that was written anew; nil for nothing odd.
  mutating func put(_ kind: OddCell.Kind?, at cell: UInt32) {
    var place = count
    while place > 0, base[place - 1].cell >= cell { place -= 1 }
    let isThere = place < count && base[place].cell == cell
    if let kind {
      if !isThere {
        append(OddCell(cell: cell, kind: kind))
        for later in stride(from: count - 1, to: place, by: -1) { base[later] = base[later - 1] }
      }
      base[place] = OddCell(cell: cell, kind: kind)
    } else if isThere {
      for later in place + 1..<count { base[later - 1] = base[later] }
      count -= 1
    }
  }

  /// Drops what stands before a cell, from which the others are then counted.
  mutating func drop(before cell: Int) {
    var gone = 0
    while gone < count, Int(base[gone].cell) < cell { gone += 1 }
    removeFirst(gone)
    for place in 0..<count { base[place].cell -= UInt32(cell) }
  }
}
