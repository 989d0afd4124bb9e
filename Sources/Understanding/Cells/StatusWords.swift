import Mapping

/// What lists write for customers that are active, and for those that are not.
enum StatusWords {
  private static let active = [
    "Aktiv", "Aktivt", "Öppen", "Active", "Open", "Aktiivinen", "Åpen", "Åben", "Enabled", "Ok", "Aktiva", "Normal",
    "Current", "Live", "Käytössä", "I drift",
  ]
  private static let inactive = [
    "Inaktiv", "Inaktivt", "Spärrad", "Avslutad", "Avslutat", "Stängd", "Passiv kund", "Inactive", "Closed", "Blocked",
    "Sperret", "Spærret", "Avsluttet", "Afsluttet", "Passiivinen", "Suljettu", "Arkiverad", "Archived", "Disabled",
    "Lukket", "Uppsagd", "Oppsagt", "Opsagt", "Ei aktiivinen", "Päättynyt", "Poistettu", "Ikke aktiv", "Ej aktiv",
    "Not active", "Deleted", "Arkivert", "Arkiveret", "Estetty", "Borttagen", "Utgått", "Upphört", "Konkurs",
    "Deactivated",
  ]
  /// What Business Central writes of a blocked customer: only who is blocked for all may order nothing. Others stay as they are.
  private static let blocked = [
    ("All", "false"), ("Alla", "false"), ("Alle", "false"), ("Kaikki", "false"), ("Ship", ""), ("Invoice", ""),
    ("Leverera", ""), ("Leverans", ""), ("Fakturera", ""), ("Faktura", ""), ("Levere", ""),
    ("Levering", ""), ("Fakturer", ""), ("Lever", ""), ("Toimitus", ""), ("Lasku", ""),
  ]

  static let table = active.map { WordPair($0, "true") } + inactive.map { WordPair($0, "false") }
  static let blockedTable = blocked.map { WordPair($0.0, $0.1) }
  /// Active and inactive.
  static let letterTable = [WordPair("A", "true"), WordPair("I", "false")]

  private static let keys = Set((active + inactive).map(HeaderKey.of))
  private static let blockedKeys = Set(blocked.map { HeaderKey.of($0.0) })

  static func knows(_ word: String) -> Bool { keys.contains(HeaderKey.of(word)) }

  /// True where all cells that are filled say how far a customer is blocked.
  static func areBlocks(_ cells: CellLook) -> Bool {
    cells.filled > 0 && cells.examples.allSatisfy { blockedKeys.contains(HeaderKey.of($0)) }
  }

  /// True where only the two letters stand there.
  static func areLetters(_ cells: CellLook) -> Bool { Set(cells.examples.map { $0.uppercased() }) == ["A", "I"] }
}
