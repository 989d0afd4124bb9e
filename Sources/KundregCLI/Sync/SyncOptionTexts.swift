import Runs
import Texts

/// What is told of options of syncs and conflicts that make no sense, or not together.
enum SyncOptionTexts {
  /// A contradiction by the options that make it.
  static func contradiction(_ contradiction: SyncOptions.Contradiction) -> Text {
    switch contradiction {
    case .deepWithoutFull:
      Text(en: "--deep goes with --full.", sv: "--deep går bara ihop med --full.")
    case .tooFewRequests(let minimum):
      Text(
        en: "--max-requests must be at least \(minimum), so that every sync gets something done.",
        sv: "--max-requests ska vara minst \(minimum), så att varje synk hinner med något.")
    case .requestsOfDryRun:
      Text(
        en: "--max-requests does not go with --dry-run, which shows all.",
        sv: "--max-requests går inte ihop med --dry-run, som visar allt.")
    }
  }

  static let namesAndAll = Text(
    en: "Name accounting systems, or give --all, not both.", sv: "Ange ekonomisystem eller --all, inte båda.")
  static let nothingNamed = Text(
    en: "Name an accounting system, or give --all.", sv: "Ange ett ekonomisystem eller --all.")

  // MARK: Conflicts

  static let remoteWithoutMatch = Text(
    en: "--remote goes with match only.", sv: "--remote går bara ihop med match.")
  static let takeOrValue = Text(
    en: "Give either --take register|erp or --value VALUE.",
    sv: "Ange antingen --take register|erp eller --value VÄRDE.")
  static let sameOrDifferent = Text(
    en: "Say whether the two are one customer: --value same or --value different.",
    sv: "Ange om de två är en och samma kund: --value same eller --value different.")
}
