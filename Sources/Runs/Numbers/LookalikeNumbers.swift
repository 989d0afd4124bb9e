import Rows

/// Finds new customers' numbers that are alike but for capital letters, dashes or blanks.
///
/// Numbers of digits alone, as most are, take no memory here, and no time but for a look at their digits.
struct LookalikeNumbers {
  /// The numbers that are not plain, folded.
  private var folded: SeenKeys
  /// True when one of them is of digits alone when it is folded: then plain ones are asked for, too.
  private(set) var hasPlain = false
  /// The number at hand, folded.
  private(set) var bytes: [UInt8] = []

  init(seed: UInt64) { folded = SeenKeys(seed: seed) }

  /// True for a number of digits alone.
  @inline(__always)
  static func isPlain(_ number: UnsafeRawBufferPointer) -> Bool { number.allSatisfy { $0 &- 0x30 < 10 } }

  /// Marks a number. Returns the row of one that looks like it, or nil.
  ///
  /// - Parameter numbers: all numbers of new customers so far.
  mutating func mark(_ number: UnsafeRawBufferPointer, row: UInt32, among numbers: SeenKeys) -> UInt32? {
    if Self.isPlain(number) { return hasPlain ? folded.row(of: number) : nil }
    fold(number)
    return bytes.withUnsafeBytes { key in
      let first = folded.mark(key, row: row)
      guard Self.isPlain(key) else { return first }
      hasPlain = true
      return first ?? numbers.found(key)
    }
  }

  /// Writes a number in capital letters, with hyphens for dashes and without blanks and what nobody sees.
  private mutating func fold(_ number: UnsafeRawBufferPointer) {
    bytes.removeAll(keepingCapacity: true)
    var place = 0
    while place < number.count {
      let byte = number[place]
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      guard place + length <= number.count else { break }
      let character = UnsafeRawBufferPointer(rebasing: number[place..<place + length])
      if DashCharacters.begins(character) {
        bytes.append(UInt8(ascii: "-"))
      } else if !BlankText.isBlank(character) {
        append(character)
      }
      place += length
    }
  }

  private mutating func append(_ character: UnsafeRawBufferPointer) {
    switch (character[0], character.count) {
    case (0x61...0x7A, 1): bytes.append(character[0] & 0xDF)
    // The small letters from à to þ stand 0x20 behind their capitals; ÷ is none.
    case (0xC3, 2) where (0xA0...0xBE).contains(character[1]) && character[1] != 0xB7:
      bytes += [0xC3, character[1] & 0xDF]
    default: bytes.append(contentsOf: character)
    }
  }
}
