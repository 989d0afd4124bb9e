import Foundation

/// What headings are compared by.
package enum HeaderKey {
  /// The heading in small letters without blanks, points and other marks, with å, ä and ö as a, a and o, é as e, and the
  /// spellings aa, ae and oe as a, a and o. Empty when the heading has neither letters nor digits.
  ///
  /// A percent and a number sign have no place in a key, so `Moms %` is `moms`.
  package static func of(_ heading: String) -> String {
    var key: [UInt8] = []
    // Canonical decomposition leaves these two whole.
    let spelled = heading.lowercased().replacing("ø", with: "o").replacing("æ", with: "a")
    for scalar in spelled.decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39: key.append(UInt8(scalar.value))
      case 0x61...0x7A:
        let byte = UInt8(scalar.value)
        if let last = key.last, last == UInt8(ascii: "a"), byte == last || byte == UInt8(ascii: "e") { continue }
        if key.last == UInt8(ascii: "o"), byte == UInt8(ascii: "e") { continue }
        key.append(byte)
      default:
        if scalar.value >= 0x80, scalar.properties.isAlphabetic { key.append(contentsOf: String(scalar).utf8) }
      }
    }
    return String(decoding: key, as: UTF8.self)
  }
}
