/// A Swedish postal code (postnummer): five digits, the first from 1 to 9.
///
/// Source: Svensk Standard SS 613401 and PostNord's address rules, which write it `123 45`.
package struct PostalCode: Sendable, Equatable {
  package let digits: UInt32

  /// Reads `12345`, `123 45`, `SE-123 45` or `S-123 45`; nil when the text is no Swedish postal code.
  package init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let usual = DigitWord.postalCode(bytes) {
      guard usual >= 10_000 else { return nil }
      digits = UInt32(truncatingIfNeeded: usual)
      return
    }
    var place = 0
    var value: UInt32 = 0
    var count = 0
    var letters = 0
    while place < bytes.count {
      let byte = bytes[place]
      let blank = DigitMarks.width(bytes, at: place)
      if blank > 0 {
        place += blank
        continue
      }
      if byte >= 0x30, byte <= 0x39 {
        guard count < 5 else { return nil }
        value = value * 10 + UInt32(byte - 0x30)
        count += 1
        place += 1
        continue
      }
      guard count == 0 else { return nil }
      switch (byte | 0x20, letters) {
      case (UInt8(ascii: "s"), 0), (UInt8(ascii: "e"), 1):
        letters += 1
        place += 1
      default:
        let hyphen = DigitMarks.hyphenWidth(bytes, at: place)
        // The country mark and its hyphen once, then digits.
        guard hyphen > 0, letters == 1 || letters == 2 else { return nil }
        letters = 3
        place += hyphen
      }
    }
    guard count == 5, value >= 10_000 else { return nil }
    digits = value
  }

  /// Appends `123 45`.
  package func appendCanonical(to bytes: inout [UInt8]) {
    var unit: UInt32 = 10_000
    while unit > 0 {
      if unit == 10 { bytes.append(UInt8(ascii: " ")) }
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digits / unit % 10))
      unit /= 10
    }
  }
}
