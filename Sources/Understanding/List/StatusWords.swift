import Mapping

/// What lists write for customers that are active, and for those that are not.
enum StatusWords {
  private static let active = [
    "Aktiv", "Aktivt", "Öppen", "Active", "Open", "Aktiivinen", "Åpen", "Åben", "Enabled", "Ok",
  ]
  private static let inactive = [
    "Inaktiv", "Spärrad", "Avslutad", "Stängd", "Vilande", "Passiv", "Inactive", "Closed", "Blocked", "Sperret",
    "Spærret", "Avsluttet", "Passiivinen", "Suljettu", "Arkiverad", "Archived", "Disabled", "Lukket", "Uppsagd",
  ]

  static let table = active.map { WordPair($0, "true") } + inactive.map { WordPair($0, "false") }
  private static let keys = Set((active + inactive).map(HeaderKey.of))

  static func knows(_ word: String) -> Bool { keys.contains(HeaderKey.of(word)) }
}
