import Texts

/// What a line of the list of runs says besides numbers.
enum RunLineTexts {
  static let nothingChanged = Text(en: "nothing changed", sv: "inget ändrat")

  static func undone(by run: Int) -> Text { Text(en: "undone by run \(run)", sv: "ångrad av körning \(run)") }
}
