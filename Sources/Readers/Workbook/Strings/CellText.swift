/// How long the text of a cell can be, and where a longer one is cut: while it is read, so that it takes no memory.
enum CellText {
  /// More bytes than a text within the limit can take in a part of the workbook, where an escape of seven may stand for
  /// one character.
  static let rawLimit = 8 * (WorkbookLimits.cellCharacters + 1)

  /// Where the characters within the limit end; nil when there are no more of them.
  @inline(never) static func end(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int? {
    var units = 0
    for place in 0..<count where bytes[place] & 0xC0 != 0x80 {
      units += bytes[place] >= 0xF0 ? 2 : 1
      if units > WorkbookLimits.cellCharacters { return place }
    }
    return nil
  }
}
