import Mapping

/// The words by which a row says that it is a total, and what stands beside them.
enum TotalWords {
  /// True for what only a total is called, with or without what is counted: `Summa`, `Totalt:`, `Antal kunder: 12`,
  /// `12 kunder`, `(12 rows)`.
  static func isLabel(_ text: String) -> Bool {
    var hasHead = false
    var hasCounted = false
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
        hasCounted = true
      } else if !fillers.contains(key) {
        return false
      }
      words += 1
    }
    return words > 0 && (hasHead || hasFigure && hasCounted)
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

  private static func keys(_ words: [String]) -> Set<String> { Set(words.map(HeaderKey.of)) }
}
