import Texts

/// What stands on the first page.
enum StartTexts {
  static let title = Text(en: "The customer register", sv: "Kundregistret")
  static let customers = Text(en: "Search, and look at cards.", sv: "Sök och titta på kundkort.")
  static let runs = Text(
    en: "Imports, edits and syncs, and what each changed.",
    sv: "Importer, ändringar och synkar, och vad var och en ändrade.")
  static let sessions = Text(
    en: "Browsers that are logged in as you.", sv: "Webbläsare som är inloggade som du.")
  static let latestRuns = Text(en: "Latest runs", sv: "Senaste körningarna")
}
