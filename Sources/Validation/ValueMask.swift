import CustomerModel

/// A value as a report may show it.
enum ValueMask {
  /// The longest value that a report shows.
  private static let maximumLength = 60

  /// Personal identity numbers without their last digits, and long values cut.
  ///
  /// In a sensitive field a mistyped personal number must not show either: whatever does not look like an organisation's
  /// number there keeps its first six digits and loses the others.
  static func shown(_ value: String, of field: Field?) -> String {
    var text = IdentityMask.masked(value)
    if text == value, field?.isSensitive == true { text = maskedUnlessOrganisation(text) }
    return text.count > maximumLength ? text.prefix(maximumLength) + "…" : text
  }

  private static func maskedUnlessOrganisation(_ value: String) -> String {
    var bytes = Array(value.utf8)
    let places = bytes.indices.filter { bytes[$0] >= 0x30 && bytes[$0] <= 0x39 }
    let digits = places.map { bytes[$0] - 0x30 }
    let hasCentury = digits.starts(with: [1, 8]) || digits.starts(with: [1, 9]) || digits.starts(with: [2, 0])
    let start = digits.starts(with: [1, 6]) && digits.count == 12 ? 2 : 0
    if !hasCentury, digits.count > start + 2, digits[start + 2] >= 2 { return value }
    for place in places.dropFirst(6) { bytes[place] = UInt8(ascii: "*") }
    return String(decoding: bytes, as: UTF8.self)
  }
}
