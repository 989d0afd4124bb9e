/// The characters that Fortnox takes in free text.
enum FortnoxTextRules {
  private static let signs = Set(
    " \u{A0}\r\n\u{30A}\u{308}:\\.,;^#%&/()=+-*_!?@`´’'–¤§£$€¢¥©™°²³®½".unicodeScalars)

  /// Letters of any script, digits, and the signs that Fortnox's documentation lists. Whether the straight apostrophe is
  /// among them is unclear there; it is taken here.
  static func allow(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      if signs.contains(scalar) || ("0"..."9").contains(scalar) { return true }
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
      default: return false
      }
    }
  }
}
