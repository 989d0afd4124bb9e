import CustomerModel
import Texts

/// Sentences that several rules tell.
enum RuleTexts {
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
    return [trouble, oneOfThem(place)].joined()
  }

  /// What to do where one of a few words is asked for, which a mapping could know others for.
  static func oneOfThem(_ place: RulePlace) -> Text {
    place.origin.hasMapping
      ? Text(
        en: "Write one of them, or add the word to the mapping's table of values.",
        sv: "Skriv något av dem, eller lägg till ordet i mappningens tabell över värden.")
      : Text(en: "Write one of them.", sv: "Skriv något av dem.")
  }

  // MARK: Characters

  static let blank = Text(en: "a blank", sv: "ett blanksteg")

  /// - Parameter code: its number in Unicode, `U+200B`.
  static func unseenCharacter(_ code: String) -> Text {
    Text(en: "a character that nobody sees (\(code))", sv: "ett tecken som inte syns (\(code))")
  }

  // MARK: Records of lists

  static func record(_ kind: RecordKind, _ name: String) -> Text {
    Text(en: "\(kind.label.english) \(name)", sv: "\(kind.label.swedish) \(name)")
  }

  /// A record without a name, by its place in the list from 1.
  static func record(_ kind: RecordKind, at ordinal: Int) -> Text {
    Text(en: "\(kind.label.english) \(ordinal) of the list", sv: "\(kind.label.swedish) \(ordinal) i listan")
  }

  static func member(_ member: RecordKind.Member, of record: Text) -> Text {
    Text(en: "\(member.name) of \(record.english)", sv: "\(member.name) för \(record.swedish)")
  }
}
