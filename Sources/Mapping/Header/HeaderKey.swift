import Foundation

/// What headings are compared by.
package enum HeaderKey {
  /// The heading in small letters without blanks, points and other marks, with å, ä and ö as a, a and o, é as e, and the
  /// spellings aa, ae and oe as a, a and o. Empty when the heading has neither letters nor digits.
  ///
  /// A name that begins with @ and a letter keeps the sign: interfaces write so what is about a record, and not of it (`@url`).
  ///
  /// A percent and a number sign have no place in a key, so `Moms %` is `moms`.
  package static func of(_ heading: String) -> String {
    var heading = heading
    return heading.withUTF8 { bytes in
      var isWestern = true
      let key = String(unsafeUninitializedCapacity: bytes.count) { key in
        guard let length = fold(bytes, into: key, limit: .max) else {
          isWestern = false
          return 0
        }
        return length
      }
      return isWestern ? key : general(String(decoding: bytes, as: UTF8.self))
    }
  }

  /// True when a heading has neither letters nor digits.
  static func isEmpty(_ heading: String) -> Bool {
    // One letter or digit of ASCII is enough, and nearly every heading begins with one.
    let hasOne = heading.utf8.contains { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 }
    return !hasOne && of(heading).isEmpty
  }

  /// The first four bytes of a text's key, or fewer where it is shorter: a number that tells quickly that a text is no heading.
  /// Nil when a character is met that takes longer to compare.
  static func start(of text: UnsafeRawBufferPointer) -> UInt32? {
    // A letter of two bytes may begin at the fourth.
    var start: UInt64 = 0
    return withUnsafeMutableBytes(of: &start) { key in
      let isWestern = text.withMemoryRebound(to: UInt8.self) { text in
        key.withMemoryRebound(to: UInt8.self) { fold(text, into: $0, limit: 4) != nil }
      }
      return isWestern ? key.load(as: UInt32.self) : nil
    }
  }

  static func start(of text: String) -> UInt32? {
    var text = text
    return text.withUTF8 { start(of: UnsafeRawBufferPointer($0)) }
  }

  /// The first sixteen bytes of a heading's key, zeros where it is shorter. Nil as for ``start(of:)``.
  static func beginning(of heading: String) -> Beginning? {
    var heading = heading
    return heading.withUTF8 { heading in
      // Whether the sign before another letter stays is told by what comes after it.
      if heading.first == UInt8(ascii: "@"), heading.count > 1, heading[1] >= 0x80 { return nil }
      // A letter of two bytes may begin at the last.
      var bytes: (UInt64, UInt64, UInt64) = (0, 0, 0)
      return withUnsafeMutableBytes(of: &bytes) { bytes in
        let isWestern = bytes.withMemoryRebound(to: UInt8.self) { fold(heading, into: $0, limit: 16) != nil }
        return isWestern
          ? Beginning(first: bytes.load(as: UInt64.self), second: bytes.load(fromByteOffset: 8, as: UInt64.self)) : nil
      }
    }
  }

  struct Beginning: Equatable {
    let first, second: UInt64
  }

  /// The key of a heading of ASCII and Latin-1, which nearly all are, in one pass; it is never longer than the heading.
  ///
  /// - Parameter limit: the length at which the key is long enough.
  /// - Returns: the key's length; nil when another character is met.
  private static func fold(
    _ heading: UnsafeBufferPointer<UInt8>, into key: UnsafeMutableBufferPointer<UInt8>, limit: Int
  ) -> Int? {
    var length = 0
    var index = 0
    if heading.count > 1, heading[0] == UInt8(ascii: "@"), heading[1] | 0x20 &- 0x61 < 26, limit > 0 {
      key[0] = heading[0]
      length = 1
    }
    while index < heading.count, length < limit {
      var byte = heading[index]
      index += 1
      if byte >= 0x80 {
        // C2 and C3 lead the characters from U+0080 to U+00FF.
        guard byte & 0xFE == 0xC2, index < heading.count else { return nil }
        let (lead, trail) = (byte, heading[index])
        index += 1
        if lead == 0xC2 {
          // ª, µ and º are letters; the rest are signs.
          guard trail == 0xAA || trail == 0xB5 || trail == 0xBA else { continue }
          (key[length], key[length + 1]) = (lead, trail)
          length += 2
          continue
        }
        // À to Þ have their small letters 0x20 further on. ß has no other, and neither × nor ÷ is a letter.
        let small = trail < 0x9F ? trail | 0x20 : trail
        guard small != 0xB7 else { continue }
        byte = small == 0x9F ? 0 : base[Int(small & 0x1F)]
        if byte == 0 {
          (key[length], key[length + 1]) = (lead, small)
          length += 2
          continue
        }
      }
      if byte &- 0x41 < 26 { byte |= 0x20 }
      guard byte &- 0x30 < 10 || byte &- 0x61 < 26 else { continue }
      if length > 0, merges(byte, after: key[length - 1]) { continue }
      key[length] = byte
      length += 1
    }
    return length
  }

  /// The letter under the marks of U+00E0 to U+00FF, with æ as a and ø as o; 0 for those that are letters of their own.
  static let base: [UInt8] = Array("aaaaaaaceeeeiiii\0nooooo\0ouuuuy\0y".utf8)

  /// The key of any heading.
  private static func general(_ heading: String) -> String {
    var key: [UInt8] = []
    if heading.utf8.first == UInt8(ascii: "@"), heading.dropFirst().first?.isLetter == true {
      key.append(UInt8(ascii: "@"))
    }
    // Canonical decomposition leaves these two whole.
    let spelled = heading.lowercased().replacing("ø", with: "o").replacing("æ", with: "a")
    for scalar in spelled.decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39: key.append(UInt8(scalar.value))
      case 0x61...0x7A:
        let byte = UInt8(scalar.value)
        if let last = key.last, merges(byte, after: last) { continue }
        key.append(byte)
      default:
        if scalar.value >= 0x80, scalar.properties.isAlphabetic { key.append(contentsOf: String(scalar).utf8) }
      }
    }
    return String(decoding: key, as: UTF8.self)
  }

  /// True for the second letter of aa, ae and oe.
  private static func merges(_ letter: UInt8, after last: UInt8) -> Bool {
    switch last {
    case UInt8(ascii: "a"): letter == UInt8(ascii: "a") || letter == UInt8(ascii: "e")
    case UInt8(ascii: "o"): letter == UInt8(ascii: "e")
    default: false
    }
  }
}
