/// Where a batch's bytes may need tidying: one bit a byte, made in one pass, so that a cell is judged by a look at its bits.
///
/// A column's cells differ in length, and a loop over the bytes of each costs a mispredicted branch; this costs none for
/// cells of up to 57 bytes.
struct UntidyBytes {
  /// The bit of byte `8 * k + i` is bit `i` of byte `k`. Eight bytes more than that, for reading a word anywhere.
  private let bits: UnsafeMutableRawPointer

  /// Looks at all bytes. To be freed by ``deallocate()``.
  init(_ bytes: UnsafePointer<UInt8>, count: Int) {
    let words = (count + 7) / 8
    bits = .allocate(byteCount: words + 8, alignment: 8)
    let raw = UnsafeRawPointer(bytes)
    var before: UInt64 = 0
    for index in 0..<count / 8 {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index &* 8, as: UInt64.self))
      let suspects = Blanks.suspects(word, before: &before)
      bits.storeBytes(of: Self.gathered(suspects), toByteOffset: index, as: UInt8.self)
    }
    if count % 8 > 0 {
      var word: UInt64 = 0
      for index in count & ~7..<count { word |= UInt64(bytes[index]) << UInt64(8 * (index & 7)) }
      bits.storeBytes(
        of: Self.gathered(Blanks.suspects(word, before: &before)), toByteOffset: words - 1, as: UInt8.self)
    }
    bits.storeBytes(of: 0, toByteOffset: words, as: UInt64.self)
  }

  func deallocate() { bits.deallocate() }

  /// True when no byte of a range is suspect.
  @inline(__always)
  func areTidy(from start: Int, count: Int) -> Bool {
    var start = start
    var left = count
    // The word read at a byte of bits holds at least 57 bits from the wanted one on.
    while left > 57 {
      if word(at: start) << 7 != 0 { return false }
      start &+= 57
      left &-= 57
    }
    return word(at: start) << UInt64(64 &- left) == 0
  }

  /// The bits of the 57 bytes from an index on, and some more that may be set or not.
  @inline(__always)
  private func word(at index: Int) -> UInt64 {
    let word = bits.loadUnaligned(fromByteOffset: index >> 3, as: UInt64.self)
    return UInt64(littleEndian: word) >> UInt64(index & 7)
  }

  /// The highest bits of eight bytes side by side, the first byte's lowest.
  @inline(__always)
  private static func gathered(_ tops: UInt64) -> UInt8 {
    UInt8(truncatingIfNeeded: ((tops >> 7) &* 0x0102_0408_1020_4080) >> 56)
  }
}
