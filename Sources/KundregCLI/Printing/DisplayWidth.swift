/// How many places of a terminal a text takes: wide letters (Chinese, emoji) two, combining marks none.
enum DisplayWidth {
  static func width(of text: String) -> Int {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
    return text.reduce(0) { $0 + width(of: $1) }
  }

  /// The text itself where it fits, else its beginning and `…`.
  static func shortened(_ text: String, to limit: Int) -> String {
    guard width(of: text) > limit else { return text }
    var shown = ""
    var used = 1
    for letter in text {
      used += width(of: letter)
      if used > limit { break }
      shown.append(letter)
    }
    return shown + "…"
  }

  private static func width(of letter: Character) -> Int {
    // A sequence that is joined to one picture takes the place of its widest part.
    letter.unicodeScalars.reduce(0) { max($0, width(of: $1)) }
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    return scalar.value >= 0x1100 && wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// The blocks whose letters are wide or full-width. Source: Unicode Standard Annex #11, East Asian Width.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1_F300...0x1_F64F, 0x1_F900...0x1_F9FF,
    0x2_0000...0x3_FFFD,
  ]
}
