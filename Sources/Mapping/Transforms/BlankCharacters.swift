import CustomerModel
import Foundation
import Glibc
import Rows

/// BlankCharacters of every script, and the characters that no one sees.
///
/// Source: the White_Space property of Unicode, of its Default_Ignorable_Code_Point those that programs leave in copied text
/// (soft hyphen, zero-width space, word joiner, byte order mark, directions of text), and the control characters. The unit
/// separator 0x1F stands between the elements of a list. Joiners and variation selectors are invisible too, but mean something in
/// emoji and in some scripts. Whether a text shows anything at all is ``BlankText``'s to say.
enum BlankCharacters {
  enum Class {
    case none, blank, lineBreak, invisible, combining
    /// Means something only beside characters of other scripts and signs.
    case joiner
    /// What looks like a hyphen; see ``DashCharacters``.
    case hyphen
    /// Follows each element of a list, see ``Field/setSeparator``.
    case separator
  }

  /// True when there is certainly nothing to trim, to collapse or to compose. False is only a suspicion.
  ///
  /// Eight bytes at a time, without a branch for each.
  @inline(__always)
  static func areTidy(_ bytes: UnsafePointer<UInt8>, count: Int) -> Bool {
    guard bytes[0] > 0x20, bytes[count - 1] > 0x20 else { return false }
    let raw = UnsafeRawPointer(bytes)
    if count < 8 { return isTidy(shortWord(raw, count)) }
    var place = 0
    while place + 8 <= count {
      // The first byte is no blank, so there is one before every blank.
      if !isTidy(raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)) { return false }
      if bytes[place] == 0x20, bytes[place - 1] == 0x20 { return false }
      place += 8
    }
    // The last bytes once more together with those before them, so that no word is short.
    return place == count || isTidy(raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
  }

  /// One to seven bytes, filled up with bytes that are tidy.
  @inline(__always)
  private static func shortWord(_ raw: UnsafeRawPointer, _ count: Int) -> UInt64 {
    let filling: UInt64 = 0x6161_6161_6161_6161 << UInt64(count * 8)
    if count >= 4 {
      let low = UInt64(raw.loadUnaligned(as: UInt32.self))
      let high = UInt64(raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      return filling | low | high << UInt64((count - 4) * 8)
    }
    func byte(_ place: Int) -> UInt64 { UInt64(raw.load(fromByteOffset: place, as: UInt8.self)) << UInt64(place * 8) }
    return filling | byte(0) | byte(count / 2) | byte(count - 1)
  }

  /// False when one of eight bytes is suspect, as ``UntidyBytes`` means it.
  @inline(__always)
  private static func isTidy(_ word: UInt64) -> Bool {
    let sevens: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let tops: UInt64 = 0x8080_8080_8080_8080
    // In each the high bit of a byte tells: at least 0x21 but for the high bit; equal to 0x20; at least 0xC0; equal to 0xC3.
    let printable = (word & sevens) &+ 0x5F5F_5F5F_5F5F_5F5F
    let blank = zeros(word ^ 0x2020_2020_2020_2020)
    let leading = word & word << 1
    let latin = zeros(word ^ 0xC3C3_C3C3_C3C3_C3C3)
    let control = ~(printable | word | blank) | zeros(word ^ 0x7F7F_7F7F_7F7F_7F7F)
    let doubled = blank & blank << 8
    return (control | doubled | leading & ~latin) & tops == 0
  }

  /// The high bit of each byte that is zero.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    let sevens: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~((word & sevens) &+ sevens | word | sevens)
  }

