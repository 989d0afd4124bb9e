/// A VAT number of a country of the European Union, the United Kingdom, Northern Ireland, Norway or Switzerland: country
/// prefix and national part.
///
/// The shapes stand in ``VATNumberShape``. Wrong check digits are a flaw for Sweden, whose numbers are known best; those of other
/// countries, see ``VATCheckDigits``, make a number doubtful.
package struct VATNumber: Sendable, Equatable {
  /// Why a text is no VAT number.
  package enum Flaw: Error, Sendable, Equatable {
    /// The first two letters are no country's whose VAT numbers are known.
    case country
    /// The national part has the wrong length or characters.
    case shape
    /// The check digits do not agree.
    case checksum
  }

  /// At most sixteen characters, the first in the highest place.
  private let text: UInt128
  private let count: Int

  /// The ten digits of the organisation or personal number inside a Swedish VAT number; nil for any other country.
  package let swedishDigits: UInt64?

  /// True for a Swedish number.
  package var isSwedish: Bool { swedishDigits != nil }

  /// True when the check digits of another country do not agree.
  package let isDoubtful: Bool

  /// True for the number of a Swedish VAT group (momsgrupp), which is none of its members' organisation number.
  ///
  /// The numbers that groups publish on their invoices begin with 6630; no public rule says so, which makes it a belief.
  package var isOfGroup: Bool { swedishDigits.map { $0 / 1_000_000 == 6630 } ?? false }

  /// The two letters that a VAT number begins with, as capitals, when a country's numbers begin so; Greece's are `EL`.
  private static func countryLetters(_ bytes: UnsafeBufferPointer<UInt8>) -> (UInt8, UInt8)? {
    guard bytes.count >= 2 else { return nil }
    var (first, second) = (capital(bytes[0]), capital(bytes[1]))
    if first == UInt8(ascii: "G"), second == UInt8(ascii: "R") {
      (first, second) = (UInt8(ascii: "E"), UInt8(ascii: "L"))
    }
    return VATNumberShape.of(first, second) == nil ? nil : (first, second)
  }

  /// Reads what was typed: small letters, blanks, hyphens and points are passed over, and Greece's `GR` becomes `EL`.
  package static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<VATNumber, Flaw> {
    if bytes.count == swedishLength, let digits = DigitWord.swedishVATNumber(bytes) {
      return Luhn.isValid(digits) ? .success(VATNumber(swedish: bytes, digits: digits)) : .failure(.checksum)
    }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: maximumLength) { characters in
      guard let count = gather(bytes, into: characters) else {
        return .failure(countryLetters(bytes) == nil ? .country : .shape)
      }
      guard let letters = countryLetters(UnsafeBufferPointer(rebasing: characters[..<count])),
        let shapes = VATNumberShape.of(letters.0, letters.1)
      else { return .failure(.country) }
      (characters[0], characters[1]) = letters
      let national = UnsafeBufferPointer(rebasing: characters[2..<count])
      guard shapes.contains(where: { $0.matches(national) }) else { return .failure(.shape) }
      let number = VATNumber(characters: UnsafeBufferPointer(rebasing: characters[..<count]), national)
      return number.swedishDigits.map(Luhn.isValid) ?? true ? .success(number) : .failure(.checksum)
    }
  }

  /// Appends prefix and number without blanks, `SE556677889901`.
  package func appendCanonical(to bytes: inout [UInt8]) {
    for place in 0..<count { bytes.append(UInt8(truncatingIfNeeded: text >> UInt128(8 * (15 - place)))) }
  }

  private static let swedishLength = 14
  /// `CHE999999999MWST`
  private static let maximumLength = 16

  /// Puts the letters, digits and signs of the number side by side; nil when there are too many for any country.
  private static func gather(
    _ bytes: UnsafeBufferPointer<UInt8>, into characters: UnsafeMutableBufferPointer<UInt8>
  ) -> Int? {
    var count = 0
    var place = 0
    while place < bytes.count {
      var byte = bytes[place]
      if byte < 0x30 || byte >= 0x80 {
        let mark = max(DigitMarks.width(bytes, at: place), DigitMarks.hyphenWidth(bytes, at: place))
        if mark > 0 || byte == UInt8(ascii: ".") {
          place += max(mark, 1)
          continue
        }
      }
      byte = capital(byte)
      guard count < maximumLength else { return nil }
      characters[count] = byte
      count += 1
      place += 1
    }
    return count
  }

  private static func capital(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") ? byte - 0x20 : byte
  }

  private init(characters: UnsafeBufferPointer<UInt8>, _ national: UnsafeBufferPointer<UInt8>) {
    var text: UInt128 = 0
    for byte in characters { text = (text << 8) | UInt128(byte) }
    count = characters.count
    self.text = text << UInt128(8 * (16 - characters.count))
    isDoubtful = !VATCheckDigits.agree(national, of: UInt16(characters[0]) << 8 | UInt16(characters[1]))
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
    isDoubtful = false
  }
}
