/// Layouts of digits with zeros and literals: `00000`, `000 00`, `000000-0000`, `"K-"0000`. The zeros and dashes that a
/// person sees there are part of a number's meaning, while those of an amount (`# ##0 "kr"`) are not.
enum NumberPattern {
  private static let currencies: Set<String> = [
    "kr", "kr.", "sek", "eur", "usd", "nok", "dkk", "gbp", "chf", "$", "€", "£", "¥",
  ]

  /// True when the layout shapes an identity rather than a quantity.
  ///
  /// - Parameters:
  ///   - layout: digit places as ``NumberFormatParser`` marks them, and literal bytes.
  ///   - zeros: how many places show a zero without a digit.
  ///   - isFirst: false for the section of negative numbers, whose sign or parenthesis is no identity.
  static func isLaidOut(_ layout: [UInt8], zeros: Int, isFirst: Bool) -> Bool {
    guard let first = layout.firstIndex(where: isPlace), let last = layout.lastIndex(where: isPlace) else {
      return false
    }
    if zeros >= 2 { return true }
    let interior = layout[first...last].filter { !isPlace($0) }
    if !interior.isEmpty { return !isBlank(interior) }
    guard isFirst else { return false }
    let prefix = String(decoding: layout[..<first], as: UTF8.self)
    let word = String(prefix.filter { !$0.isWhitespace }).lowercased()
    return prefix.utf8.contains { isLetterDigitOrPlus($0) } && !currencies.contains(word)
  }

  /// Appends the digits of a whole number, laid out.
  static func write(
    _ number: borrowing DecimalDigits, layout: UnsafeBufferPointer<UInt8>, signed: Bool,
    to output: inout GrowingBuffer<UInt8>
  ) {
    var places = 0
    for byte in layout where isPlace(byte) { places += 1 }
    if signed, number.isNegative { output.append("-") }
    var next = number.point - places
    var isFirstPlace = true
    for byte in layout {
      guard isPlace(byte) else {
        output.append(byte)
        continue
      }
      if isFirstPlace, next > 0 {
        for place in 0..<next { output.append(digit(number, place)) }
      }
      isFirstPlace = false
      if next >= 0 {
        output.append(digit(number, next))
      } else if byte == NumberFormatParser.zeroPlace {
        output.append(UInt8(ascii: "0"))
      }
      next += 1
    }
  }

  private static func digit(_ number: borrowing DecimalDigits, _ place: Int) -> UInt8 {
    UInt8(ascii: "0") + (place < number.count ? number.digits[place] : 0)
  }

  @inline(__always) private static func isPlace(_ byte: UInt8) -> Bool { byte <= NumberFormatParser.optionalPlace }

  /// Spaces and no-break spaces in UTF-8 (U+0020, U+00A0, U+2009, U+202F): thousands separators that someone typed.
  private static func isBlank(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { $0 == 0x20 || $0 == 0xC2 || $0 == 0xA0 || $0 == 0xE2 || $0 == 0x80 || $0 == 0x89 || $0 == 0xAF }
  }

  private static func isLetterDigitOrPlus(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "+") || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0xC3
  }
}
