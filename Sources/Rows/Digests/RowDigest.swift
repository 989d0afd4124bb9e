/// 128 bits that stand for the cells of one row.
///
/// Two rows with equal digests are taken to be equal. With 64 × 64 → 128 bit multiplications over every byte and cell
/// length, and a secret seed per register, 10,000,000 rows collide by chance with a probability below 10⁻²⁴.
package struct RowDigest: Sendable, Hashable {
  package let high: UInt64
  package let low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Stands for a row that has none: such a row is always looked at in full.
  package static let none = RowDigest(high: 0, low: 0)

  /// Folds bytes into two lanes that each see everything, in another order of multiplication.
  package struct Hasher {
    private var first: UInt64
    private var second: UInt64

    package init(seed: UInt64) {
      first = seed ^ 0x9E37_79B9_7F4A_7C15
      second = ~seed &* 0xD6E8_FEB8_6659_FD93
    }

    @inlinable @inline(__always)
    package mutating func combine(_ word: UInt64) { mix(word) }

    @usableFromInline @inline(__always)
    mutating func mix(_ word: UInt64) {
      let a = (first ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
      first = a.high ^ a.low
      let b = (second &+ word).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
      second = (b.high ^ b.low) &+ first.rotated(by: 23)
    }

    /// Folds a cell: its length, then its bytes eight at a time, and what is left of them as a number whose last byte is the
    /// lowest. Registers keep digests by which they know rows for years: this never changes.
    @inline(__always)
    package mutating func combine(_ bytes: UnsafeRawBufferPointer) {
      let count = bytes.count
      mix(UInt64(truncatingIfNeeded: count) | 1 << 63)
      var offset = 0
      while offset + 8 <= count {
        mix(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        offset += 8
      }
      if offset < count { mix(Self.tail(bytes, count, from: offset)) }
    }

    /// The fewer than eight bytes from an offset to the end, read by loads that overlap and not one by one: most cells are short.
    @inline(__always)
    private static func tail(_ bytes: UnsafeRawBufferPointer, _ count: Int, from offset: Int) -> UInt64 {
      let left = UInt64(truncatingIfNeeded: count - offset)
      if offset > 0 {
        let last = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
        return last & (1 << (8 * left) - 1)
      }
      if count >= 4 {
        let first = UInt64(UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt32.self)))
        let last = UInt64(UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)))
        let new = 8 * (left - 4)
        return first << new | last & (1 << new - 1)
      }
      var tail = UInt64(bytes[0])
      for place in 1..<count { tail = tail << 8 | UInt64(bytes[place]) }
      return tail
    }

    package consuming func finish() -> RowDigest {
      mix(0x8EBC_6AF0_9C88_C6E3)
      mix(0x5899_65CC_7537_4CC3)
      // The pair of zeros means "no digest".
      return RowDigest(high: first | 1, low: second)
    }
  }

  /// The digest of the cells at `columns` of one row; a cell that the row does not have differs from a blank one.
  ///
  /// - Parameters:
  ///   - arena: the bytes of the row batch.
  ///   - cells: the cells of this row.
  @inline(__always)
  package static func of(
    _ cells: UnsafeBufferPointer<RowBatch.Cell>, arena: UnsafeRawBufferPointer, columns: [Int], seed: UInt64
  ) -> RowDigest {
    var hasher = Hasher(seed: seed)
    for column in columns {
      if column < cells.count, cells[column].start != .max {
        hasher.combine(UnsafeRawBufferPointer(rebasing: arena[cells[column].range]))
      } else {
        hasher.combine(UInt64(column) &* 3 &+ 1)
      }
    }
    return hasher.finish()
  }
}

extension UInt64 {
  @inline(__always) fileprivate func rotated(by bits: UInt64) -> UInt64 { self << bits | self >> (64 - bits) }
}
