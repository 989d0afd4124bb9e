/// Eight bytes of a text at once, the first in the lowest byte. Answers have the highest bit of each byte that is meant.
struct ByteWord {
  static let every: UInt64 = 0x8080_8080_8080_8080
  private static let each: UInt64 = 0x0101_0101_0101_0101
  private let bytes: UInt64

  /// The bytes from a place on; blanks stand for those after the last.
  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, at place: Int) {
    let raw = UnsafeRawPointer(text.baseAddress!)
    let rest = text.count &- place
    if rest >= 8 {
      bytes = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      return
    }
    let blanks = Self.each &* 0x20 << UInt64(rest &* 8)
    if text.count >= 8 {
      let last = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: text.count &- 8, as: UInt64.self))
      bytes = last >> UInt64((8 &- rest) &* 8) | blanks
    } else {
      var first: UInt64 = 0
      for offset in 0..<rest { first |= UInt64(text[place &+ offset]) << UInt64(offset &* 8) }
      bytes = first | blanks
    }
  }

  /// The bytes between two ASCII characters, both counted in.
  @inline(__always)
  func within(_ low: UInt8, _ high: UInt8) -> UInt64 {
    // Seven bits and what is added to them stay within their byte.
    let seven = bytes & ~Self.every
    let isLowOrMore = seven &+ (Self.each &* UInt64(0x80 &- low))
    let isMoreThanHigh = seven &+ (Self.each &* UInt64(0x7F &- high))
    return isLowOrMore & ~isMoreThanHigh & ~bytes & Self.every
  }

  /// The bytes that are neither letters of ASCII nor digits.
  @inline(__always)
  var signs: UInt64 { Self.every & ~(within(0x30, 0x39) | within(0x41, 0x5A) | within(0x61, 0x7A)) }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where the letters of ASCII and digits that begin at a place end.
  @inline(__always)
  func endOfLettersAndDigits(from start: Int) -> Int {
    var place = start
    while place < count {
      let signs = ByteWord(self, at: place).signs
      // The blanks after the last byte are signs, too.
      if signs != 0 { return Swift.min(count, place &+ signs.trailingZeroBitCount / 8) }
      place &+= 8
    }
    return place
  }
}
