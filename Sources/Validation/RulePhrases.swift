import Texts

/// Sentences that several rules tell.
enum RulePhrases {
  /// After what is wrong with a value that is only doubted.
  static let kept = Text(en: "It is kept.", sv: "Värdet sparas ändå.")
  /// After what is wrong with a value that the register cannot store, when its rule only warns.
  static let leftOut = Text(en: "The value is left out.", sv: "Värdet utelämnas.")
  /// After what is wrong with a value that no cell gives.
  static let ofMapping = Text(
    en: "The mapping gives this value: correct it there.", sv: "Värdet kommer från mappningen: rätta det där.")

  /// A cell that is neither yes nor no.
  static func notYesOrNo(_ place: RulePlace) -> Text {
    let trouble = Text(
      en: "\(place.column.english) is neither yes (ja) nor no (nej).",
      sv: "\(place.column.swedish) är varken ja eller nej.")
    return .joined(trouble, oneOfThem(place))
  }

  /// What to do where one of a few words is asked for, which a mapping could know others for.
  static func oneOfThem(_ place: RulePlace) -> Text {
    place.origin.hasMapping
      ? Text(
        en: "Write one of them, or add the word to the mapping's table of values.",
        sv: "Skriv något av dem, eller lägg till ordet i mappningens tabell över värden.")
      : Text(en: "Write one of them.", sv: "Skriv något av dem.")
  }
}
