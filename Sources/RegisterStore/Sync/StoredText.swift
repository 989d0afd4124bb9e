import Texts

extension Text {
  /// A text of two columns, of which the Swedish one is empty where it would be the same.
  init?(stored english: String?, swedish: String?) {
    guard let english else { return nil }
    self.init(en: english, sv: swedish ?? english)
  }

  /// What the column of the Swedish text holds.
  var storedSwedish: String? { swedish == english ? nil : swedish }
}
