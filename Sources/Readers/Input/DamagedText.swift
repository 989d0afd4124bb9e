import CByteScan

/// Finds text that was damaged before it came here: UTF-8 that some program took for another encoding and saved again, and
/// characters that were replaced since they could not be read.
///
/// `Ã¥` for å, `Ã–` for Ö, `â€“` for a dash, `├Ñ` and `√•` for å from older systems, `�`. A letter that only stands alone, as in
/// `Ãlvaro` or `São`, is none: it takes the pair.
enum DamagedText {
  /// True when some of the text is damaged.
  static func isFound(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let bytes = text.baseAddress else { return false }
    var place = 0
    while true {
      place = kundreg_next_suspect(bytes, text.count, place)
      guard place < text.count else { return false }
      if isDamage(text, at: place) { return true }
      place += bytes[place] >= 0xE2 ? 3 : 2
    }
  }

  /// What Windows-1252 has for the bytes 0x80 to 0x9F, and DOS and old Macs for the second bytes of å, ä, ö, é in either case.
  private static let windows = Set("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".unicodeScalars)
  private static let dos = Set("ÑñÂ╢àäûü®⌐ëÉ".unicodeScalars)
  private static let mac = Set("•§∂ÖÑñ©â".unicodeScalars)

  private static func isDamage(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    let first = scalar(text, at: place)
    guard first.scalar != "\u{FFFD}" else { return true }
    let next = scalar(text, at: place + first.length).scalar
    switch first.scalar {
    // What UTF-8 begins the letters À to ÿ with. Programs that know Latin 1 only have control characters after it.
    case "Ã": return ("\u{80}"..."\u{BF}").contains(next) || windows.contains(next)
    case "Â": return ("\u{A0}"..."\u{BF}").contains(next)
    case "â": return next == "€" || next == "„" || next == "‚" || next == "\u{80}"
    case "├": return dos.contains(next)
    case "√": return mac.contains(next)
    default: return false
    }
  }

  /// The character at a place of valid UTF-8; NUL behind the end.
  private static func scalar(
    _ text: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (scalar: Unicode.Scalar, length: Int) {
    guard place < text.count else { return ("\0", 1) }
    var decoder = UTF8()
    var bytes = text[place...].prefix(4).makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return ("\0", 1) }
    return (scalar, UTF8.width(scalar))
  }
}
