/// The words of a title above a list: what it is, when it was made, how it was chosen, whose it is.
enum TitleWords {
  /// True for a text that may tell of the list as a whole, and so of no group of its columns: `Kundlista 2026`, `Sida 1`, `Obs!`,
  /// `Utskriven 2026-11-28`, `12 kunder`.
  static func mayTell(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter && !$0.isNumber }.map { HeaderKey.of(String($0)) }
    if words.contains(where: { word in companies.contains(word) || lists.contains(where: word.contains) }) {
      return true
    }
    // A year, a date or a time; `Person 1` and `24h-jour` are none.
    let figures = text.split { !$0.isNumber }
    return figures.contains { $0.count >= 4 } || figures.count > 2 || text.contains(":") && figures.count > 1
      || text.contains("!")
      || words.count == 2 && words[0].allSatisfy(\.isNumber) && counted.contains(words[1])
  }

  private static let lists = [
    "lista", "register", "rapport", "export", "utskri", "utdrag", "urval", "sortering", "sida", "page", "list",
    "report", "printed",
    "datum", "date",
  ]
  /// Whose list it is.
  private static let companies: Set<String> = ["ab", "hb", "kb", "brf", "aktiebolag", "ltd", "gmbh", "oy"]
  private static let counted: Set<String> = ["kunder", "rader", "poster", "customers", "rows", "records"]
}
