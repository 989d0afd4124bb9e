/// A VAT number of a country of the European Union or of Northern Ireland: country prefix and national part.
///
/// The shapes are those of the Commission's table of VAT number structures (VIES frequently asked questions, question 11),
/// in ``VATNumberShape``. Check digits are verified for Sweden, Denmark and Finland, after the Commission's *VAT number
/// construction rules* for VIES.
package struct VATNumber: Sendable, Equatable {
  /// Why a text is no VAT number.
  package enum Flaw: Error, Sendable, Equatable {
    /// The first two letters are no country of the European Union, nor `XI`.
    case country
    /// The national part has the wrong length or characters.
    case shape
    /// The check digits do not agree.
    case checksum
  }

  /// At most fourteen characters, the first in the highest place.
  private let text: UInt128
  private let count: Int

  /// True for a Swedish number.
  package var isSwedish: Bool { byte(0) == UInt8(ascii: "S") && byte(1) == UInt8(ascii: "E") }

  /// The ten digits of the organisation or personal number inside a Swedish VAT number; nil for any other country.
  package var swedishDigits: UInt64? {
    guard isSwedish else { return nil }
    var value: UInt64 = 0
    for place in 2..<12 { value = value * 10 + UInt64(byte(place) - 0x30) }
    return value
  }

  /// Reads what was typed: small letters, blanks, hyphens and points are passed over, and Greece's `GR` becomes `EL`.
  package static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<VATNumber, Flaw> {
    var text: UInt128 = 0
    var count = 0
    var place = 0
    while place < bytes.count {
      let mark = max(Blanks.width(bytes, at: place), Blanks.hyphenWidth(bytes, at: place))
      if mark > 0 || bytes[place] == UInt8(ascii: ".") {
        place += max(mark, 1)
        continue
      }
      var byte = bytes[place]
      if byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") { byte -= 0x20 }
      guard count < 14 else { return .failure(.shape) }
      text = (text << 8) | UInt128(byte)
      count += 1
      place += 1
    }
    guard count >= 2 else { return .failure(.country) }
    text <<= UInt128(8 * (16 - count))
    var country = UInt16(truncatingIfNeeded: text >> 112)
    if country == VATNumberShape.country("GR") {
      country = VATNumberShape.country("EL")
      text = (text & (UInt128.max >> 16)) | (UInt128(country) << 112)
    }
    let number = VATNumber(text: text, count: count)
    guard let shapes = VATNumberShape.of(country) else { return .failure(.country) }
    guard shapes.contains(where: { number.matches($0) }) else { return .failure(.shape) }
    return number.hasRightCheckDigits ? .success(number) : .failure(.checksum)
  }

  /// Appends prefix and number without blanks, `SE556677889901`.
  package func appendCanonical(to bytes: inout [UInt8]) {
    for place in 0..<count { bytes.append(byte(place)) }
  }

  private func byte(_ place: Int) -> UInt8 { UInt8(truncatingIfNeeded: text >> UInt128(8 * (15 - place))) }

  private func digit(_ place: Int) -> Int { Int(byte(place)) - 0x30 }

  private func matches(_ shape: VATNumberShape) -> Bool {
    guard count - 2 == shape.pattern.utf8CodeUnitCount else { return false }
    for place in 2..<count where !VATNumberShape.accepts(byte(place), pattern: shape.pattern.utf8Start[place - 2]) {
      return false
    }
    return true
  }

  private var hasRightCheckDigits: Bool {
    switch (byte(0), byte(1)) {
    case (UInt8(ascii: "S"), UInt8(ascii: "E")): Luhn.isValid(swedishDigits!)
    case (UInt8(ascii: "D"), UInt8(ascii: "K")): weightedSum(2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0
    case (UInt8(ascii: "F"), UInt8(ascii: "I")): hasRightFinnishCheckDigit
    default: true
    }
  }

  /// The Finnish check digit is 11 less the remainder of the weighted sum; remainder 0 gives 0, remainder 1 is not used.
  private var hasRightFinnishCheckDigit: Bool {
    let remainder = weightedSum(7, 9, 10, 5, 8, 4, 2, 0) % 11
    return remainder != 1 && digit(9) == (remainder == 0 ? 0 : 11 - remainder)
  }

  private func weightedSum(
    _ a: Int, _ b: Int, _ c: Int, _ d: Int, _ e: Int, _ f: Int, _ g: Int, _ h: Int
  ) -> Int {
    a * digit(2) + b * digit(3) + c * digit(4) + d * digit(5) + e * digit(6) + f * digit(7) + g * digit(8)
      + h * digit(9)
  }
}
