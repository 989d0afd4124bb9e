/// Reads a number format code (ECMA-376 part 1, 18.8.31) into sections.
///
/// Read in the invariant form that files hold: `.` is the decimal point and `,` the thousands separator whatever the
/// language of the program that shows them. Colours, locales and widths say nothing about the value and are dropped.
struct NumberFormatParser {
  /// In a pattern: a place that shows a zero when the number has no digit for it. Other bytes are literals.
  static let zeroPlace: UInt8 = 0
  /// In a pattern: a place that shows nothing when the number has no digit for it.
  static let optionalPlace: UInt8 = 1

  /// One section as it was read, before its kind is decided.
  private struct Draft {
    var comparison = NumberFormatSection.Comparison.none
    var operand = 0.0
    var layout: [UInt8] = []
    var zeros = 0
    var places = 0
    /// A point, comma, fraction, exponent or currency: the number is shown as a quantity.
    var isQuantity = false
    var isPercent = false
    var isDuration = false
    var isText = false
    /// The date and time letters in their order, `m` for a month and `n` for a minute.
    var letters: [UInt8] = []
  }

  private let code: [UInt8]
  private var place = 0

  /// Reads a code.
  ///
  /// - Parameter patterns: gets the layouts of the pattern sections appended.
  /// - Returns: the sections for numbers, one to three; a section for texts is left out.
  static func sections(of code: String, patterns: inout [UInt8]) -> [NumberFormatSection] {
    var parser = NumberFormatParser(code: Array(code.utf8))
    var sections: [NumberFormatSection] = []
    while sections.count < 3, parser.place <= parser.code.count {
      let draft = parser.readSection()
      if draft.isText, !sections.isEmpty { break }
      sections.append(Self.section(draft, isFirst: sections.isEmpty, patterns: &patterns))
    }
    return sections.isEmpty ? [NumberFormatSection()] : sections
  }

  private init(code: [UInt8]) { self.code = code }

  private mutating func readSection() -> Draft {
    var draft = Draft()
    while place < code.count, code[place] != UInt8(ascii: ";") { readToken(into: &draft) }
    place += 1
    return draft
  }

