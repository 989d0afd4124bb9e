import SwedishIdentity

/// What one piece of evidence says of a customer's country.
package struct CountrySign: Sendable, Hashable {
  /// The two letters of a country, or one of the marks below.
  let code: UInt16

  /// It says nothing.
  package static let none = CountrySign(code: 0)
  /// An address has a country, and it is not known which.
  package static let unread = CountrySign(code: 1)
  /// A VAT number or a telephone number of another country than Sweden.
  package static let elsewhere = CountrySign(code: 2)
  /// Sweden, whose rules the register knows.
  package static let sweden = CountrySign("SE")
  /// Norway.
  package static let norway = CountrySign("NO")
  /// Denmark.
  package static let denmark = CountrySign("DK")
  /// Finland.
  package static let finland = CountrySign("FI")

  init(code: UInt16) { self.code = code }

  private init(_ letters: StaticString) {
    code = UInt16(letters.utf8Start[0]) << 8 | UInt16(letters.utf8Start[1])
  }

  /// Reads a value in the form that its field has.
  package init(_ text: UnsafeBufferPointer<UInt8>, of evidence: CountryEvidence) {
    switch evidence {
    case .invoiceCountry, .visitingCountry, .mailCountry: self = Self.ofCountry(text)
    case .vatNumber: self = Self.ofVATNumber(text)
    case .phone, .mobile: self = Self.ofPhone(text)
    case .identityNumber: self = Self.ofIdentityNumber(text)
    }
  }

  /// Reads a value in the form that its field has.
  package init(_ text: String, of evidence: CountryEvidence) {
    var text = text
    self = text.withUTF8 { CountrySign($0, of: evidence) }
  }

  private static func ofCountry(_ text: UnsafeBufferPointer<UInt8>) -> CountrySign {
    guard TwoLetterCodes.countries.contains(text) else { return text.isEmpty ? .none : .unread }
    return CountrySign(code: UInt16(text[0]) << 8 | UInt16(text[1]))
  }

  /// The letters before the digits tell, or a form that only one country's numbers have. What is no VAT number, such as `NO VAT`,
  /// tells nothing.
  private static func ofVATNumber(_ text: UnsafeBufferPointer<UInt8>) -> CountrySign {
    switch VATNumber.read(text) {
    case .success(let number): number.isSwedish ? .sweden : .elsewhere
    case .failure(.country): VATNumber.provenByForm(text).map { $0.isSwedish ? .none : .elsewhere } ?? .none
    case .failure: .none
    }
  }

  /// A right Swedish number tells that the customer is most likely Swedish, any other tells nothing.
  private static func ofIdentityNumber(_ text: UnsafeBufferPointer<UInt8>) -> CountrySign {
    if case .success = IdentityNumber.read(text, today: lastDay) { return .sweden }
    return .none
  }

  /// Whether a day of birth lies ahead is another question.
  private static let lastDay = CalendarDay(year: 9999, month: 12, day: 31)

  /// The calling code tells: what follows `+` or `00`. 46 is Sweden's.
  ///
  /// Sources: ITU-T E.164 (list of assigned country codes) and E.123 (how international numbers are written).
  private static func ofPhone(_ text: UnsafeBufferPointer<UInt8>) -> CountrySign {
    guard let first = text.firstIndex(where: { isDigit($0) || $0 == UInt8(ascii: "+") }) else { return .none }
    let isPlus = text[first] == UInt8(ascii: "+")
    var value = 0
    var count = 0
    for byte in text[first...] where isDigit(byte) {
      count += 1
      if count <= (isPlus ? 2 : 4) { value = value * 10 + Int(byte - 0x30) }
    }
    // Fewer digits are no number that anybody can be called at: see `phone.shape`.
    guard count >= (isPlus ? 5 : 7), isPlus || text[first] == 0x30 else { return .none }
    // Without a plus the four digits are 00 and the beginning of the calling code, which is never 0.
    guard isPlus ? value >= 10 : (10...99).contains(value) else { return .none }
    return value == 46 ? .sweden : .elsewhere
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
