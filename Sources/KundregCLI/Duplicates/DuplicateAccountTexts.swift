import Texts

/// What is told of customers that may be the same.
enum DuplicateAccountTexts {
  // MARK: Answers

  static let same = Text(en: "same", sv: "samma")

  static func different(_ number: String, _ other: String) -> Text {
    Text(
      en: "Remembered: \(number) and \(other) are different.", sv: "Sparat: \(number) och \(other) är olika kunder.")
  }

  static func same(_ number: String, _ other: String, mergedBy command: String) -> Text {
    Text(
      en: "Remembered: \(number) and \(other) are the same. `\(command)` makes them one.",
      sv: "Sparat: \(number) och \(other) är samma kund. `\(command)` slår ihop dem.")
  }

  static func sameButInactive(_ number: String, _ other: String) -> Text {
    Text(
      en:
        "Remembered: \(number) and \(other) are the same. Both are inactive: activate the one that is to stay before you merge them.",
      sv:
        "Sparat: \(number) och \(other) är samma kund. Båda är inaktiva: aktivera den som ska vara kvar innan du slår ihop dem."
    )
  }

  // MARK: Merges

  static func linkMoves(of system: String, to number: String) -> Text {
    Text(en: "The link with \(system) moves to \(number).", sv: "Kopplingen till \(system) flyttas till \(number).")
  }

  static func merged(_ from: String, into: String, run: Int) -> Text {
    Text(
      en: "Run \(run): \(from) is merged into \(into). `kundreg undo \(run)` takes it back.",
      sv: "Körning \(run): \(from) är sammanslagen med \(into). `kundreg undo \(run)` ångrar det.")
  }
}
