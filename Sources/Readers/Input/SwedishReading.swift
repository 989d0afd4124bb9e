import Rows

/// How Swedish bytes read in a one-byte encoding.
///
/// A Swedish letter with a letter beside it speaks for the encoding; a symbol inside a word, a capital after a small
/// letter, box drawing and control characters speak against it.
struct SwedishReading {
  /// What a character is to a reader.
  enum Class: UInt8 {
    case small, capital
    /// Not a letter, but what a text may hold.
    case neutral
    case bad
  }

  /// One-byte encodings, the likelier first: the first one wins when several read alike.
  static let candidates: [TextEncoding] = [.windows1252, .iso8859_1, .iso8859_15, .cp850, .cp437, .macRoman]

  private var classes = [Class](repeating: .neutral, count: 256)
  /// What a letter with a letter beside it, or a symbol outside words, is worth.
  private var worths = [Int](repeating: 0, count: 256)

  /// Signs that stand inside words: the apostrophe of a genitive, and the dash of a name.
  private var joins = [Bool](repeating: false, count: 256)
  /// The accent that people type for an apostrophe.
  private var accents = [Bool](repeating: false, count: 256)

  init(_ encoding: TextEncoding) throws {
    for byte in UInt8(ascii: "a")...UInt8(ascii: "z") { classes[Int(byte)] = .small }
    for byte in UInt8(ascii: "A")...UInt8(ascii: "Z") { classes[Int(byte)] = .capital }
    let converter = try IconvConverter(from: encoding.rawValue)
    for byte in 0x80...0xFF {
      let scalar = converter.scalar(of: UInt8(byte))
      (classes[byte], worths[byte]) = SwedishReading.classify(scalar)
      joins[byte] = scalar == "’" || scalar == "–"
      accents[byte] = scalar == "´"
    }
  }

  /// The higher, the more Swedish.
  func score(_ bytes: [UInt8]) -> Int {
    var score = 0
    for index in bytes.indices where bytes[index] >= 0x80 {
      let before = index > 0 ? classes[Int(bytes[index - 1])] : .neutral
      let after = index + 1 < bytes.count ? classes[Int(bytes[index + 1])] : .neutral
      let worth = worths[Int(bytes[index])]
      let isInWord = before.isLetter || after.isLetter
      switch classes[Int(bytes[index])] {
      // A word that goes on with a capital after one small letter begins with a quotation mark instead.
      case .small where after == .capital && !before.isLetter: score -= 4
      case .small: score += isInWord ? (before == .capital && after == .capital ? -2 : worth) : worth > 2 ? 1 : -2
      case .capital: score += isInWord ? (before == .small ? -4 : worth) : worth > 2 ? 1 : -2
      case .neutral: score += before.isLetter && after.isLetter && !joins[Int(bytes[index])] ? -3 : worth
      case .bad: score -= 6
      }
    }
    return score
  }

  /// True when the letters outside ASCII are most likely those of an encoding that is none of the candidates: signs and capitals
  /// stand inside words, or letters that no language of Western Europe has side by side, as Cyrillic and Greek words become.
  func isDoubtful(_ bytes: [UInt8]) -> Bool {
    var odd = 0
    var high = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, bytes[index] >= 0x80 { index += 1 }
      high += index - start
      odd += oddCount(bytes, start..<index)
    }
    return odd > 1 && odd * 4 >= high
  }

  /// How many of some bytes outside ASCII that stand side by side make no word.
  private func oddCount(_ bytes: [UInt8], _ run: Range<Int>) -> Int {
    let letters = run.count { classes[Int(bytes[$0])].isLetter }
    // ÅÄÖ may stand side by side.
    let foreign = run.count { classes[Int(bytes[$0])].isLetter && worths[Int(bytes[$0])] == 0 }
    if letters > 2, foreign * 2 >= letters { return run.count }
    return run.count { index in
      let byte = Int(bytes[index])
      let before = index > 0 ? classes[Int(bytes[index - 1])] : .neutral
      let after = index + 1 < bytes.count ? classes[Int(bytes[index + 1])] : .neutral
      switch classes[byte] {
      case .bad: return true
      case .capital: return before == .small && worths[byte] == 0
      case .neutral: return before.isLetter && after.isLetter && !joins[byte] && !accents[byte]
      case .small: return false
      }
    }
  }

  private static func classify(_ scalar: Unicode.Scalar?) -> (Class, Int) {
    guard let scalar else { return (.bad, 0) }
    switch scalar {
    case "å", "ä", "ö", "é": return (.small, 4)
    case "Å", "Ä", "Ö", "É": return (.capital, 4)
    case "æ", "ø", "ü": return (.small, 3)
    case "Æ", "Ø", "Ü": return (.capital, 3)
    // The euro sign came where the sign for any currency was, which nobody writes.
    case "€": return (.neutral, 1)
    case "¤", "¦": return (.neutral, -1)
    case "\u{A0}", "§", "°", "½", "¼", "¾", "´", "¨", "’", "‘", "“", "”", "–", "—", "•", "…", "£", "©", "®", "™", "·",
      "«", "»", "²", "³", "±", "×", "µ", "º", "ª":
      return (.neutral, 0)
    default:
      if scalar.properties.isLowercase { return (scalar.value < 0x180 ? .small : .bad, 0) }
      if scalar.properties.isUppercase { return (scalar.value < 0x180 ? .capital : .bad, 0) }
      return (.bad, 0)
    }
  }
}

extension SwedishReading.Class {
  var isLetter: Bool { self == .small || self == .capital }
}