  private mutating func readToken(into draft: inout Draft) {
    let byte = code[place]
    place += 1
    switch byte {
    case UInt8(ascii: "\""):
      while place < code.count, code[place] != UInt8(ascii: "\"") {
        literal(code[place], &draft)
        place += 1
      }
      place += 1
    case UInt8(ascii: "\\"):
      if place < code.count {
        literal(code[place], &draft)
        place += 1
      }
    case UInt8(ascii: "_"), UInt8(ascii: "*"): skipCharacter()
    case UInt8(ascii: "["): readBracket(into: &draft)
    case UInt8(ascii: "0"), UInt8(ascii: "#"), UInt8(ascii: "?"):
      if draft.letters.isEmpty {
        draft.places += 1
        if byte == UInt8(ascii: "0") { draft.zeros += 1 }
        if byte == UInt8(ascii: "?") { draft.isQuantity = true }
        draft.layout.append(byte == UInt8(ascii: "0") ? Self.zeroPlace : Self.optionalPlace)
      }
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "/"): draft.isQuantity = true
    case UInt8(ascii: "%"): draft.isPercent = true
    case UInt8(ascii: "@"): draft.isText = true
    default: readLetter(byte, into: &draft)
    }
  }

  private mutating func readLetter(_ byte: UInt8, into draft: inout Draft) {
    if skip("eneral", after: byte, "G") {
      draft.isQuantity = true
      return
    }
    // A letter behind a digit's place is a unit that some program forgot to quote, not a date.
    let mayBeDate = draft.places == 0
    switch byte | 0x20 {
    case UInt8(ascii: "e") where !mayBeDate && place < code.count && (code[place] == 0x2B || code[place] == 0x2D):
      draft.isQuantity = true
    case UInt8(ascii: "a") where mayBeDate && (skip("m/pm", after: byte, "A") || skip("/p", after: byte, "A")):
      draft.letters.append(UInt8(ascii: "h"))
    case UInt8(ascii: "y"), UInt8(ascii: "d"), UInt8(ascii: "h"), UInt8(ascii: "s"), UInt8(ascii: "m"),
      UInt8(ascii: "e"), UInt8(ascii: "g"), UInt8(ascii: "b"):
      guard mayBeDate else { return literal(byte, &draft) }
      var run = 1
      while place < code.count, code[place] | 0x20 == byte | 0x20 {
        run += 1
        place += 1
      }
      addLetter(byte | 0x20, run: run, to: &draft)
    default: literal(byte, &draft)
    }
  }

  /// `m` is a minute beside an hour before it or a second after it, and a month everywhere else.
  private func addLetter(_ letter: UInt8, run: Int, to draft: inout Draft) {
    switch letter {
    case UInt8(ascii: "m") where run <= 2 && draft.letters.last == UInt8(ascii: "h"):
      draft.letters.append(UInt8(ascii: "n"))
    case UInt8(ascii: "s"):
      if draft.letters.last == UInt8(ascii: "m") { draft.letters[draft.letters.count - 1] = UInt8(ascii: "n") }
      draft.letters.append(letter)
    default: draft.letters.append(letter)
    }
  }

  /// Steps over the rest of a word whose first letter was just read; case does not matter.
  private mutating func skip(_ rest: String, after byte: UInt8, _ first: Unicode.Scalar) -> Bool {
    let rest = Array(rest.utf8)
    guard byte & 0xDF == UInt8(first.value), place + rest.count <= code.count else { return false }
    for (offset, expected) in rest.enumerated() where code[place + offset] | 0x20 != expected | 0x20 { return false }
    place += rest.count
    return true
  }

  private mutating func skipCharacter() {
    place += 1
    while place < code.count, code[place] & 0xC0 == 0x80 { place += 1 }
  }

  private mutating func readBracket(into draft: inout Draft) {
    let start = place
    while place < code.count, code[place] != UInt8(ascii: "]") { place += 1 }
    let content = code[start..<min(place, code.count)]
    place += 1
    guard let first = content.first else { return }
    switch first {
    case UInt8(ascii: "$"):
      if content.count > 1, content[start + 1] != UInt8(ascii: "-") { draft.isQuantity = true }
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="): readCondition(content, into: &draft)
    default:
      let letter = first | 0x20
      guard content.allSatisfy({ $0 | 0x20 == letter }) else { return }
      guard letter == UInt8(ascii: "h") || letter == UInt8(ascii: "m") || letter == UInt8(ascii: "s") else { return }
      draft.isDuration = true
      draft.letters.append(letter == UInt8(ascii: "m") ? UInt8(ascii: "n") : letter)
    }
  }

  private func readCondition(_ content: ArraySlice<UInt8>, into draft: inout Draft) {
    let text = String(decoding: content, as: UTF8.self)
    let operators: [(String, NumberFormatSection.Comparison)] = [
      ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("<>", .notEqual), ("<", .less), (">", .greater), ("=", .equal),
    ]
    for (sign, comparison) in operators where text.hasPrefix(sign) {
      guard let operand = Double(text.dropFirst(sign.count)) else { return }
      draft.comparison = comparison
      draft.operand = operand
      return
    }
  }

  private func literal(_ byte: UInt8, _ draft: inout Draft) {
    // The two bytes that mark digit places are control characters: no format shows them.
    if byte >= 0x20 { draft.layout.append(byte) }
  }

  private static func section(
    _ draft: Draft, isFirst: Bool, patterns: inout [UInt8]
  ) -> NumberFormatSection {
    var section = NumberFormatSection(comparison: draft.comparison, operand: draft.operand)
    let hasDate = draft.letters.contains { "ymdegb".utf8.contains($0) }
    let hasTime = draft.letters.contains { "hns".utf8.contains($0) }
    if draft.isDuration {
      section.kind = .duration
    } else if hasDate || hasTime {
      section.kind = hasDate ? (hasTime ? .dateTime : .date) : .time
    } else if draft.isPercent {
      section.kind = .percent
    } else if !draft.isQuantity, !draft.isText,
      NumberPattern.isLaidOut(draft.layout, zeros: draft.zeros, isFirst: isFirst)
    {
      section.kind = .pattern
      section.patternStart = UInt32(patterns.count)
      section.patternLength = UInt32(draft.layout.count)
      patterns += draft.layout
    }
    return section
  }
}
