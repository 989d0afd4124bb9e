/// Texts that a spreadsheet made of a code, and that went on to a text file: `2026-10-12` and `12-okt` of `10-12`, `1E+05` of
/// `1E5`, `SANT` of a formula's outcome.
enum ConvertedText {
  /// True for a day of the calendar in digits, alone or with a time of day: `2026-10-12`, `12/10/2026`, `12.10.2026`,
  /// `2026-10-12 00:00:00`.
  @inline(__always)
  static func isDay(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count >= 8 && hasMark(bytes) && DateLook.isDay(bytes)
  }

  /// True for a day, or for one that is written with the name of its month, `12-okt` or `12-okt-26`.
  @inline(__always)
  static func isDayOrMonth(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count >= 5 && bytes.count <= 29 && (hasMark(bytes) || bytes[3] == UInt8(ascii: "-"))
      && (DateLook.isDay(bytes) || DateLook.isMonth(bytes))
  }

  /// True where one of the places of a text, which has five bytes or more, parts the first two parts of a day.
  @inline(__always)
  private static func hasMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes[0] <= 0x39 && (isMark(bytes[1]) || isMark(bytes[2]) || isMark(bytes[4]))
  }

  /// `-`, `.` and `/` follow each other.
  @inline(__always)
  private static func isMark(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "-") < 3 }

  /// True for what can only be that where a customer number stands. Case counts: `MAR-12` may be somebody's number, and no
  /// spreadsheet writes it for a month.
  @inline(__always)
  static func isOfNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard (4...6).contains(bytes.count) else {
      return bytes.count >= 8 && hasMark(bytes) && (DateLook.isDay(bytes) || DateLook.isMonth(bytes))
    }
    // Numbers of digits alone go no further.
    let isOdd = bytes[0] >= 0x41 || bytes[bytes.count - 1] >= 0x41 || bytes[1] == UInt8(ascii: "E")
    return isOdd && isOtherOfNumber(bytes)
  }

  @inline(never)
  private static func isOtherOfNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    if answers.contains(text) { return true }
    if DateLook.isMonth(bytes) { return true }
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

  private static let answers: Set<String> = ["SANT", "FALSKT", "TRUE", "FALSE", "True", "False", "true", "false"]
}
