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

  private var classes = [Class](repeating: .neutral, count: 256)
  /// What a letter with a letter beside it, or a symbol outside words, is worth.
  private var worths = [Int](repeating: 0, count: 256)

  /// Signs that stand inside words: the apostrophe of a genitive, and the dash of a name.
  private var joins = [Bool](repeating: false, count: 256)
  /// The accent that people type for an apostrophe.
  private var accents = [Bool](repeating: false, count: 256)
  /// Letters that begin names of Windows-1252's neighbours in the east: Škoda, Živkovic.
  private var carons = [Bool](repeating: false, count: 256)
  /// Š, which stands before consonants, too.
  private var isSh = [Bool](repeating: false, count: 256)
  private var vowels = [Bool](repeating: false, count: 256)
  /// Quotation marks, behind which a genitive may stand, and marks behind names.
  private var closers = [Bool](repeating: false, count: 256)
  /// Signs that begin a word: low quotation marks and the cross of the dead.
  private var openers = [Bool](repeating: false, count: 256)

  init(_ encoding: TextEncoding) throws {
    for byte in UInt8(ascii: "a")...UInt8(ascii: "z") { classes[Int(byte)] = .small }
    for byte in UInt8(ascii: "A")...UInt8(ascii: "Z") { classes[Int(byte)] = .capital }
    for byte in "aeiouyAEIOUY".utf8 { vowels[Int(byte)] = true }
    let converter = try IconvConverter(from: encoding.rawValue)
    for byte in 0x80...0xFF {
      let scalar = converter.scalar(of: UInt8(byte))
      (classes[byte], worths[byte]) = SwedishReading.classify(scalar)
      joins[byte] = scalar == "’" || scalar == "–" || scalar == "\u{A0}"
      accents[byte] = scalar == "´"
      guard let scalar else { continue }
      carons[byte] = scalar == "Š" || scalar == "Ž"
      isSh[byte] = scalar == "Š"
      vowels[byte] = Self.vowels.contains(scalar)
      closers[byte] = Self.closers.contains(scalar)
      openers[byte] = Self.openers.contains(scalar)
    }
  }

  private static let vowels = Set("åäöÅÄÖàáâãèéêëìíîïòóôõùúûüæøÀÁÂÃÈÉÊËÌÍÎÏÒÓÔÕÙÚÛÜÆØœŒýÿÝŸ".unicodeScalars)
  private static let closers = Set("“”»™®©".unicodeScalars)
  private static let openers = Set("„‚‹†‡".unicodeScalars)

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
      // Škoda and Živkovic are as likely as a Swedish word that begins with the letter of DOS or a Mac; `Žlvs` is not.
      case .capital where carons[Int(bytes[index])] && !before.isLetter && after.isLetter:
        score += isSh[Int(bytes[index])] || vowels[Int(bytes[index + 1])] ? 4 : 2
      case .small: score += isInWord ? (before == .capital && after == .capital ? -2 : worth) : worth > 2 ? 1 : -2
      case .capital: score += isInWord ? (before == .small ? -4 : worth) : worth > 2 ? 1 : -2
      case .neutral:
        let isWithin = before.isLetter && after.isLetter && !joins[Int(bytes[index])] && !accents[Int(bytes[index])]
        score += isWithin ? -3 : worth
      case .bad: score -= 6
      }
    }
    return score
  }

  /// True for what needs no look: ASCII, and the letters of Swedish and its neighbours.
  func isPlain(_ byte: UInt8) -> Bool { byte < 0x80 || worths[Int(byte)] > 2 }

  /// How many of the bytes outside ASCII are nothing that a text of this encoding holds there, for certain and perhaps.
  func oddities(of bytes: [UInt8]) -> (certain: Int, possible: Int) {
    var result = (certain: 0, possible: 0)
    for index in bytes.indices where !isPlain(bytes[index]) || classes[Int(bytes[index])] == .capital {
      let byte = Int(bytes[index])
      let before = index > 0 ? classes[Int(bytes[index - 1])] : .neutral
      let after = index + 1 < bytes.count ? classes[Int(bytes[index + 1])] : .neutral
      switch classes[byte] {
      case .bad:
        if before.isLetter || after.isLetter && !openers[byte] { result.certain += 1 }
      case .neutral where joins[byte] || accents[byte]: break
      case .neutral:
        if before.isLetter, after.isLetter {
          if !(closers[byte] && isGenitive(bytes, after: index)) { result.certain += 1 }
        } else if after == .small, !before.isLetter, !closers[byte] {
          result.possible += 1
        }
      case .capital where before == .small: result.certain += 1
      // The second letter of a word that goes on with small ones.
      case .capital
      where before == .capital && after == .small && (index < 2 || !classes[Int(bytes[index - 2])].isLetter):
        result.certain += 1
      case .capital, .small:
        if !vowels[byte], before.isLetter, after.isLetter, !vowels[Int(bytes[index - 1])],
          !vowels[Int(bytes[index + 1])]
        {
          result.possible += 1
        }
      }
    }
    return result
  }

  /// True when a genitive's letter stands behind a byte, and no word.
  private func isGenitive(_ bytes: [UInt8], after index: Int) -> Bool {
    guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "s") else { return false }
    return index + 2 >= bytes.count || !classes[Int(bytes[index + 2])].isLetter
  }

  /// True when all that is not ASCII are letters of Swedish and its neighbours where words have them, and signs between words.
  func isSwedish(_ bytes: [UInt8]) -> Bool {
    var hasLetter = false
    for index in bytes.indices where bytes[index] >= 0x80 {
      let byte = Int(bytes[index])
      let before = index > 0 ? classes[Int(bytes[index - 1])] : .neutral
      let after = index + 1 < bytes.count ? classes[Int(bytes[index + 1])] : .neutral
      switch classes[byte] {
      case .bad: return false
      case .neutral where before.isLetter && after.isLetter && !joins[byte]: return false
      case .neutral: break
      case .small where after == .capital: return false
      case .capital where before == .small: return false
      case .small, .capital:
        guard worths[byte] > 2 else { return false }
        hasLetter = true
      }
    }
    return hasLetter
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
