import Rows

/// Texts without the typography that Fortnox refuses.
///
/// What has a plain form gets it: double quotation marks of every kind are dropped, as no such mark is taken, single ones become
/// the apostrophe, dashes the hyphen, the ellipsis three points, a tab and every odd blank a blank, odd line breaks a line
/// break, bullets an asterisk, the sign of multiplication an x; what does not show is dropped. Whatever else is refused stays: no
/// plain form of `<`, `>`, `[`, `]`, `{`, `}`, `|`, `~`, or of an emoji, would mean the same.
///
/// Source: Fortnox developer, "Formats", the white list behind error 2000359.
enum PlainCharacters {
  private static let doubleMarks: Set<Unicode.Scalar> = [
    "\"", "“", "”", "„", "‟", "«", "»", "〝", "〞", "〟", "＂", "⹂", "❝", "❞",
  ]

  private static let forms: [Unicode.Scalar: String] = [
    "‘": "’", "‚": "’", "‛": "’", "‹": "’", "›": "’", "′": "’", "…": "...", "\t": " ", "•": "*", "‣": "*", "▪": "*",
    "◦": "*", "×": "x", "⁄": "/", "∕": "/", "\u{B}": "\n", "\u{C}": "\n", "\u{85}": "\n", "\u{2028}": "\n",
    "\u{2029}": "\n",
  ]

  /// The text with plain forms in place of what has one. Where a mark is dropped between blanks, or at an end of a line,
  /// no blank is left over.
  static func form(of text: String) -> String {
    guard text.unicodeScalars.contains(where: { form(of: $0) != nil }) else { return text }
    var plain = String.UnicodeScalarView()
    var isAfterDropped = false
    for scalar in text.unicodeScalars {
      let form = form(of: scalar)
      if form?.isEmpty == true {
        isAfterDropped = true
        continue
      }
      let next = form?.unicodeScalars.first ?? scalar
      if isAfterDropped, plain.last.map({ $0 == " " || $0 == "\n" }) ?? true, next == " " || next == "\n" {
        if next == " " { continue }
        if plain.last == " " { plain.removeLast() }
      }
      isAfterDropped = false
      if let form { plain.append(contentsOf: form.unicodeScalars) } else { plain.append(scalar) }
    }
    if isAfterDropped, plain.last == " " { plain.removeLast() }
    return String(plain)
  }

  /// The plain form of a character, empty when it is dropped; nil when it stays as it is.
  private static func form(of scalar: Unicode.Scalar) -> String? {
    guard scalar.value > 0x7F || scalar == "\"" || scalar.value < 0x20 else { return nil }
    if let form = forms[scalar] { return form }
    if doubleMarks.contains(scalar) { return "" }
    // The en dash is on the list.
    if DashCharacters.contains(scalar), scalar != "–" { return "-" }
    switch scalar.properties.generalCategory {
    case .format: return ""
    case .spaceSeparator where scalar != "\u{A0}": return " "
    case .nonspacingMark where scalar.properties.isVariationSelector: return ""
    default: return nil
    }
  }
}
