import CustomerModel

/// The words of a title above a list: what it is, when it was made, how it was chosen, whose it is.
enum TitleWords {
  /// True for a text that may tell of the list as a whole, and so of no group of its columns: `Kundlista 2026`, `Sida 1`, `Obs!`,
  /// `Utskriven 2026-11-28`, `12 kunder`.
  static func mayTell(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter && !$0.isNumber }.map { HeaderKey.of(String($0)) }
    if words.contains(where: { word in BusinessForms.tellingInTexts.contains(word) || tells(word) }) {
      return true
    }
    // A year, a date or a time; `Person 1` and `24h-jour` are none.
    let figures = text.split { !$0.isNumber }
    return figures.contains { $0.count >= 4 } || figures.count > 2 || text.contains(":") && figures.count > 1
      || text.contains("!")
      || words.count == 2 && words[0].allSatisfy(\.isNumber) && counted.contains(words[1])
  }

  /// True for a word of what the list is or when it was made: `Kundlista`, `Utskriven`. `Specialist`, `Hemsida` and `Kandidater`
  /// only hold the letters of one.
  private static func tells(_ word: String) -> Bool {
    whole.contains(word) || beginnings.contains(where: word.hasPrefix) || endings.contains(where: word.hasSuffix)
  }

  private static let whole: Set<String> = [
    "sida", "page", "list", "report", "printed", "datum", "date", "created", "skapad", "skapat",
  ]
  private static let beginnings = [
    "export", "utskri", "utdrag", "urval", "sortering", "sorterad", "sorterat", "rapport",
  ]
  private static let endings = ["lista", "listan", "register", "registret", "rapport", "rapporten", "utdrag", "export"]
  private static let counted: Set<String> = ["kunder", "rader", "poster", "customers", "rows", "records"]
}
