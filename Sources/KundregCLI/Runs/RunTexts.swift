import Texts

/// What is told of runs: what they did, and what they left.
enum RunTexts {
  /// - Parameter kind: nil where the source says it: that of an edit is what was done.
  static func what(_ kind: Text?, _ source: Text) -> Text {
    guard let kind else { return source }
    return Text(en: "\(kind.english) \(source.english)", sv: "\(kind.swedish) \(source.swedish)")
  }

  /// - Parameter counts: what became of customers; empty where there was nothing to do.
  static func done(_ run: Int, of source: Text, _ counts: Text) -> Text {
    counts.isEmpty
      ? Text(
        en: "Run \(run), of \(source.english): nothing to change",
        sv: "Körning \(run), av \(source.swedish): inget att ändra")
      : Text(
        en: "Run \(run), of \(source.english): \(counts.english)",
        sv: "Körning \(run), av \(source.swedish): \(counts.swedish)")
  }

  static let skipped = Text(
    en: "Left out, since the plan no longer fits:", sv: "Utelämnat, eftersom planen inte längre stämmer:")

  static func moreSkipped(_ count: Int) -> Text {
    Text(
      en: "and \(count.counted("other")): make a new plan to see what is left to do",
      sv: "och \(count) till: gör en ny plan för att se vad som återstår")
  }

  static let left = Text(
    en:
      "Left as they are: they or a value that they must agree with changed again, another customer has the number, or the data was removed:",
    sv:
      "Lämnade som de är: de eller ett värde som de måste stämma med har ändrats igen, en annan kund har numret eller uppgifterna är borttagna:"
  )

  // MARK: Changes

  /// A customer that a run changes, or would change.
  static func change(_ action: Text, _ number: Text) -> Text {
    Text(en: "\(action.english) \(number.english)", sv: "\(action.swedish) \(number.swedish)")
  }

  static func change(_ action: Text, _ number: String, name: String) -> Text {
    Text(en: "\(action.english) \(number) \(name)", sv: "\(action.swedish) \(number) \(name)")
  }

  /// `phone: 08-465 004 02`
  static func value(_ field: Text, _ value: Text) -> Text {
    Text(en: "\(field.english): \(value.english)", sv: "\(field.swedish): \(value.swedish)")
  }

  /// `phone: 08-465 004 02 → 08-465 004 99`
  static func value(_ field: Text, _ old: Text, to new: Text) -> Text {
    Text(
      en: "\(field.english): \(old.english) → \(new.english)", sv: "\(field.swedish): \(old.swedish) → \(new.swedish)")
  }
}
