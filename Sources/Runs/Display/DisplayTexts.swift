import CustomerModel
package import Texts

/// What is told of how cards are shown, and the words of their values.
package enum DisplayTexts {
  // MARK: Values

  // The English words are those that options and files take.

  /// Stands where there is no value.
  static let none = Text(en: "(none)", sv: "(inget)")

  package static func yesOrNo(_ isYes: Bool) -> Text {
    isYes ? Text(en: "yes", sv: ValueLabels.yes.swedish) : Text(en: "no", sv: ValueLabels.no.swedish)
  }

  /// One of the fixed words of a field, or of a member of a record.
  package static func choice(_ word: String) -> Text { Text(en: word, sv: ValueLabels.choice(word).swedish) }

  // MARK: Orders

  static func unknownOrder(_ text: String, known: [String]) -> Text {
    let names = known.joined(separator: ", ")
    return Text(
      en:
        "References cannot be sorted by \(text). Sort by one of \(names), with :desc after it to turn the order.",
      sv:
        "Referenser kan inte sorteras efter \(text). Sortera efter något av \(names), med :desc efter för omvänd ordning."
    )
  }
}

extension ErrorCode {
  static let ofDisplay = [sortUnknown]

  static let sortUnknown = ErrorCode("sort.unknown", .usage, "A list cannot be sorted by that.")
}
