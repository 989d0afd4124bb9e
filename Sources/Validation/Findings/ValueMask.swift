package import CustomerModel

/// A value as a report may show it.
package enum ValueMask {
  /// Personal identity numbers without their last digits, the elements of a list with commas between them, control characters as
  /// pictures, and long values cut.
  package static func shown(_ value: String, of field: Field?) -> String {
    let text = listed(IdentityMask.masked(value, of: field))
    let isLong = text.count > ShownLimits.value
    return pictured(isLong ? String(text.prefix(ShownLimits.value)) : text) + (isLong ? "…" : "")
  }

  /// Each element of a list has the separator behind it, which nobody typed.
  private static func listed(_ value: String) -> String {
    let separator = Character(Unicode.Scalar(Field.setSeparator))
    guard value.last == separator else { return value }
    return value.dropLast().split(separator: separator, omittingEmptySubsequences: false).joined(separator: ", ")
  }

  /// Control characters would move the cursor of a terminal, or hide what stands beside them. Each is shown by its picture in
  /// Unicode's block of control pictures; marks of direction by a replacement character.
  private static func pictured(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x00...0x1F: shown.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case 0x7F: shown.append("\u{2421}")
      default: shown.append(isHidden(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return String(shown)
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
