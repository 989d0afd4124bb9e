import CByteScan

/// Where the delimiters and line breaks of some bytes stand: one bit a byte, made in one pass.
struct BreakBits {
  private let words: UnsafeMutablePointer<UInt64>

  /// Looks at all bytes. To be freed by ``deallocate()``.
  init(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8) {
    // One word more, for beginning to look behind the last byte.
    let count = kundreg_words(bytes.count)
    words = .allocate(capacity: count + 1)
    kundreg_mark_breaks(bytes.baseAddress, bytes.count, delimiter, words)
    words[count] = 0
  }

  func deallocate() { words.deallocate() }

  /// Goes from break to break.
  struct Walk {
    private let words: UnsafeMutablePointer<UInt64>
    /// The word that is looked at, and its breaks that were not given yet.
    private var index: Int
    private var bits: UInt64

    @inline(__always)
    fileprivate init(_ words: UnsafeMutablePointer<UInt64>, from start: Int) {
      self.words = words
      index = start >> 6
      bits = words[index] & .max << UInt64(start & 63)
    }

    /// The next break, or nil when there is none before `end`.
    @inline(__always)
    mutating func next(before end: Int) -> Int? {
      while bits == 0 {
        index &+= 1
        guard index << 6 < end else { return nil }
        bits = words[index]
      }
      let position = index << 6 | bits.trailingZeroBitCount
      bits &= bits &- 1
      return position < end ? position : nil
    }
  }

  /// A walk over the breaks at `start` and after it.
  @inline(__always)
  func walk(from start: Int) -> Walk { Walk(words, from: start) }
}