  private static func mayBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case 0xC2, 0xCC, 0xCD, 0xD8, 0xE1, 0xE2, 0xE3, 0xEF: true
    default: false
    }
  }

  /// What begins at `place`, and how many bytes it has.
  static func classify(_ bytes: UnsafePointer<UInt8>, at place: Int, count: Int) -> (kind: Class, length: Int) {
    let byte = bytes[place]
    if byte < 0x80 {
      switch byte {
      case 0x20, 0x09, 0x0C: return (.blank, 1)
      // FileMaker writes a vertical tab where a cell's text has a new line.
      case 0x0A, 0x0B, 0x0D: return (.lineBreak, 1)
      // And SQLite, and what is written in C, would take a NUL for the end of the text.
      case 0x00...0x1E, 0x7F: return (.invisible, 1)
      case Field.setSeparator: return (.separator, 1)
      default: return (.none, 1)
      }
    }
    guard mayBegin(byte), place + 1 < count else { return (.none, 1) }
    let second = bytes[place + 1]
    switch byte {
    case 0xC2:
      switch second {
      case 0xA0: return (.blank, 2)
      // Half of a letter that was damaged before is taken as it stands.
      case 0x80...0x9F where isOfDamage(bytes, at: place): return (.none, 2)
      case 0x85: return (.lineBreak, 2)
      case 0x80...0x9F, 0xAD: return (.invisible, 2)
      default: return (.none, 1)
      }
    case 0xCC: return (.combining, 2)
    // U+061C, the mark of a direction, as U+200E and U+200F are.
    case 0xD8: return second == 0x9C ? (.invisible, 2) : (.none, 1)
    case 0xCD: return second < 0xB0 ? (.combining, 2) : (.none, 1)
    default: break
    }
    guard place + 2 < count else { return (.none, 1) }
    return classify(UInt32(byte & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(bytes[place + 2] & 0x3F))
  }

  /// True for a control character of two bytes that is the second part of a letter or a sign, which some program took for Latin 1:
  /// behind Ã, Â, Å, Ä, or behind â, alone or after U+0080.
  private static func isOfDamage(_ bytes: UnsafePointer<UInt8>, at place: Int) -> Bool {
    guard place >= 2 else { return false }
    let (first, second) = (bytes[place - 2], bytes[place - 1])
    if first == 0xC3 { return (0x82...0x85).contains(second) || second == 0xA2 }
    return first == 0xC2 && second == 0x80 && place >= 4 && bytes[place - 4] == 0xC3 && bytes[place - 3] == 0xA2
  }

  /// True for a control character that is invisible: it stands in no text on purpose, as a soft hyphen may.
  static func isControl(_ bytes: UnsafePointer<UInt8>, at place: Int) -> Bool {
    bytes[place] < 0x80 || bytes[place] == 0xC2 && bytes[place + 1] < 0xA0
  }

  /// A character of three bytes.
  private static func classify(_ scalar: UInt32) -> (kind: Class, length: Int) {
    switch scalar {
    case 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: (.blank, 3)
    case 0x2028, 0x2029: (.lineBreak, 3)
    case 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF: (.invisible, 3)
    case 0x200C, 0x200D, 0xFE00...0xFE0F: (.joiner, 3)
    case _ where DashCharacters.contains(scalar): (.hyphen, 3)
    // The kelvin and ångström signs are composed letters by another name.
    case 0x212A, 0x212B: (.combining, 3)
    default: (.none, 1)
    }
  }
}

extension Workspace {
  /// Trims outer blanks, and of those inside leaves what the form says. Invisible characters go. Letters written as a letter
  /// and a mark become one (Unicode NFC), as macOS leaves file names.
  @inline(__always)
  mutating func clean(_ piece: Piece, _ form: TextForm) -> Piece {
    if piece.isBlank || BlankCharacters.areTidy(bytes(piece), count: piece.count) { return piece }
    return rewrite(piece, form)
  }

