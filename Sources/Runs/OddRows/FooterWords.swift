import Mapping

/// What programs write below the rows of a page or of a list: `Sida 2 (4)`, `Utskrivet av Eva 2026-11-29`, `*** Slut ***`.
enum FooterWords {
  /// True for a text that says nothing but which page it is, when the list was printed, or that it ends.
  static func isFooter(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter && !$0.isNumber }.map { HeaderKey.of(String($0)) }
    guard let first = words.first, text.count <= 120 else { return false }
    if ends.contains(words.joined(separator: " ")) { return true }
    guard text.contains(where: \.isNumber) else { return false }
    if printed.contains(first) { return true }
    return pages.contains(first) && words.count > 1
      && words.dropFirst().allSatisfy { $0.allSatisfy(\.isNumber) || between.contains($0) }
  }

  private static let pages: Set<String> = ["sida", "sid", "sidan", "page"]
  private static let between: Set<String> = ["av", "of"]
  private static let printed: Set<String> = [
    "utskrivet", "utskriven", "utskrift", "utskriftsdatum", "utskriftstid", "printed", "exporterad", "exporterat",
  ]
  private static let ends: Set<String> = [
    "slut", "slut pa listan", "slut på listan", "slut pa lista", "slut på lista", "listans slut", "end", "end of list",
    "end of file", "end of report", "eof",
  ]
}
