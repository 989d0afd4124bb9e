import Glibc

/// Finds bytes in bytes, sixteen places at a time: by their first and last byte, then whole.
enum TextScan {
  /// The first place at or after `start` where `needle`, of at least one byte, begins; nil when there is none.
  static func first(
    _ needle: UnsafeRawBufferPointer, in text: UnsafeRawBufferPointer, from start: Int
  ) -> Int? {
    let length = needle.count
    guard length > 0, let pattern = needle.baseAddress, let base = text.baseAddress, text.count - start >= length else {
      return nil
    }
    let firsts = SIMD16<UInt8>(repeating: needle[0])
    let lasts = SIMD16<UInt8>(repeating: needle[length - 1])
    let end = text.count - length + 1
    var place = start
    while place + 16 <= end {
      let begins = base.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self) .== firsts
      let ends = base.loadUnaligned(fromByteOffset: place + length - 1, as: SIMD16<UInt8>.self) .== lasts
      let both = unsafeBitCast(begins .& ends, to: SIMD2<UInt64>.self)
      if both[0] | both[1] != 0 {
        if let found = firstWhole(pattern, length, base, place..<place + 16) { return found }
      }
      place += 16
    }
    return firstWhole(pattern, length, base, place..<max(place, end))
  }

  private static func firstWhole(
    _ pattern: UnsafeRawPointer, _ length: Int, _ base: UnsafeRawPointer, _ places: Range<Int>
  ) -> Int? {
    let first = pattern.load(as: UInt8.self)
    for place in places where base.load(fromByteOffset: place, as: UInt8.self) == first {
      if memcmp(base + place, pattern, length) == 0 { return place }
    }
    return nil
  }
}
