/// A machine word of bytes, searched for three bytes at once.
///
/// Words rather than vectors: as fast where a cell is a few bytes long, and fast enough without optimisation for tests.
struct ByteSearch {
  private static let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  private static let carriageReturns: UInt64 = 0x0D0D_0D0D_0D0D_0D0D
  private static let lineFeeds: UInt64 = 0x0A0A_0A0A_0A0A_0A0A

  private let wanted: UInt64

  /// A search for one byte and for line breaks.
  init(_ byte: UInt8) { wanted = UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The highest bit of each byte of the word at an index that is wanted; the first byte is the lowest. Bytes from `end` on
  /// never count.
  @inline(__always)
  func hits(_ bytes: UnsafeRawPointer, at index: Int, end: Int) -> UInt64 {
    if index &+ 8 <= end {
      return hits(in: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
    }
    return index < end ? hits(in: partialWord(bytes, at: index, end: end)) & ~(.max << UInt64(8 &* (end &- index))) : 0
  }

  @inline(__always)
  private func hits(in word: UInt64) -> UInt64 {
    let a = word ^ wanted
    let b = word ^ ByteSearch.carriageReturns
    let c = word ^ ByteSearch.lineFeeds
    // A byte of (x & 0x7F…) + 0x7F… | x has its highest bit clear exactly when the byte of x is zero.
    let other =
      (((a & ByteSearch.low) &+ ByteSearch.low) | a) & (((b & ByteSearch.low) &+ ByteSearch.low) | b)
      & (((c & ByteSearch.low) &+ ByteSearch.low) | c)
    return ~(other | ByteSearch.low)
  }

  /// The word at an index with NUL from `end` on.
  private func partialWord(_ bytes: UnsafeRawPointer, at index: Int, end: Int) -> UInt64 {
    var word: UInt64 = 0
    var shift: UInt64 = 0
    var index = index
    while index < end {
      word |= UInt64(bytes.load(fromByteOffset: index, as: UInt8.self)) << shift
      shift &+= 8
      index &+= 1
    }
    return word
  }

  /// The index of the first wanted byte at or after `start`, or `end`.
  @inline(__always)
  func first(_ bytes: UnsafeRawPointer, from start: Int, end: Int) -> Int {
    var index = start
    while index < end {
      let found = hits(bytes, at: index, end: end)
      if found != 0 { return index &+ found.trailingZeroBitCount >> 3 }
      index &+= 8
    }
    return end
  }
}
