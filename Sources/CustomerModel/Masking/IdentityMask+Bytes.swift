import SwedishIdentity

/// The masks in bytes and in place: a search of somebody who sees numbers masked looks at what is shown of every customer.
extension IdentityMask {
  /// The fewest digits of which one may be masked: a sensitive value shows its first six.
  package static let leastDigits = 7

  /// Masks a value of a field as ``masked(_:of:)`` does. Returns false when it stays as it is.
  package static func mask(_ value: UnsafeMutableRawBufferPointer, of field: Field?) -> Bool {
    if field == .number { return maskNumber(value) }
    if field?.kind == .phone { return maskPhone(value) }
    guard let field, field.isSensitive else { return mask(value) }
    guard field.isSet else { return maskSensitive(value) }
    var isChanged = false
    var start = 0
    while start < value.count {
      let end = value[start...].firstIndex(of: Field.setSeparator) ?? value.count
      if maskSensitive(UnsafeMutableRawBufferPointer(rebasing: value[start..<end])) { isChanged = true }
      start = end + 1
    }
    return isChanged
  }

  static func mask(_ text: UnsafeMutableRawBufferPointer) -> Bool { mask(text) { _ in true } }

  static func maskNumber(_ number: UnsafeMutableRawBufferPointer) -> Bool { mask(number, where: isIdentity) }

  static func maskPhone(_ number: UnsafeMutableRawBufferPointer) -> Bool {
    mask(number) { digits in
      let isWrittenAsIdentity = digits.contains(UInt8(ascii: "-")) || digits.contains(UInt8(ascii: "+"))
      return isWrittenAsIdentity || digits.first != UInt8(ascii: "0") && isIdentity(digits)
    }
  }

  /// - Parameter isMeant: tells of what looks like a person's number whether it is masked.
  private static func mask(
    _ text: UnsafeMutableRawBufferPointer, where isMeant: (UnsafeRawBufferPointer) -> Bool
  ) -> Bool {
    // Ten digits are the fewest that a personal number has.
    guard text.count >= 10, text.count(where: isDigit) >= 10 else { return false }
    var isChanged = false
    var start = 0
    while start < text.count {
      if let end = GUIDText.end(from: start, count: text.count, byte: { text[$0] }) {
        start = end
        continue
      }
      guard isDigit(text[start]) else {
        start += 1
        continue
      }
      var end = runEnd(text, from: start)
      var count = end - start
      if count == 6 || count == 8, end < text.count, isJoiner(text[end]) {
        let afterLastFour = runEnd(text, from: end + 1)
        if afterLastFour == end + 5 {
          end = afterLastFour
          count += 4
        }
      }
      let number = UnsafeMutableRawBufferPointer(rebasing: text[start..<end])
      if isPersonal(number, digits: count), isMeant(UnsafeRawBufferPointer(number)) {
        for place in end - 4..<end { text[place] = UInt8(ascii: "*") }
        isChanged = true
      }
      start = end
    }
    return isChanged
  }

  private static func maskSensitive(_ value: UnsafeMutableRawBufferPointer) -> Bool {
    // What is masked already stays, so that masking twice is masking once.
    if value.contains(UInt8(ascii: "*")) { return false }
    return mask(value) || maskUnlessOrganisation(value)
  }

  private static func maskUnlessOrganisation(_ value: UnsafeMutableRawBufferPointer) -> Bool {
    let count = value.count(where: isDigit)
    let first = digit(0, of: value) * 10 + digit(1, of: value)
    let start = first == 16 && count == 12 ? 2 : 0
    if ![18, 19, 20].contains(first), count > start + 2, digit(start + 2, of: value) >= 2 { return false }
    var passed = 0
    for place in value.indices where isDigit(value[place]) {
      passed += 1
      if passed > 6 { value[place] = UInt8(ascii: "*") }
    }
    return passed > 6
  }

  /// The value of a digit, by its place among the digits; 0 where there are fewer.
  private static func digit(_ place: Int, of value: UnsafeMutableRawBufferPointer) -> Int {
    var passed = 0
    for byte in value where isDigit(byte) {
      if passed == place { return Int(byte) - 0x30 }
      passed += 1
    }
    return 0
  }

  private static func runEnd(_ text: UnsafeMutableRawBufferPointer, from start: Int) -> Int {
    var end = start
    while end < text.count, isDigit(text[end]) { end += 1 }
    return end
  }

  private static func isJoiner(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: " ")
  }

  private static func isIdentity(_ number: UnsafeRawBufferPointer) -> Bool {
    number.withMemoryRebound(to: UInt8.self) { bytes in
      // The last day that twelve digits can name: someone born after a clock that goes wrong is a person all the same.
      let today = CalendarDay(year: 2099, month: 12, day: 31)
      guard case .success(let identity) = IdentityNumber.read(bytes, today: today) else { return false }
      return identity.kind != .organisation
    }
  }

  /// Ten or twelve digits whose month and day are a person's: an organisation number's month is 20 or more. A mask must
  /// not need the right checksum: a mistyped personal number is nearly a personal number.
  ///
  /// - Parameters:
  ///   - number: what joins its last four digits stands behind the day.
  ///   - count: how many digits it has.
  private static func isPersonal(_ number: UnsafeMutableRawBufferPointer, digits count: Int) -> Bool {
    let value = { (place: Int) in Int(number[place] - 0x30) * 10 + Int(number[place + 1] - 0x30) }
    let start: Int
    switch count {
    case 10: start = 0
    case 12 where [18, 19, 20].contains(value(0)): start = 2
    default: return false
    }
    let (month, day) = (value(start + 2), value(start + 4))
    return (1...12).contains(month) && ((1...31).contains(day) || (61...91).contains(day))
  }
}
