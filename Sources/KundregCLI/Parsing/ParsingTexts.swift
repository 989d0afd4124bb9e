import Texts

/// What is told of arguments that no command takes. ArgumentParser knows them in English only; the English is its own.
///
/// Options, values and words are given as they were typed, or as the help names them.
enum ParsingTexts {
  static func unknownOption(_ option: String, nearest: String?) -> Text {
    nearest.map { nearest in
      Text(
        en: "Unknown option '\(option)'. Did you mean '\(nearest)'?",
        sv: "Flaggan ”\(option)” finns inte. Menade du ”\(nearest)”?")
    } ?? Text(en: "Unknown option '\(option)'", sv: "Flaggan ”\(option)” finns inte.")
  }

  static func missingValue(_ option: String) -> Text {
    Text(en: "Missing value for '\(option)'", sv: "Ange ett värde efter flaggan: ”\(option)”.")
  }

  static func valueOfFlag(_ option: String, _ value: String) -> Text {
    Text(
      en: "The option '\(option)' does not take any value, but '\(value)' was specified.",
      sv: "Flaggan ”\(option)” ska stå utan värde, men fick ”\(value)”. Ta bort värdet.")
  }

  static func unexpectedArgument(_ word: String) -> Text {
    Text(
      en: "Unexpected argument '\(word)'",
      sv: "Kommandot tar inte emot ”\(word)”. Ta bort det, eller sätt citattecken om ett värde med blanksteg.")
  }

  static func unexpectedArguments(_ words: [String]) -> Text {
    Text(
      en: "\(words.count) unexpected arguments: '\(words.joined(separator: "', '"))'",
      sv:
        "Kommandot tar inte emot dessa \(words.count) argument: ”\(words.joined(separator: "”, ”"))”. Ta bort dem, eller sätt citattecken om ett värde med blanksteg."
    )
  }

  static func saidTwice(_ second: String, _ first: String) -> Text {
    Text(
      en: "Value to be set with flag '\(second)' had already been set with flag '\(first)'",
      sv: "”\(second)” går inte ihop med ”\(first)”. Ange bara en av dem.")
  }

  static func missingArgument(_ argument: String) -> Text {
    Text(en: "Missing expected argument '\(argument)'", sv: "Kommandot saknar ”\(argument)”. Lägg till det.")
  }

  static func missingOneOf(_ arguments: [String]) -> Text {
    Text(
      en: "Missing one of: '\(arguments.joined(separator: "', '"))'",
      sv: "Ange något av ”\(arguments.joined(separator: "”, ”"))”.")
  }

  /// - Parameter choices: the values that there are, with commas between them; nil where they are not a few words.
  static func invalidValue(_ value: String, of argument: String?, choices: String?) -> Text {
    switch (argument, choices) {
    case (let argument?, let choices?):
      Text(
        en: "The value '\(value)' is invalid for '\(argument)'. Please provide one of \(choices).",
        sv: "Värdet ”\(value)” går inte att använda för ”\(argument)”. Ange något av: \(choices).")
    case (let argument?, nil):
      Text(
        en: "The value '\(value)' is invalid for '\(argument)'",
        sv: "Värdet ”\(value)” går inte att använda för ”\(argument)”.")
    case (nil, _): Text(en: "The value '\(value)' is invalid.", sv: "Värdet ”\(value)” går inte att använda.")
    }
  }

  static func invalidOption(_ option: String) -> Text {
    Text(en: "Invalid option: \(option)", sv: "”\(option)” är ingen flagga.")
  }

  static let missingSubcommand = Text(
    en: "Missing required subcommand.", sv: "Ange vilket underkommando som ska köras.")

  // MARK: What stands around it

  static func error(_ message: Text) -> Text {
    Text(en: "Error: \(message.english)", sv: "Fel: \(message.swedish)")
  }

  static func usage(_ usage: String) -> Text { Text(en: "Usage: \(usage)", sv: "Användning: \(usage)") }

  /// - Parameter command: what shows the help.
  static func moreHelp(_ command: String) -> Text {
    Text(en: "  See '\(command)' for more information.", sv: "  Läs mer med: \(command)")
  }
}
