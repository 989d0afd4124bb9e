import Mapping

/// The words by which a row says that it is a total, and what stands beside them.
enum TotalWords {
  /// True for what only a total is called, with or without what is counted: `Summa`, `Totalt:`, `Antal kunder: 12`,
  /// `12 kunder`, `(12 rows)`.
  static func isLabel(_ text: String) -> Bool {
    var hasHead = false
    var isCount = false
    var hasFigure = false
    var words = 0
    for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      if word.allSatisfy(\.isNumber) {
        hasFigure = true
        continue
      }
      let key = HeaderKey.of(String(word))
      if heads.contains(key) {
        hasHead = true
      } else if counted.contains(key) {
        // `12 kunder` counts; `Kund 12` may be a number.
        isCount = isCount || hasFigure
      } else if !fillers.contains(key) {
        return false
      }
      words += 1
    }
    return words > 0 && (hasHead || isCount)
  }

  /// True for a label with the name of what is summed, as spreadsheets write subtotals: `Lund Summa`, `Totalt Norr`. A customer may be
  /// called so.
  static func isSubtotal(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter && !$0.isNumber }.map { HeaderKey.of(String($0)) }
    guard words.count > 1, let first = words.first, let last = words.last else { return false }
    return heads.contains(first) || heads.contains(last)
  }

  /// False for a first byte that no label begins with, whatever follows it.
  @inline(__always)
  static func mayBegin(with first: UInt8) -> Bool {
    !isLetter(first) || letters & (1 << UInt32((first | 0x20) - 0x61)) != 0
  }

  /// False for bytes with which certainly no label begins: a look at the first letters, since names are many and labels few.
  static func mayBegin(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var place = 0
    while place < bytes.count, !isLetter(bytes[place]) {
      guard bytes[place] < 0x80 else { return true }
      place += 1
    }
    // Figures alone count nothing, and no word of a label stands close behind them.
    guard place < bytes.count, place == 0 || bytes[place - 1] &- 0x30 >= 10 else { return false }
    return start(bytes[place...]).map(starts.contains) ?? true
  }

  /// True for a number, an amount or a percentage.
  static func isFigure(_ text: String) -> Bool {
    var rest = text.trimmingBlanks[...]
    for unit in ["kr", "kronor", "sek", "eur", "st", "%", "€", ":-"] where rest.lowercased().hasSuffix(unit) {
      rest = rest.dropLast(unit.count)
      break
    }
    if let first = rest.first, "-+−".contains(first) { rest = rest.dropFirst() }
    return rest.contains(where: \.isNumber)
      && rest.allSatisfy { $0.isNumber || $0.isWhitespace || ",.'’".contains($0) }
  }

  private static let heads = keys([
    "Summa", "Summor", "Totalt", "Total", "Totala", "Totalsumma", "Delsumma", "Slutsumma", "Sum", "Sums", "Subtotal",
    "Totals", "Antal", "Count", "Medelvärde", "Genomsnitt", "Medel", "Average", "Sammanlagt",
  ])

  private static let counted = keys([
    "kund", "kunder", "kunden", "rad", "rader", "post", "poster", "st", "stycken", "träff", "träffar", "företag",
    "personer", "privatpersoner", "customer", "customers", "row", "rows", "record", "records", "entries", "lines",
    "items", "hits",
  ])

  private static let fillers = keys([
    "av", "för", "alla", "i", "allt", "listan", "urvalet", "aktiva", "inaktiva", "kr", "kronor", "SEK", "grand",
    "number", "of", "all", "the", "in", "for", "list", "affected", "selected", "returned", "s", "active", "inactive",
  ])

  /// The first letters of all words, as bits from `a`.
  private static let letters = heads.union(counted).union(fillers).reduce(into: UInt32(0)) { letters, word in
    if let first = word.utf8.first, first &- 0x61 < 26 { letters |= 1 << UInt32(first - 0x61) }
  }

  private static let starts = Set(
    heads.union(counted).union(fillers).compactMap { word in Array(word.utf8).withUnsafeBytes { start($0[...]) } })

  /// The first three letters of a word in small ones, or fewer where something else ends them; nil where it is better read as text,
  /// since it has letters that are compared as others.
  private static func start(_ bytes: Slice<UnsafeRawBufferPointer>) -> UInt32? {
    var start: UInt32 = 0
    for byte in bytes.prefix(3) {
      guard byte < 0x80 else { return nil }
      guard isLetter(byte) else { break }
      start = start << 8 | UInt32(byte | 0x20)
    }
    return start
  }

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private static func keys(_ words: [String]) -> Set<String> { Set(words.map(HeaderKey.of)) }
}
