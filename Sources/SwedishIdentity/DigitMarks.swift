/// Marks that people and programs put between the digits of a number.
enum DigitMarks {
  /// The bytes of the blank that begins at `place`: space, tab, no-break space or one of the narrow spaces; 0 when none does.
  static func width(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    switch bytes[place] {
    case 0x20, 0x09: 1
    case 0xC2: place + 1 < bytes.count && bytes[place + 1] == 0xA0 ? 2 : 0
    case 0xE2:
      // U+2007 figure space, U+2009 thin space, U+202F narrow no-break space.
      place + 2 < bytes.count && bytes[place + 1] == 0x80
        && (bytes[place + 2] == 0x87 || bytes[place + 2] == 0x89 || bytes[place + 2] == 0xAF) ? 3 : 0
    default: 0
    }
  }

  /// The bytes of the hyphen that begins at `place`: `-`, or one of its typographic forms; 0 when none does.
  static func hyphenWidth(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    switch bytes[place] {
    case UInt8(ascii: "-"): return 1
    case 0xE2:
      guard place + 2 < bytes.count else { return 0 }
      // U+2010 hyphen to U+2014 em dash, U+2212 minus sign.
      if bytes[place + 1] == 0x80 { return (0x90...0x94).contains(bytes[place + 2]) ? 3 : 0 }
      return bytes[place + 1] == 0x88 && bytes[place + 2] == 0x92 ? 3 : 0
    default: return 0
    }
  }
}
