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
