/// Decimal digits, read a machine word at a time where they stand as they should.
enum DigitWord {
  /// The value of the ten digits of `NNNNNN-NNNN` or `NNNNNNNNNN`, or of the twelve of `YYYYMMDD-NNNN` or `YYYYMMDDNNNN`, and
  /// how many there are; nil for any other text.
  @inline(__always)
  static func identity(_ bytes: UnsafeBufferPointer<UInt8>) -> (value: UInt64, count: Int)? {
    guard bytes.count >= 10 else { return nil }
    let hyphen = UInt8(ascii: "-")
    let raw = UnsafeRawPointer(bytes.baseAddress!)
    switch bytes.count {
    case 10:
      guard let first = value(of: six(raw, at: 0)), let last = value(of: four(raw, at: 6)) else { return nil }
      return (first &* 10_000 &+ last, 10)
    case 11 where bytes[6] == hyphen:
      guard let first = value(of: six(raw, at: 0)), let last = value(of: four(raw, at: 7)) else { return nil }
      return (first &* 10_000 &+ last, 10)
    case 12:
      guard let first = value(of: eight(raw, at: 0)), let last = value(of: four(raw, at: 8)) else { return nil }
      return (first &* 10_000 &+ last, 12)
    case 13 where bytes[8] == hyphen:
      guard let first = value(of: eight(raw, at: 0)), let last = value(of: four(raw, at: 9)) else { return nil }
      return (first &* 10_000 &+ last, 12)
    default: return nil
    }
  }

  /// The value of the five digits of `NNN NN` or `NNNNN`; nil for any other text.
  @inline(__always)
  static func postalCode(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard bytes.count == 5 || bytes.count == 6 && bytes[3] == 0x20 else { return nil }
    let raw = UnsafeRawPointer(bytes.baseAddress!)
    let first = UInt64(UInt32(littleEndian: raw.loadUnaligned(as: UInt32.self)) & 0xFF_FFFF)
    let last = UInt16(littleEndian: raw.loadUnaligned(fromByteOffset: bytes.count &- 2, as: UInt16.self))
    return value(of: 0x30_3030 | first << 24 | UInt64(last) << 48)
  }

  /// The value of the ten digits of `SENNNNNNNNNN01`, of which there are fourteen bytes; nil for any other text.
  @inline(__always)
  static func swedishVATNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard bytes[0] == UInt8(ascii: "S"), bytes[1] == UInt8(ascii: "E"), bytes[12] == UInt8(ascii: "0"),
      bytes[13] == UInt8(ascii: "1")
    else { return nil }
    let raw = UnsafeRawPointer(bytes.baseAddress!)
    guard let first = value(of: six(raw, at: 2)), let last = value(of: four(raw, at: 8)) else { return nil }
    return first &* 10_000 &+ last
  }

  /// The value of eight ASCII digits, the first in the lowest byte; nil when a byte is no digit.
  @inline(__always)
  private static func value(of word: UInt64) -> UInt64? {
    let high: UInt64 = 0xF0F0_F0F0_F0F0_F0F0
    // 0x30 to 0x39 are the bytes that have the high half 3, and have it still when 6 is added.
    guard word & high | ((word &+ 0x0606_0606_0606_0606) & high) >> 4 == 0x3333_3333_3333_3333 else { return nil }
    // Neighbours are joined: digits to pairs, pairs to fours, fours to eight.
    let pairs = ((word & 0x0F0F_0F0F_0F0F_0F0F) &* 2561) >> 8
    let fours = ((pairs & 0x00FF_00FF_00FF_00FF) &* 6_553_601) >> 16
    return ((fours & 0x0000_FFFF_0000_FFFF) &* 42_949_672_960_001) >> 32
  }

  @inline(__always)
  private static func eight(_ raw: UnsafeRawPointer, at place: Int) -> UInt64 {
    UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  /// Six bytes behind two zeros.
  @inline(__always)
  private static func six(_ raw: UnsafeRawPointer, at place: Int) -> UInt64 {
    let first = UInt64(UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
    let last = UInt64(UInt16(littleEndian: raw.loadUnaligned(fromByteOffset: place &+ 4, as: UInt16.self)))
    return 0x3030 | first << 16 | last << 48
  }

  /// Four bytes behind four zeros.
  @inline(__always)
  private static func four(_ raw: UnsafeRawPointer, at place: Int) -> UInt64 {
    0x3030_3030 | UInt64(UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt32.self))) << 32
  }
}
