import Foundation

/// What becomes of each Latin letter, for ASCII and for the two bytes of U+0080 to U+024F.
struct LetterTable {
  private let ascii: UnsafePointer<UInt8>
  /// Added to each of eight ASCII characters, gives a high bit where more is done than to make capitals small.
  private let specials: UInt64
  /// The replacement of each character from U+0080: at most three bytes and their number.
  private let others: UnsafePointer<(UInt8, UInt8, UInt8, count: UInt8)>
  private static let end: UInt32 = 0x250

  /// Written once and never freed, so that a table is the same for every thread; as arrays it would be counted at each text.
  init(special: [Unicode.Scalar: String], ascii changes: [Unicode.Scalar: Unicode.Scalar] = [:]) {
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
