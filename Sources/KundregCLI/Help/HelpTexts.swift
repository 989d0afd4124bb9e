import Texts

/// What stands in each command's help beside what the command says of itself.
enum HelpTexts {
  static func overview(_ abstract: String) -> Text { Text(en: "OVERVIEW: \(abstract)", sv: "ÖVERSIKT: \(abstract)") }
  static func usage(_ usage: String) -> Text { Text(en: "USAGE: \(usage)", sv: "ANVÄNDNING: \(usage)") }
  static let arguments = Text(en: "ARGUMENTS:", sv: "ARGUMENT:")
  static let options = Text(en: "OPTIONS:", sv: "FLAGGOR:")
  static let subcommands = Text(en: "SUBCOMMANDS:", sv: "UNDERKOMMANDON:")
  static let example = Text(en: "EXAMPLE", sv: "EXEMPEL")

  /// - Parameter command: what shows it.
  static func detailedHelp(_ command: String) -> Text {
    Text(en: "See '\(command)' for detailed help.", sv: "Läs mer med: \(command)")
  }
}
