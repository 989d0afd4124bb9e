/// What the help of every command says, in Swedish, by the English that stands with the command.
enum GeneralHelpTexts {
  static let swedish: [String: String] = [
    "Imports and keeps the customer register of a service company.":
      "Importerar och vårdar ett serviceföretags kundregister.",
    "Every row is accounted for, every change can be shown before it is made (--dry-run), and every run can be undone.":
      "Varje rad redovisas, varje ändring kan visas innan den görs (--dry-run), och varje körning kan ångras.",
    "The configuration file.":
      "Konfigurationsfilen.",
    "The register: one SQLite file.":
      "Registret: en SQLite-fil.",
    "The register user on whose behalf to act.":
      "Den av registrets användare som du handlar för.",
    "What standard output is written as: table on a terminal, json in a pipe unless said.":
      "Hur resultatet skrivs ut: table i en terminal och json annars, om inget anges.",
    "The language of what is told to people: that of the configuration, else of the locale, unless said.":
      "Språket i det som visas för människor: konfigurationens, annars systemets, om inget anges.",
    "Colours: on a terminal unless NO_COLOR is set, always, or never.":
      "Färger: i en terminal om inte NO_COLOR är satt (auto), alltid (always) eller aldrig (never).",
    "Log errors only.":
      "Logga bara fel.",
    "Log what is done on the way.":
      "Logga vad som görs på vägen.",
    "Show help information.":
      "Visa hjälpen.",
    "Show the version.":
      "Visa versionen.",
    "Show subcommand help information.":
      "Visa hjälpen för ett underkommando.",
  ]
}
