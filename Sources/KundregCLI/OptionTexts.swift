import ArgumentParser
import Runs
import Texts

/// What is told of options and arguments that make no sense, or not together.
enum OptionTexts {
  static let asNeedsUser = Text(
    en: "--as needs the name of a user.", sv: "--as ska följas av namnet på en användare.")
  static let userVariableIsEmpty = Text(
    en: "KUNDREG_USER is empty. Give it the name of a user, or unset it.",
    sv: "KUNDREG_USER är tom. Ange namnet på en användare, eller ta bort variabeln.")

  static let limitIsCount = Text(en: "--limit is 0 or more.", sv: "--limit ska vara 0 eller mer.")
  static let offsetIsCount = Text(en: "--offset is 0 or more.", sv: "--offset ska vara 0 eller mer.")
  static let userOrAll = Text(en: "Give --user or --all, not both.", sv: "Ange --user eller --all, inte båda.")
  static let codeOfProblems = Text(
    en: "--code goes with --problems.", sv: "--code går bara ihop med --problems.")

  // MARK: Edits

  static let nothingToSet = Text(
    en: "Say what to set: give FIELD=VALUE, such as language=en.",
    sv: "Ange vad som ska ändras med FÄLT=VÄRDE, till exempel language=en.")
  static let numberThenFields = Text(
    en: "Give one number, and then FIELD=VALUE. Quote a value that has blanks: \"name=Eva Ek\".",
    sv: "Ange ett kundnummer och sedan FÄLT=VÄRDE. Sätt citattecken om ett värde med blanksteg: \"name=Eva Ek\".")

  // MARK: Imports

  static let summaryOfDryRun = Text(
    en: "--summary goes with --dry-run.", sv: "--summary går bara ihop med --dry-run.")

  /// A contradiction by the options that make it.
  static func contradiction(_ contradiction: ImportRequest.Contradiction) -> Text {
    switch contradiction {
    case .planWithRecordFiles:
      Text(
        en:
          "--plan holds one change a customer, so it does not go with --with: plan the files of records by themselves, with --into.",
        sv:
          "--plan har en ändring per kund och går därför inte ihop med --with: planera filerna med poster för sig, med --into."
      )
    case .severalRowsWithRecordsOrLookups:
      Text(
        en: "--several-rows goes with neither --into nor --fill-missing.",
        sv: "--several-rows går varken ihop med --into eller --fill-missing.")
    case .documentsWithoutImport:
      Text(
        en:
          "--documents works only when customers are really imported: leave it out with --dry-run, --plan and --into.",
        sv: "--documents fungerar bara när kunder verkligen importeras: utelämna det med --dry-run, --plan och --into.")
    case .typeOfRecords:
      Text(
        en: "--type-by is for customers, so it does not go with --into.",
        sv: "--type-by gäller kunder och går därför inte ihop med --into.")
    case .lookupsForRecords:
      Text(
        en: "--fill-missing is for customers, so it does not go with --into.",
        sv: "--fill-missing gäller kunder och går därför inte ihop med --into.")
    case .wishesOfCustomersForRecords:
      Text(
        en: "--into goes with neither --with, --mapping, --sheet, --empty nor --missing.",
        sv: "--into går inte ihop med --with, --mapping, --sheet, --empty eller --missing.")
    case .rejectsEnding(let path):
      Text(
        en: "--rejects takes a path that ends in .csv or .xlsx, not \(path).",
        sv: "--rejects ska vara en sökväg som slutar på .csv eller .xlsx, inte \(path).")
    case .problemsEnding(let path):
      Text(
        en: "--problems takes a path that ends in .csv or .xlsx, not \(path).",
        sv: "--problems ska vara en sökväg som slutar på .csv eller .xlsx, inte \(path).")
    }
  }
}

extension ValidationError {
  /// In the language of whoever typed it, as far as the options and the locale say it.
  init(_ text: Text) { self.init(text[Output.language]) }
}
