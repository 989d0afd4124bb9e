import CByteScan

/// Finds how far bytes are valid UTF-8 and how far they are ASCII, a machine word at a time.
enum UTF8Validation {
  /// Why validation stopped before the end.
  enum Stop: Equatable {
    case end
    /// The last sequence may go on after the bytes given.
    case incomplete
    /// That many bytes can be no part of UTF-8.
    case invalid(length: Int)
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The index of the first byte above 0x7F at or after `start`, or `end`.
  @inline(__always)
  static func firstNonASCII(_ bytes: UnsafeRawPointer, from start: Int, to end: Int) -> Int {
    var index = start
    while index &+ 32 <= end {
      let a = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let b = bytes.loadUnaligned(fromByteOffset: index &+ 8, as: UInt64.self)
      let c = bytes.loadUnaligned(fromByteOffset: index &+ 16, as: UInt64.self)
      let d = bytes.loadUnaligned(fromByteOffset: index &+ 24, as: UInt64.self)
      if (a | b | c | d) & highBits != 0 { break }
      index &+= 32
    }
    while index &+ 8 <= end {
      let high = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) & highBits
      if high != 0 { return index &+ high.trailingZeroBitCount >> 3 }
      index &+= 8
    }
    while index < end, bytes.load(fromByteOffset: index, as: UInt8.self) < 0x80 { index &+= 1 }
    return index
  }

  /// How many bytes from the start are valid UTF-8, and what follows them.
  static func validPrefix(_ bytes: UnsafeRawBufferPointer) -> (length: Int, stop: Stop) {
    guard let base = bytes.assumingMemoryBound(to: UInt8.self).baseAddress else { return (0, .end) }
    let end = bytes.count
    var index = 0
    while true {
      index &+= kundreg_common_utf8(base + index, end &- index)
      if index == end { return (end, .end) }
      let length = sequenceLength(bytes, at: index)
      guard length > 0 else { return (index, length == 0 ? .incomplete : .invalid(length: -length)) }
      index &+= length
    }
  }

  /// The length of the multi-byte sequence at an index; 0 when it is cut off by the end, and minus the number of bytes to
  /// replace when it is invalid. Source: The Unicode Standard, table 3-7 and "Substitution of maximal subparts".
  @inline(__always)
  private static func sequenceLength(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Int {
    let first = bytes[index]
    let length: Int
    var lowest: UInt8 = 0x80
    var highest: UInt8 = 0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, lowest) = (3, 0xA0)
    case 0xED: (length, highest) = (3, 0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, lowest) = (4, 0x90)
    case 0xF4: (length, highest) = (4, 0x8F)
    case 0xF1...0xF3: length = 4
    default: return -1
    }
    for step in 1..<length {
      guard index &+ step < bytes.count else { return 0 }
      let byte = bytes[index &+ step]
      guard byte >= lowest, byte <= highest else { return -step }
      lowest = 0x80
      highest = 0xBF
    }
    return length
  }
}
