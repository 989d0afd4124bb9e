import Glibc

/// A set of short byte strings that is asked without making a `String`.
///
/// The strings lie end to end in one array, found by an open-addressing table of their places.
package struct ByteSet: Sendable {
  private var bytes: [UInt8] = []
  private var starts: [Int] = [0]
  private var slots: [Int32]

  package init(_ strings: some Sequence<String> = EmptyCollection<String>()) {
    slots = Array(repeating: -1, count: 32)
    for string in strings {
      var string = string
      _ = string.withUTF8 { insert(UnsafeRawBufferPointer($0)) }
    }
  }

  package var count: Int { starts.count - 1 }

  /// Adds a string. Returns true when it was not there.
  @discardableResult
  package mutating func insert(_ string: UnsafeRawBufferPointer) -> Bool {
    let slot = slot(of: string)
    guard slots[slot] < 0 else { return false }
    slots[slot] = Int32(count)
    bytes.append(contentsOf: string)
    starts.append(bytes.count)
    if count * 2 > slots.count { grow() }
    return true
  }

  package func contains(_ string: UnsafeRawBufferPointer) -> Bool { slots[slot(of: string)] >= 0 }

  private func slot(of string: UnsafeRawBufferPointer) -> Int {
    var slot = Self.hash(of: string) & (slots.count - 1)
    while slots[slot] >= 0, !isEqual(Int(slots[slot]), string) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private static func hash(of string: UnsafeRawBufferPointer) -> Int {
    // Most strings are a word or two: their first and last bytes, which may overlap, are all there is.
    let words: (UInt64, UInt64)
    switch string.count {
    case 8...16:
      words = (
        string.loadUnaligned(as: UInt64.self), string.loadUnaligned(fromByteOffset: string.count - 8, as: UInt64.self)
      )
    case 4...7:
      words = (
        UInt64(string.loadUnaligned(as: UInt32.self)),
        UInt64(string.loadUnaligned(fromByteOffset: string.count - 4, as: UInt32.self))
      )
    default:
      var hasher = RowDigest.Hasher(seed: 0)
      hasher.combine(string)
      return Int(truncatingIfNeeded: hasher.finish().low)
    }
    let product = (words.0 ^ 0xA076_1D64_78BD_642F)
      .multipliedFullWidth(by: words.1 ^ 0xE703_7ED1_A0B4_28DB ^ UInt64(string.count))
    return Int(truncatingIfNeeded: product.high ^ product.low)
  }

  private func isEqual(_ index: Int, _ string: UnsafeRawBufferPointer) -> Bool {
    let range = starts[index]..<starts[index + 1]
    guard range.count == string.count, let other = string.baseAddress else { return range.count == string.count }
    return bytes.withUnsafeBytes { memcmp($0.baseAddress! + range.lowerBound, other, range.count) } == 0
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for index in 0..<count {
      let slot = bytes[starts[index]..<starts[index + 1]].withUnsafeBytes { self.slot(of: $0) }
      slots[slot] = Int32(index)
    }
  }
}
