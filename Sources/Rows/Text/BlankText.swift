/// Texts that show nothing: blanks of every script, line breaks and other controls, and characters that no one sees.
///
/// Source: the White_Space property of Unicode, its Default_Ignorable_Code_Point of two and three bytes, the fillers of Hangul and
/// Khmer among them, and the empty pattern of Braille.
package enum BlankText {
  /// False when a text that begins with this byte certainly shows something. True is only a suspicion: most texts are judged
  /// by this look at one byte.
  @inline(__always)
  package static func mayBegin(with byte: UInt8) -> Bool {
    if byte <= 0x20 { return true }
    if byte < 0xC2 { return byte == 0x7F }
    switch byte {
    case 0xC2, 0xCD, 0xD8, 0xE1, 0xE2, 0xE3, 0xEF: return true
    default: return false
    }
  }

  /// True when nobody would see any of the bytes, which are UTF-8.
  package static func isBlank(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var place = 0
    while place < bytes.count {
      let length = blankLength(bytes, at: place)
      if length == 0 { return false }
      place += length
    }
    return true
  }

  /// True when none of a row's cells shows anything; so is a row without cells.
  @inline(__always)
  package static func areBlank(_ cells: UnsafeBufferPointer<RowBatch.Cell>, in arena: UnsafePointer<UInt8>) -> Bool {
    for cell in cells where cell.length > 0 {
      // Nearly every row ends here, at the first byte of its first cell.
      guard mayBegin(with: arena[Int(cell.start)]) else { return false }
      if !isBlank(UnsafeRawBufferPointer(start: arena + Int(cell.start), count: Int(cell.length))) { return false }
    }
    return true
  }

  /// How many bytes the character at a place has when it shows nothing; 0 when it shows something.
  private static func blankLength(_ bytes: UnsafeRawBufferPointer, at place: Int) -> Int {
    let byte = bytes[place]
    if byte <= 0x20 || byte == 0x7F { return 1 }
    guard mayBegin(with: byte), place + 1 < bytes.count else { return 0 }
    let second = bytes[place + 1]
    switch byte {
    // C1 controls, the non-breaking blank and the soft hyphen.
    case 0xC2: return second <= 0xA0 || second == 0xAD ? 2 : 0
    // The combining grapheme joiner.
    case 0xCD: return second == 0x8F ? 2 : 0
    // The Arabic letter mark.
    case 0xD8: return second == 0x9C ? 2 : 0
    default: break
    }
    guard place + 2 < bytes.count else { return 0 }
    let scalar = UInt32(byte & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(bytes[place + 2] & 0x3F)
    switch scalar {
    case 0x115F, 0x1160, 0x1680, 0x17B4, 0x17B5, 0x180B...0x180F, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F,
      0x2800, 0x3000, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0:
      return 3
    default: return 0
    }
  }
}
