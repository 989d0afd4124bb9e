import CByteScan

/// Where a batch's bytes may need tidying: one bit a byte, made in one pass, so that a cell is judged by a look at its bits.
///
/// A column's cells differ in length, and a loop over the bytes of each costs a mispredicted branch; this costs none for
/// cells of up to 57 bytes.
struct UntidyBytes {
  /// Eight bytes more than the bits take, for reading a word anywhere.
  private let bits: UnsafeMutableRawPointer

  /// Looks at all bytes. To be freed by ``deallocate()``.
  init(_ bytes: UnsafePointer<UInt8>, count: Int) {
    let words = kundreg_words(count)
    bits = .allocate(byteCount: (words + 1) * 8, alignment: 8)
    kundreg_mark_untidy(bytes, count, bits.bindMemory(to: UInt64.self, capacity: words + 1))
    bits.storeBytes(of: 0, toByteOffset: words * 8, as: UInt64.self)
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
}
