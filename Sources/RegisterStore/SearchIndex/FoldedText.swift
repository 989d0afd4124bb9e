import Foundation

/// Text as searches compare it: without case and without the marks of å, ä, ö, é and the like.
///
/// Bytes in, bytes out: a search reads the texts of every customer.
enum FoldedText {
  /// Appends the folded form.
  static func append(_ text: UnsafeRawBufferPointer, to result: inout [UInt8]) {
    if !LetterTable.folding.append(text, to: &result) {
      // Letters of other scripts and marks that stand apart from their letter: rare, so the slow way is good enough.
      let folded = String(decoding: text, as: UTF8.self).replacing("\u{A0}", with: " ")
        .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
      result += folded.utf8
    }
  }

  /// The most bytes that ``write(_:to:)`` makes of so many.
  static func mostBytes(of count: Int) -> Int { LetterTable.mostBytes(of: count) }

  /// Writes the folded form of a text with usual letters only. Returns how many bytes it has; nil for any other text.
  static func write(_ text: UnsafeRawBufferPointer, to result: UnsafeMutableRawBufferPointer) -> Int? {
    LetterTable.folding.replace(text, into: result)
  }

  /// True when a text holds a word, which is folded already.
  static func mentions(_ word: UnsafeRawBufferPointer, in text: UnsafeRawBufferPointer) -> Bool {
    guard !word.isEmpty else { return true }
    return withUnsafeTemporaryAllocation(byteCount: mostBytes(of: text.count), alignment: 1) { room in
      if let count = write(text, to: room) {
        return TextScan.first(word, in: UnsafeRawBufferPointer(rebasing: room[..<count]), from: 0) != nil
      }
      var folded: [UInt8] = []
      append(text, to: &folded)
      return folded.withUnsafeBytes { TextScan.first(word, in: $0, from: 0) != nil }
    }
  }

  static func bytes(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    Array(text.utf8).withUnsafeBytes { append($0, to: &result) }
    return result
  }
}

/// The form of a text whose bytes sort as Swedish does: å, ä and ö after z, ü with y, other marks and case without weight.
/// Source: Svenska skrivregler; V and W have been letters of their own since the dictionary of 2006.
enum SwedishSortKey {
  static func mostBytes(of count: Int) -> Int { LetterTable.mostBytes(of: count) }

  /// Writes the form of a text with usual letters only. Returns how many bytes it has; nil for any other text.
  static func write(_ text: UnsafeRawBufferPointer, to result: UnsafeMutableRawBufferPointer) -> Int? {
    LetterTable.sorting.replace(text, into: result)
  }

  /// The form of a text with other letters, or with marks that stand apart from their letter.
  static func bytes(_ text: UnsafeRawBufferPointer) -> [UInt8] {
    let composed = Array(String(decoding: text, as: UTF8.self).precomposedStringWithCanonicalMapping.utf8)
    var key: [UInt8] = []
    return composed.withUnsafeBytes { LetterTable.sorting.append($0, to: &key) } ? key : composed
  }
}

/// What becomes of each Latin letter, for ASCII and for the two bytes of U+0080 to U+024F.
struct LetterTable {
  private let ascii: UnsafePointer<UInt8>
  /// Added to each of eight ASCII characters, gives a high bit where more is done than to make capitals small.
  private let specials: UInt64
  /// The replacement of each character from U+0080: at most three bytes and their number.
  private let others: UnsafePointer<(UInt8, UInt8, UInt8, count: UInt8)>
  private static let end: UInt32 = 0x250

  // Written once and never freed, the tables are the same for every thread; as arrays they would be counted at each text.
  nonisolated(unsafe) static let folding = LetterTable(special: [
    // A blank that does not break is a blank to who searches.
    "ø": "o", "Ø": "o", "æ": "ae", "Æ": "ae", "ß": "ss", "đ": "d", "ł": "l", "Ł": "l", "\u{A0}": " ",
  ])

  /// The three last letters take the places of `{`, `|` and `}`, which move to those of capitals, since no capital is left.
  nonisolated(unsafe) static let sorting = LetterTable(
    special: [
      "å": "{", "Å": "{", "ä": "|", "Ä": "|", "æ": "|", "Æ": "|", "ö": "}", "Ö": "}", "ø": "}", "Ø": "}", "ü": "y",
      "Ü": "y", "ß": "ss", "đ": "d", "ł": "l", "Ł": "l",
    ],
    ascii: ["{": "A", "|": "B", "}": "C", "~": "D"])

