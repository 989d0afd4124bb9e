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

  /// The ten digits of the organisation or personal number inside a Swedish VAT number; nil for any other country.
  package let swedishDigits: UInt64?

  /// True for a Swedish number.
  package var isSwedish: Bool { swedishDigits != nil }

  /// Reads what was typed: small letters, blanks, hyphens and points are passed over, and Greece's `GR` becomes `EL`.
  package static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<VATNumber, Flaw> {
    if bytes.count == maximumLength, let digits = DigitWord.swedishVATNumber(bytes) {
      return Luhn.isValid(digits) ? .success(VATNumber(swedish: bytes, digits: digits)) : .failure(.checksum)
    }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: maximumLength) { characters in
      guard let count = gather(bytes, into: characters) else { return .failure(.shape) }
      guard count >= 2 else { return .failure(.country) }
      if characters[0] == UInt8(ascii: "G"), characters[1] == UInt8(ascii: "R") {
        characters[0] = UInt8(ascii: "E")
        characters[1] = UInt8(ascii: "L")
      }
      guard let shapes = VATNumberShape.of(characters[0], characters[1]) else { return .failure(.country) }
      let national = UnsafeBufferPointer(rebasing: characters[2..<count])
      guard shapes.contains(where: { $0.matches(national) }) else { return .failure(.shape) }
      let number = VATNumber(characters: UnsafeBufferPointer(rebasing: characters[..<count]))
      return hasRightCheckDigits(number, national) ? .success(number) : .failure(.checksum)
    }
  }

  /// Appends prefix and number without blanks, `SE556677889901`.
  package func appendCanonical(to bytes: inout [UInt8]) {
    for place in 0..<count { bytes.append(UInt8(truncatingIfNeeded: text >> UInt128(8 * (15 - place)))) }
  }

  private static let maximumLength = 14

  /// Puts the letters, digits and signs of the number side by side; nil when there are too many for any country.
  private static func gather(
    _ bytes: UnsafeBufferPointer<UInt8>, into characters: UnsafeMutableBufferPointer<UInt8>
  ) -> Int? {
    var count = 0
    var place = 0
    while place < bytes.count {
      var byte = bytes[place]
      if byte < 0x30 || byte >= 0x80 {
        let mark = max(Blanks.width(bytes, at: place), Blanks.hyphenWidth(bytes, at: place))
        if mark > 0 || byte == UInt8(ascii: ".") {
          place += max(mark, 1)
          continue
        }
      }
      if byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") { byte -= 0x20 }
      guard count < maximumLength else { return nil }
      characters[count] = byte
      count += 1
      place += 1
    }
    return count
  }

  private init(characters: UnsafeBufferPointer<UInt8>) {
    var text: UInt128 = 0
    for byte in characters { text = (text << 8) | UInt128(byte) }
    count = characters.count
    self.text = text << UInt128(8 * (16 - characters.count))
    guard characters[0] == UInt8(ascii: "S"), characters[1] == UInt8(ascii: "E") else {
      swedishDigits = nil
      return
    }
    var digits: UInt64 = 0
    for place in 2..<12 { digits = digits * 10 + UInt64(characters[place] - 0x30) }
    swedishDigits = digits
  }

  /// A Swedish number that is written as it should be: fourteen bytes.
  private init(swedish bytes: UnsafeBufferPointer<UInt8>, digits: UInt64) {
    let raw = UnsafeRawPointer(bytes.baseAddress!)
    let first = UInt64(bigEndian: raw.loadUnaligned(as: UInt64.self))
    let last = UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 6, as: UInt64.self)) << 16
    text = UInt128(first) << 64 | UInt128(last)
    count = bytes.count
    swedishDigits = digits
  }

  private static func hasRightCheckDigits(_ number: VATNumber, _ national: UnsafeBufferPointer<UInt8>) -> Bool {
    if let digits = number.swedishDigits { return Luhn.isValid(digits) }
    switch UInt16(truncatingIfNeeded: number.text >> 112) {
    case VATNumberShape.denmark:
      return weightedSum(national, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0
    case VATNumberShape.finland:
      // The check digit is 11 less the remainder; remainder 0 gives 0, remainder 1 is not used.
      let remainder = weightedSum(national, 7, 9, 10, 5, 8, 4, 2, 0) % 11
      return remainder != 1 && Int(national[7]) - 0x30 == (remainder == 0 ? 0 : 11 - remainder)
    default:
      return true
    }
  }

  private static func weightedSum(
    _ digits: UnsafeBufferPointer<UInt8>, _ a: Int, _ b: Int, _ c: Int, _ d: Int, _ e: Int, _ f: Int, _ g: Int, _ h: Int
  ) -> Int {
    let digit = { (place: Int) in Int(digits[place]) - 0x30 }
    return a * digit(0) + b * digit(1) + c * digit(2) + d * digit(3) + e * digit(4) + f * digit(5) + g * digit(6)
      + h * digit(7)
  }
}
