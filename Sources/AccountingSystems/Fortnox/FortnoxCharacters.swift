/// The characters that Fortnox takes in texts.
///
/// Source: Fortnox developer, "Formats", the white list behind error 2000359. The straight apostrophe is not known to be on
/// it, as the page turns it into a curled one: it is sent, because refusing every O'Brien would be worse than an error for
/// some.
enum FortnoxCharacters {
  /// NBSP, line breaks, the combining ring and diaeresis, and the signs.
  private static let signs = Set(
    " \u{A0}\r\n\u{30A}\u{308}:\\.,;^#%&/()=+-*_!?@`´'’–¤§£$€¢¥©™°²³®½".unicodeScalars)

  /// The first character that Fortnox does not take.
  static func firstRefused(in text: String) -> Unicode.Scalar? {
    text.unicodeScalars.first { scalar in !signs.contains(scalar) && !isLetterOrDigit(scalar) }
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber: true
    default: false
    }
  }
}
