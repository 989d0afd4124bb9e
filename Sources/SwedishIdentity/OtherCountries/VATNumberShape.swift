/// The structure of one country's VAT numbers after the prefix.
///
/// Sources: European Commission, VIES frequently asked questions, question 11, "What is the format of a VAT number?". GB:
/// HMRC, *VAT registration number* (9 digits, 12 with a branch, GD or HA with three digits for public bodies). NO:
/// Brønnøysundregistrene and Skatteetaten: the organisation number, with MVA behind it for whoever is registered for VAT.
/// CH: eCH-0097, the UID `CHE-123.456.789`, with MWST, TVA, IVA or TPV behind it for the VAT register.
/// In a pattern `9` is a digit, `X` a letter or a digit, `L` a letter, `S` a letter, a digit, `+` or `*`; any other
/// character stands for itself.
struct VATNumberShape: Sendable {
  let pattern: StaticString

  init(_ pattern: StaticString) { self.pattern = pattern }

  private static func accepts(_ byte: UInt8, pattern: UInt8) -> Bool {
    let isDigit = byte >= 0x30 && byte <= 0x39
    let isLetter = byte >= 0x41 && byte <= 0x5A
    switch pattern {
    case UInt8(ascii: "9"): return isDigit
    case UInt8(ascii: "X"): return isDigit || isLetter
    case UInt8(ascii: "L"): return isLetter
    case UInt8(ascii: "S"): return isDigit || isLetter || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "*")
    default: return byte == pattern
    }
  }

  /// True when a national part has this shape.
  func matches(_ national: UnsafeBufferPointer<UInt8>) -> Bool {
    guard national.count == pattern.utf8CodeUnitCount else { return false }
    for place in 0..<national.count where !Self.accepts(national[place], pattern: pattern.utf8Start[place]) {
      return false
    }
    return true
  }

  static let unitedKingdom = country("GB")
  static let denmark = country("DK")
  static let finland = country("FI")
  static let northernIreland = country("XI")
  static let norway = country("NO")
  static let switzerland = country("CH")

  /// The shapes of the numbers of a country, by the two letters of its prefix; nil when the prefix is no country's.
  static func of(_ first: UInt8, _ second: UInt8) -> [VATNumberShape]? {
    guard isCapital(first), isCapital(second) else { return nil }
    let shapes = byLetters[place(first, second)]
    return shapes.isEmpty ? nil : shapes
  }

  private static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

  private static func place(_ first: UInt8, _ second: UInt8) -> Int { Int(first - 0x41) * 26 + Int(second - 0x41) }

  /// A place for every two letters, so that a number costs no search.
  private static let byLetters: [[VATNumberShape]] = {
    var table = [[VATNumberShape]](repeating: [], count: 26 * 26)
    for (code, shapes) in shapes { table[place(UInt8(code >> 8), UInt8(code & 0xFF))] = shapes }
    return table
  }()

  /// Two capital letters as one number.
  static func country(_ letters: StaticString) -> UInt16 {
    UInt16(letters.utf8Start[0]) << 8 | UInt16(letters.utf8Start[1])
  }

  private static let shapes: [UInt16: [VATNumberShape]] = [
    country("AT"): [.init("U99999999")],
    country("BE"): [.init("0999999999"), .init("1999999999")],
    country("BG"): [.init("999999999"), .init("9999999999")],
    country("CH"): [
      .init("E999999999"), .init("E999999999MWST"), .init("E999999999TVA"), .init("E999999999IVA"),
      .init("E999999999TPV"),
    ],
    country("CY"): [.init("99999999L")],
    country("CZ"): [.init("99999999"), .init("999999999"), .init("9999999999")],
    country("DE"): [.init("999999999")],
    country("DK"): [.init("99999999")],
    country("EE"): [.init("999999999")],
    country("EL"): [.init("999999999")],
    country("ES"): [.init("L9999999X"), .init("99999999L")],
    country("FI"): [.init("99999999")],
    country("FR"): [.init("XX999999999")],
    country("GB"): britain,
    country("HR"): [.init("99999999999")],
    country("HU"): [.init("99999999")],
    country("IE"): [.init("9S99999L"), .init("9999999LL")],
    country("IT"): [.init("99999999999")],
    country("LT"): [.init("999999999"), .init("999999999999")],
    country("LU"): [.init("99999999")],
    country("LV"): [.init("99999999999")],
    country("MT"): [.init("99999999")],
    country("NL"): [.init("SSSSSSSSSBSS")],
    country("NO"): [.init("999999999"), .init("999999999MVA")],
    country("PL"): [.init("9999999999")],
    country("PT"): [.init("999999999")],
    country("RO"): [
      .init("99"), .init("999"), .init("9999"), .init("99999"), .init("999999"), .init("9999999"), .init("99999999"),
      .init("999999999"), .init("9999999999"),
    ],
    // Skatteverket: the last two are always 01.
    country("SE"): [.init("999999999901")],
    country("SI"): [.init("99999999")],
    country("SK"): [.init("9999999999")],
    // Northern Ireland, under the Windsor Framework.
    country("XI"): britain,
  ]

  private static let britain = [
    VATNumberShape("999999999"), VATNumberShape("999999999999"), VATNumberShape("GD999"), VATNumberShape("HA999"),
  ]
}
