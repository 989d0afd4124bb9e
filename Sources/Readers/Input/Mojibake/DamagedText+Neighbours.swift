/// Damage by the encodings of other parts of Europe: those of Poland, the Baltic states, Greece and Russia for Swedish text, `Ĺkes`,
/// `VΣstra`, `Vдstra`, and Windows-1252 for theirs, `Wa³êsa`, `Èâàíîâ`. Of DOS that it takes for Windows' ä and å, `Võstra`, `HÕkan`,
/// which are letters of Estonian as well.
extension DamagedText {
  /// The letters on both sides of a character.
  private struct Surroundings {
    /// More of a word says nothing more.
    private static let longest = 40

    let before: [Unicode.Scalar]
    let after: [Unicode.Scalar]

    init(_ text: UnsafeBufferPointer<UInt8>, _ place: Int, width: Int) {
      var before: [Unicode.Scalar] = []
      var start = place
      while before.count < Self.longest {
        let letter = DamagedText.before(text, start)
        guard letter.properties.isAlphabetic else { break }
        before.append(letter)
        start -= UTF8.width(letter)
      }
      var after: [Unicode.Scalar] = []
      var end = place + width
      while after.count < Self.longest {
        let letter = DamagedText.scalar(text, at: end).scalar
        guard letter.properties.isAlphabetic else { break }
        after.append(letter)
        end += UTF8.width(letter)
      }
      self.before = before.reversed()
      self.after = after
    }

    /// The word in small letters.
    func word(with letter: String) -> String { (Self.text(before) + letter + Self.text(after)).lowercased() }

    static func text(_ letters: [Unicode.Scalar]) -> String { String(String.UnicodeScalarView(letters)) }
  }

  private static let vowels = Set("aeiouyåäöüõAEIOUYÅÄÖÜÕ".unicodeScalars)

  static func findingOfNeighbours(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Finding {
    let (sign, width) = scalar(text, at: place)
    let (previous, next) = (before(text, place), scalar(text, at: place + width).scalar)
    var around: Surroundings { Surroundings(text, place, width: width) }
    switch sign {
    case "Ă", "Ć": return isBeforeSign(text, place, width) ? .certain : .none
    case "Γ" where isBeforeSign(text, place, width), "Г" where isBeforeSign(text, place, width): return .certain
    case "Ĺ", "ĺ": return isSlovak(previous, next) ? .none : .certain
    case "õ": return ofSmallTilde(around)
    case "Õ": return ofCapitalTilde(previous, next)
    // What Windows-1252 has for ł, ą and ż. A unit of volume is none: m³.
    case "³", "¹", "¿":
      guard previous.properties.isAlphabetic, next.properties.isAlphabetic else { return .none }
      return ["m", "dm", "cm", "mm", "km"].contains(Surroundings.text(around.before)) ? .none : .certain
    // What it has for š of Baltic names, where Icelandic has no ð.
    case "ð":
      if previous.properties.isAlphabetic { return ["ò", "ì", "ç", "û"].contains(previous) ? .certain : .none }
      return next.properties.isLowercase ? .certain : .none
    case "\u{370}"..."\u{3FF}": return isGreekInLatin(sign, previous, next) ? .certain : .none
    // A brand may have Я.
    case "\u{400}"..."\u{4FF}": return sign != "Я" && (isLatin(previous) || isLatin(next)) ? .certain : .none
    case "\u{C0}"..."\u{FF}":
      let mayBeWord = isAccented(previous) || isAccented(next)
      return mayBeWord && isCyrillicInLatin(sign, around) ? .certain : .none
    default: return .none
    }
  }

  private static func isLatin(_ letter: Unicode.Scalar) -> Bool { letter.isASCII && letter.properties.isAlphabetic }
  private static func isAccented(_ letter: Unicode.Scalar) -> Bool { ("\u{C0}"..."\u{FF}").contains(letter) }

  /// What other encodings have for the second byte of å, ä, ö, é in UTF-8, after the letter that they have for its first one. Those
  /// that stand behind names as well must have a word behind them.
  private static func isBeforeSign(_ text: UnsafeBufferPointer<UInt8>, _ place: Int, _ width: Int) -> Bool {
    let (sign, length) = scalar(text, at: place + width)
    if ("\u{80}"..."\u{9F}").contains(sign) { return true }
    if ["¤", "¶", "¥", "©", "Ą", "Ľ", "Ґ"].contains(sign) { return true }
    let next = scalar(text, at: place + width + length).scalar
    return ["…", "„", "–", "‰"].contains(sign) && next.properties.isLowercase && next.isASCII
  }

  /// True where Slovak has ĺ: between consonants, in few words.
  private static func isSlovak(_ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
    ["tp", "kb", "dž", "vč", "tk", "tc", "žb", "bk", "mk", "mč", "sz"].contains(
      Surroundings.text([before, after]).lowercased())
  }

  /// `õ` is a letter of Estonian, Portuguese and Vietnamese. It is ä in words that none of these has.
  private static func ofSmallTilde(_ around: Surroundings) -> Finding {
    guard let next = around.after.first, !vowels.contains(next) else {
      return around.before.isEmpty || around.after.first == "e" ? .none : .possible
    }
    let word = around.word(with: "õ")
    // Russian names as Estonia writes them: Bõstrov.
    let isEstonian =
      word.contains("š") || word.contains("ž") || endingsOfRussian.contains(where: word.hasSuffix)
      || word.hasPrefix("ch")
    if isEstonian || around.before.isEmpty { return .possible }
    if word.contains(where: "cfqwxzå".contains) { return .certainOfDOS }
    let after = Surroundings.text(around.after).lowercased()
    let isForeignStart = "bdg".contains(word.prefix(1)) && after.count > 1 && !["ng", "nh"].contains(after)
    return isForeignStart || swedishAfterTilde.contains(where: after.hasPrefix) ? .certainOfDOS : .possible
  }

  private static let endingsOfRussian = ["ov", "ova", "ev", "eva", "in", "ina", "ski", "skaja", "enko"]
  /// How words go on behind ä that Estonian has none of behind õ.
  private static let swedishAfterTilde = ["str", "dg", "gg", "ktar", "mpa", "nst", "rml", "rms", "rnv", "tts", "kring"]

  /// `Õ` is å inside a word.
  private static func ofCapitalTilde(_ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Finding {
    guard before.properties.isAlphabetic else { return after.properties.isLowercase ? .possible : .none }
    return before.properties.isLowercase || after.properties.isLowercase ? .certainOfDOS : .none
  }

  /// A Greek letter inside a Latin word, where it is no unit or sign.
  private static func isGreekInLatin(
    _ sign: Unicode.Scalar, _ before: Unicode.Scalar, _ after: Unicode.Scalar
  ) -> Bool {
    guard isLatin(before), !["μ", "π", "Ω"].contains(sign) else { return false }
    return before.properties.isLowercase || isLatin(after) && after.properties.isLowercase
  }

  /// Four and more letters with accents side by side, of which Swedish and its neighbours have few: Cyrillic or Greek words.
  private static func isCyrillicInLatin(_ letter: Unicode.Scalar, _ around: Surroundings) -> Bool {
    let letters = around.before.reversed().prefix(while: isAccented) + [letter] + around.after.prefix(while: isAccented)
    let own = letters.count { "åäöéüæøÅÄÖÉÜÆØ".unicodeScalars.contains($0) }
    return letters.count > 3 && own * 2 <= letters.count
  }
}
