import CByteScan

/// Finds text that was damaged before it came here: UTF-8 that some program took for another encoding and saved again, and
/// characters that were replaced since they could not be read.
///
/// `Ã¥` for å, `Ã–` for Ö, `Å¡` for š, `â€“` for a dash, `├Ñ` and `√•` for å from older systems, `Bj”rn` and `Ume†` of DOS, `Rˆr` and
/// `HÂkans` of old Macs, `�`. A
/// letter that only stands alone, as in `Ãlvaro` or `São`, is none: it takes the pair. A sign is none where people write it: `„Bo”`.
enum DamagedText {
  /// How certain it is that a text is damaged.
  enum Finding: Comparable {
    case none
    /// Only where other texts of the list are for certain damaged in the way of DOS.
    case possible
    case certain
    /// In the way that makes `õ` of ä: what was written in Windows-1252 was read as DOS has it.
    case certainOfDOS
  }

  /// What the worst of a text is.
  static func finding(in text: UnsafeBufferPointer<UInt8>) -> Finding {
    var worst = Finding.none
    forEachSuspect(in: text) {
      worst = max(worst, $0)
      return worst < .certainOfDOS
    }
    return worst
  }

  /// True when some of the text is damaged, or may be.
  static func mayBeFound(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var isFound = false
    forEachSuspect(in: text) {
      isFound = $0 > .none
      return !isFound
    }
    return isFound
  }

  /// - Parameter goesOn: false when enough is known.
  private static func forEachSuspect(in text: UnsafeBufferPointer<UInt8>, _ goesOn: (Finding) -> Bool) {
    guard let bytes = text.baseAddress else { return }
    var place = 0
    while true {
      place = kundreg_next_suspect(bytes, text.count, place)
      guard place < text.count, goesOn(finding(text, at: place)) else { return }
      place += bytes[place] >= 0xE2 ? 3 : 2
    }
  }

  /// What Windows-1252 has for the bytes 0x80 to 0x9F, and DOS and old Macs for the second bytes of å, ä, ö, é in either case.
  private static let windows = Set("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".unicodeScalars)
  private static let dos = Set("ÑñÂ╢àäûü®⌐ëÉ".unicodeScalars)
  private static let mac = Set("•§∂ÖÑñ©â".unicodeScalars)

  /// What Windows-1252 has for second bytes of the letters from Ā to ſ, and nobody writes behind Å or Ä.
  private static let behindRing = Set("‚ƒ†‡ˆ‰Š‹ŒŽšœžŸ›˜¡¢£¤¥¦¨ª¬¯µ¶¸º¼½¾¿".unicodeScalars)
  /// Those that some people write there, though not inside a word.
  private static let behindRingInWords = Set("„…™±°²³¹‘".unicodeScalars)

  /// What a suspect character is by what stands beside it.
  static func finding(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Finding {
    if isDamage(text, at: place) {
      return ["÷", "┼", "─"].contains(scalar(text, at: place).scalar) ? .certainOfDOS : .certain
    }
    return findingOfNeighbours(text, at: place)
  }

  static func isDamage(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    let first = scalar(text, at: place)
    guard first.scalar != "\u{FFFD}" else { return true }
    let next = scalar(text, at: place + first.length).scalar
    switch first.scalar {
    // What UTF-8 begins the letters À to ÿ with. Programs that know Latin 1 only have control characters after it.
    case "Ã": return ("\u{80}"..."\u{BF}").contains(next) || windows.contains(next)
    // Inside a word of small letters it is what old Macs have for å of Windows.
    case "Â":
      return ("\u{A0}"..."\u{BF}").contains(next)
        || next.properties.isLowercase && before(text, place).properties.isAlphabetic
    case "â": return next == "€" || next == "„" || next == "‚" || ("\u{80}"..."\u{9F}").contains(next)
    case "Å", "Ä":
      if ("\u{80}"..."\u{9F}").contains(next) || behindRing.contains(next) { return true }
      return behindRingInWords.contains(next) && isInWord(text, from: place, length: first.length + UTF8.width(next))
    case "├": return dos.contains(next)
    case "√": return mac.contains(next)
    default: return isLetterOfDOS(first.scalar, text, at: place)
    }
  }

  /// Windows-1252's reading of å, ä, ö, é and Ö as DOS writes them, in CP850 and CP437.
  private static func isLetterOfDOS(
    _ sign: Unicode.Scalar, _ text: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> Bool {
    switch sign {
    // The cross of the dead stands apart from their names.
    case "†": return before(text, place).properties.isLowercase
    case "‚": return before(text, place).properties.isAlphabetic
    // A quotation mark ends a word, and perhaps a genitive follows it: “Kalle”s.
    case "„", "”":
      return before(text, place).properties.isAlphabetic && isInsideWord(text, after: place + UTF8.width(sign))
    case "™": return isInsideWord(text, after: place + UTF8.width(sign))
    // What old Macs have for ä and Å of Windows, and DOS for Å and Ä.
    // And those of DOS and old Macs for ö.
    case "‰", "÷", "ˆ": return isInWord(text, from: place, length: UTF8.width(sign))
    // Ä of old Macs. A sum of florins has a figure behind it.
    case "ƒ": return isInsideWord(text, after: place + UTF8.width(sign))
    case "≈", "┼", "─":
      return before(text, place) != sign && isInsideWord(text, after: place + UTF8.width(sign))
    default: return false
    }
  }

  /// True when a small letter stands at a place, and is no genitive's alone.
  private static func isInsideWord(_ text: UnsafeBufferPointer<UInt8>, after place: Int) -> Bool {
    let next = scalar(text, at: place)
    guard next.scalar.properties.isLowercase else { return false }
    return next.scalar != "s" || scalar(text, at: place + 1).scalar.properties.isAlphabetic
  }

  /// True when letters stand on both sides of some bytes.
  private static func isInWord(_ text: UnsafeBufferPointer<UInt8>, from place: Int, length: Int) -> Bool {
    before(text, place).properties.isAlphabetic
      && scalar(text, at: place + length).scalar.properties.isAlphabetic
  }

  /// The character before a place; NUL at the beginning.
  static func before(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Unicode.Scalar {
    var start = place
    repeat { start -= 1 } while start > 0 && text[start] & 0xC0 == 0x80
    return start < 0 ? "\0" : scalar(text, at: start).scalar
  }

  /// The character at a place of valid UTF-8; NUL behind the end.
  static func scalar(
    _ text: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (scalar: Unicode.Scalar, length: Int) {
    guard place < text.count else { return ("\0", 1) }
    var decoder = UTF8()
    var bytes = text[place...].prefix(4).makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return ("\0", 1) }
    return (scalar, UTF8.width(scalar))
  }
}
