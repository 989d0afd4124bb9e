import Glibc

/// Finds letters that are written in UTF-7 (RFC 2152), as old mail programs saved lists: `Malm+APY-` for Malmö.
///
/// A `+`, the bytes of UTF-16 in base 64, and a `-` or what is no base 64. Only letters of European words inside or beside a word are
/// taken for that: `A+B-C`, `+46-70` and `anna+ab-c@exempel.se` decode to nothing of the kind.
enum SevenBitText {
  /// How many times a text has such letters.
  static func count(in text: UnsafeBufferPointer<UInt8>) -> Int {
    guard let bytes = text.baseAddress else { return 0 }
    var count = 0
    var place = 0
    while place < text.count, let plus = memchr(bytes + place, Int32(UInt8(ascii: "+")), text.count - place) {
      let start = UnsafeRawPointer(plus) - UnsafeRawPointer(bytes)
      place = start + 1
      // All those letters begin so.
      guard place < text.count, bytes[place] == UInt8(ascii: "A") else { continue }
      guard let end = end(of: text, from: place) else { continue }
      let isMarked = end < text.count && bytes[end] == UInt8(ascii: "-")
      let next = isMarked ? end + 1 : end
      if isLetter(text, start - 1) || isLetter(text, next) { count += 1 }
      place = next
    }
    return count
  }

  /// Where letters in base 64 end that begin at a place; nil when they are none.
  private static func end(of text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var place = start
    var (bits, held) = (UInt32(0), 0)
    var units = 0
    while place < text.count, let digit = digit(text[place]) {
      bits = bits << 6 | digit
      held += 6
      place += 1
      guard held >= 16 else { continue }
      held -= 16
      guard isLetterBeyondASCII(bits >> UInt32(held) & 0xFFFF) else { return nil }
      bits &= 1 << UInt32(held) - 1
      units += 1
    }
    // What is left over fills the last digit up, with zeros.
    return units > 0 && held < 6 && bits == 0 ? place : nil
  }

  /// Those that lists here have. Three letters of ASCII are as easily another's initials.
  private static let letters = Set("ÅÄÖåäöÉéÈèÜüØøÆæÓóÁáßçñôêëïíúñ".unicodeScalars)

  private static func isLetterBeyondASCII(_ unit: UInt32) -> Bool {
    Unicode.Scalar(unit).map(letters.contains) ?? false
  }

  private static func isLetter(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    text.indices.contains(place) && (text[place] | 0x20) &- 0x61 < 26
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
