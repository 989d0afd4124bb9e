/// Names as bytes that compare as people read them: without case, accents, punctuation, and the words for the form of a
/// business.
enum DuplicateName {
  /// Appends the words of a name with one blank between them. A name of nothing but forms of business keeps them.
  ///
  /// - Parameter scratch: memory to work in. The words are read from it and not from the arena: a slice of the arena,
  ///   held while the arena grows, would copy all of it for each name.
  static func append(_ name: UnsafeRawBufferPointer, to arena: inout [UInt8], scratch: inout [UInt8]) {
    scratch.removeAll(keepingCapacity: true)
    fold(name, to: &scratch)
    let start = arena.count
    for word in scratch.split(separator: blank) where !LeftOutWords.words.contains(where: { $0.elementsEqual(word) }) {
      if arena.count > start { arena.append(blank) }
      arena.append(contentsOf: word)
    }
    if arena.count == start { arena.append(contentsOf: scratch) }
  }

  static let blank = UInt8(ascii: " ")

  private static func fold(_ name: UnsafeRawBufferPointer, to arena: inout [UInt8]) {
    let start = arena.count
    var isBetween = false
    var place = 0
    while place < name.count {
      let byte = name[place]
      place += 1
      let letter: UInt8
      switch byte {
      case 0x30...0x39, 0x61...0x7A: letter = byte
      case 0x41...0x5A: letter = byte | 0x20
      case 0xC3 where place < name.count:
        letter = latin1[Int(name[place] & 0x3F)]
        place += 1
      case 0xC2, 0xCC, 0xCD:
        // Signs such as the non-breaking space part words; a combining accent belongs to the letter before it.
        place += 1
        if byte == 0xC2 { isBetween = true }
        continue
      case 0x80...: letter = byte
      default: letter = 0
      }
      guard letter != 0 else {
        isBetween = true
        continue
      }
      if isBetween, arena.count > start { arena.append(blank) }
      isBetween = false
      arena.append(letter)
    }
  }

  /// The letters U+00C0 to U+00FF without case and accent; 0 for × and ÷.
  private static let latin1: [UInt8] = {
    let half = Array("aaaaaaaceeeeiiiidnooooo\0ouuuuyts".utf8)
    return half + half.dropLast() + [UInt8(ascii: "y")]
  }()

  /// True when one letter put in, left out or replaced makes one of the other.
  static func isOneEdit(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    guard long.count - short.count <= 1 else { return false }
    var front = 0
    while front < short.count, short[short.startIndex + front] == long[long.startIndex + front] { front += 1 }
    var back = 0
    while back < short.count - front, short[short.endIndex - 1 - back] == long[long.endIndex - 1 - back] { back += 1 }
    return long.count - front - back <= 1
  }

  /// True when both have the same words in another order.
  static func isReordered(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
    a.count == b.count && words(a).elementsEqual(words(b), by: { $0.elementsEqual($1) })
  }

  /// The words in the order of their bytes.
  static func words(_ name: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    name.split(separator: blank).sorted { $0.lexicographicallyPrecedes($1) }
  }
}
