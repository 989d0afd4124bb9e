/// Characters that look like a hyphen and are none: dashes, the minus sign, hyphens that do not break.
package enum DashCharacters {
  /// True when a text, which is UTF-8, begins with such a character.
  @inline(__always)
  package static func begins(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count >= 3, bytes[0] == 0xE2 || bytes[0] == 0xEF else { return false }
    return contains(UInt32(bytes[0] & 0x0F) << 12 | UInt32(bytes[1] & 0x3F) << 6 | UInt32(bytes[2] & 0x3F))
  }

  /// True for such a character.
  package static func contains(_ scalar: Unicode.Scalar) -> Bool { contains(scalar.value) }

  /// True for the code point of such a character.
  @inline(__always)
  package static func contains(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2010...0x2015, 0x2043, 0x2212, 0xFE58, 0xFE63, 0xFF0D: true
    default: false
    }
  }

  /// The first of them in a text; nil when it has none.
  package static func first(in bytes: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return nil }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.first { scalar in
      Array(String(scalar).utf8).withUnsafeBytes(begins)
    }
  }
}