  @inline(never)
  private mutating func rewrite(_ piece: Piece, _ form: TextForm) -> Piece {
    let trimmed = trim(piece, form)
    if trimmed.isBlank || BlankCharacters.areTidy(bytes(trimmed), count: trimmed.count) { return trimmed }
    let count = trimmed.count
    let isList = self.bytes(piece)[piece.count - 1] == Field.setSeparator
    // A comma and a blank come for each separator.
    reserve(isList ? 2 * count : count)
    let bytes = bytes(trimmed)
    let start = derivedCount
    var place = 0
    var hasBlank = false
    var hasMarks = false
    var isAfterSeparator = false
    while place < count {
      let (kind, length) = BlankCharacters.classify(bytes, at: place, count: count)
      switch kind {
      case .blank where form.blanks == .asTyped: put(bytes + place, count: length)
      case .blank: hasBlank = true
      case .lineBreak where form.blanks == .oneLine: hasBlank = true
      case .lineBreak:
        // Where blanks are collapsed those at the end of a line go.
        hasBlank = false
        let isUsual = bytes[place] == 0x0A || bytes[place] == 0x0D
        put(isUsual ? bytes[place] : 0x0A)
      case .invisible: if BlankCharacters.isControl(bytes, at: place) { droppedControls += 1 }
      case .separator where !form.keepsSeparators:
        // The elements of a list in a field that has one value. One that ends no element is rubbish.
        guard isList else {
          droppedControls += 1
          break
        }
        if form.blanks == .asTyped {
          put(0x0A)
        } else if !isAfterSeparator {
          put(UInt8(ascii: ","))
          hasBlank = true
        }
        isAfterSeparator = true
        place += length
        continue
      case .joiner where !BlankCharacters.isJoined(bytes, at: place, count: count): break
      case .combining, .none, .joiner, .hyphen, .separator:
        isAfterSeparator = false
        if hasBlank { put(0x20) }
        hasBlank = false
        hasMarks = hasMarks || kind == .combining
        if kind == .hyphen, form.plainsHyphens {
          put(UInt8(ascii: "-"))
        } else {
          put(bytes + place, count: length)
        }
      }
      place += length
    }
    let cleaned = self.piece(from: start, original: trimmed)
    return hasMarks ? self.piece(of: text(cleaned).precomposedStringWithCanonicalMapping, original: cleaned) : cleaned
  }

  /// The piece without outer blanks, line breaks and invisible characters; blank when it shows nothing.
  private mutating func trim(_ piece: Piece, _ form: TextForm) -> Piece {
    let bytes = bytes(piece)
    var first = 0
    let isTrimmed = { (kind: BlankCharacters.Class) in kind.isUnseen || kind == .separator && !form.keepsSeparators }
    while first < piece.count {
      let (kind, length) = BlankCharacters.classify(bytes, at: first, count: piece.count)
      // A joiner at the beginning joins nothing.
      guard isTrimmed(kind) || kind == .joiner else { break }
      if kind == .invisible, BlankCharacters.isControl(bytes, at: first) { droppedControls += 1 }
      first += length
    }
    var last = piece.count
    while last > first {
      // Back to the first byte of the last character.
      var start = last - 1
      while start > first, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      let (kind, length) = BlankCharacters.classify(bytes, at: start, count: last)
      guard start + length == last,
        isTrimmed(kind) || kind == .joiner && !BlankCharacters.isJoined(bytes, at: start, count: last)
      else { break }
      if kind == .invisible, BlankCharacters.isControl(bytes, at: start) { droppedControls += 1 }
      last = start
    }
    // What remains may be characters that are part of words elsewhere, such as fillers.
    if first < last, BlankText.mayBegin(with: bytes[first]),
      BlankText.isBlank(UnsafeRawBufferPointer(start: bytes + first, count: last - first))
    {
      // The names of a list are each trimmed by themselves.
      if !form.keepsSeparators { return .blank }
    }
    return first == last ? .blank : Piece(start: Int(piece.start) + first, length: last - first)
  }
}

extension BlankCharacters.Class {
  /// True for what nobody sees at the ends of a text.
  fileprivate var isUnseen: Bool { self == .blank || self == .lineBreak || self == .invisible }
}

extension BlankCharacters {
  /// True when a joiner or a variation selector may mean something: it stands after a character beyond the Latin letters, or
  /// makes a key of a digit (`1` and U+FE0F and U+20E3).
  fileprivate static func isJoined(_ bytes: UnsafePointer<UInt8>, at place: Int, count: Int) -> Bool {
    guard place > 0 else { return false }
    var before = place - 1
    while before > 0, bytes[before] & 0xC0 == 0x80 { before -= 1 }
    // Two bytes from 0xC3 to 0xCA are Latin letters.
    if bytes[before] > 0xCA || bytes[before] == 0xC2 { return true }
    return place + 5 < count && bytes[place + 3] == 0xE2 && bytes[place + 4] == 0x83 && bytes[place + 5] == 0xA3
  }
}