  private init(special: [Unicode.Scalar: String], ascii changes: [Unicode.Scalar: Unicode.Scalar] = [:]) {
    var ascii = (0..<128).map { UInt8($0) }
    for capital in 0x41...0x5A { ascii[capital] = UInt8(capital + 0x20) }
    for (from, to) in changes { ascii[Int(from.value)] = UInt8(to.value) }
    self.ascii = Self.kept(ascii)
    let firstSpecial = changes.keys.map(\.value).min() ?? 0x80
    specials = Self.each &* UInt64(0x80 - firstSpecial)
    let others: [(UInt8, UInt8, UInt8, count: UInt8)] = (0x80..<Self.end).map { value in
      guard let scalar = Unicode.Scalar(value) else { return (0, 0, 0, 0) }
      let text =
        special[scalar]
        ?? String(scalar).folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
      let bytes = Array(text.utf8.prefix(3)) + [0, 0, 0]
      return (bytes[0], bytes[1], bytes[2], UInt8(min(text.utf8.count, 3)))
    }
    self.others = Self.kept(others)
  }

  private static func kept<Element>(_ elements: [Element]) -> UnsafePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: elements.count)
    memory.initialize(from: elements, count: elements.count)
    return UnsafePointer(memory)
  }

  /// The most bytes that the replacements of so many have: no character becomes more than half as long again.
  static func mostBytes(of count: Int) -> Int { count * 3 / 2 + 1 }

  /// Appends the replacement of every character. Returns false, having appended nothing, when one is not in the table.
  func append(_ text: UnsafeRawBufferPointer, to result: inout [UInt8]) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: Self.mostBytes(of: text.count), alignment: 1) { folded in
      guard let count = replace(text, into: folded) else { return false }
      result.append(contentsOf: UnsafeRawBufferPointer(rebasing: folded[..<count]))
      return true
    }
  }

  /// Writes the replacement of every character. Returns how many bytes it has; nil when one is not in the table.
  ///
  /// - Parameter result: room for ``mostBytes(of:)``.
  func replace(_ text: UnsafeRawBufferPointer, into result: UnsafeMutableRawBufferPointer) -> Int? {
    if (4..<8).contains(text.count) {
      let last = text.count - 4
      let start = text.loadUnaligned(as: UInt32.self)
      let end = text.loadUnaligned(fromByteOffset: last, as: UInt32.self)
      if let letters = small(UInt64(start) | UInt64(end) << 32) {
        result.storeBytes(of: UInt32(truncatingIfNeeded: letters), toByteOffset: 0, as: UInt32.self)
        result.storeBytes(of: UInt32(truncatingIfNeeded: letters >> 32), toByteOffset: last, as: UInt32.self)
        return text.count
      }
    }
    var place = 0
    var end = 0
    while place < text.count {
      while place + 8 <= text.count {
        guard let letters = small(text.loadUnaligned(fromByteOffset: place, as: UInt64.self)) else { break }
        result.storeBytes(of: letters, toByteOffset: end, as: UInt64.self)
        place += 8
        end += 8
      }
      guard place < text.count else { break }
      // What is left is done with some of what was done already.
      if text.count >= 8, text.count - place < 8,
        let last = small(text.loadUnaligned(fromByteOffset: text.count - 8, as: UInt64.self))
      {
        end += text.count - place
        result.storeBytes(of: last, toByteOffset: end - 8, as: UInt64.self)
        return end
      }
      let byte = text[place]
      if byte < 0x80 {
        result[end] = ascii[Int(byte)]
        end += 1
        place += 1
        continue
      }
      guard byte >= 0xC2, byte <= 0xC9, place + 1 < text.count else { return nil }
      let index = (Int(byte) & 0x1F) << 6 | (Int(text[place + 1]) & 0x3F) - 0x80
      guard index < Int(Self.end) - 0x80 else { return nil }
      let letters = others[index]
      if letters.count > 0 { result[end] = letters.0 }
      if letters.count > 1 { result[end + 1] = letters.1 }
      if letters.count > 2 { result[end + 2] = letters.2 }
      end += Int(letters.count)
      place += 2
    }
    return end
  }

  private static let each: UInt64 = 0x0101_0101_0101_0101
  private static let eachHighBit: UInt64 = 0x8080_8080_8080_8080

  /// Eight ASCII characters with small letters for capitals: what is above `@` and not above `Z` gets the bit 0x20. Nil when
  /// more is to be done, or some are not ASCII.
  @inline(__always)
  private func small(_ letters: UInt64) -> UInt64? {
    guard (letters | (letters &+ specials)) & Self.eachHighBit == 0 else { return nil }
    let fromA = letters &+ (Self.each &* (0x80 - 0x41))
    let afterZ = letters &+ (Self.each &* (0x7F - 0x5A))
    let capitals = (fromA ^ afterZ) & Self.eachHighBit
    return letters | (capitals &>> 2)
  }
}
