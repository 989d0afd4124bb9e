/// Texts that a spreadsheet made of a code, and that went on to a text file: `2026-10-12` and `12-okt` of `10-12`, `1E+05` of
/// `1E5`, `SANT` of a formula's outcome.
enum ConvertedText {
  /// True for a day of the calendar, `2026-10-12`.
  @inline(__always)
  static func isDay(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count == 10 && bytes[4] == UInt8(ascii: "-") && DateSyntax.isDay(bytes)
  }

  /// True for what can only be that where a customer number stands. Case counts: `MAR-12` may be somebody's number, and no
  /// spreadsheet writes it for a month.
  @inline(__always)
  static func isOfNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if isDay(bytes) { return true }
    guard (4...6).contains(bytes.count) else { return false }
    // Numbers of digits alone go no further.
    let isOdd = bytes[0] >= 0x41 || bytes[bytes.count - 1] >= 0x41 || bytes[1] == UInt8(ascii: "E")
    return isOdd && isOtherOfNumber(bytes)
  }

  @inline(never)
  private static func isOtherOfNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    if answers.contains(text) { return true }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 2 {
      return isNumber(parts[0], 1...31) && months.contains(String(parts[1]))
        || months.contains(String(parts[0])) && parts[1].count == 2 && isNumber(parts[1], 0...99)
    }
    // One digit, E, a plus sign and two or three digits.
    let bytes = Array(text.utf8)
    return bytes.count >= 5 && (0x30...0x39).contains(bytes[0]) && bytes[1] == UInt8(ascii: "E")
      && bytes[2] == UInt8(ascii: "+") && bytes[3...].allSatisfy { (0x30...0x39).contains($0) }
  }

  /// True for a number that a spreadsheet shortened: `1,98E+11` of 198001011231, `8.465E+8` of 846500410.
  static func isShortened(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 5, let exponent = bytes.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }), exponent > 0,
      exponent + 2 < bytes.count, bytes[exponent + 1] == UInt8(ascii: "+"),
      bytes[(exponent + 2)...].allSatisfy(isDigit), bytes.count - exponent <= 5, isDigit(bytes[0])
    else { return false }
    let rest = bytes[1..<exponent]
    guard let sign = rest.first else { return true }
    return (sign == UInt8(ascii: ".") || sign == UInt8(ascii: ",")) && rest.count > 1
      && rest.dropFirst().allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isNumber(_ text: Substring, _ range: ClosedRange<Int>) -> Bool {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } && Int(text).map(range.contains) ?? false
  }

  private static let answers: Set<String> = ["SANT", "FALSKT", "TRUE", "FALSE", "True", "False", "true", "false"]

  /// As Excel writes them in Swedish and in English.
  private static let months: Set<String> = [
    "jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec", "Jan", "Feb", "Mar", "Apr",
    "May",
    "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
