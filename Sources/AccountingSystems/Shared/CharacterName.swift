import Texts

/// How a character is named in a sentence.
enum CharacterName {
  /// `the character “<”`; by its code point what does not show by itself.
  static func name(of scalar: Unicode.Scalar) -> Text {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .nonspacingMark, .spacingMark,
      .enclosingMark, .privateUse, .unassigned:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return VendorTexts.character(codePoint: String(repeating: "0", count: max(0, 4 - digits.count)) + digits)
    default: return VendorTexts.character(String(scalar))
    }
  }
}
