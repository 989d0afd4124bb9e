import Testing
import Texts

@testable import KundregCLI

/// What is told of arguments that no command takes: ArgumentParser knows English only.
@Suite struct ParsingMessageTests {
  /// Each message of ArgumentParser's, and what it must still say in Swedish.
  private static let messages: [(english: String, swedish: String)] = [
    ("Unknown option '--nope'", "Flaggan ”--nope” finns inte."),
    ("Unknown option '--dry-rum'. Did you mean '--dry-run'?", "Flaggan ”--dry-rum” finns inte. Menade du ”--dry-run”?"),
    ("Missing value for '--sheet <sheet>'", "Ange ett värde efter flaggan: ”--sheet <sheet>”."),
    ("Missing value for '--as'", "Ange ett värde efter flaggan: ”--as”."),
    (
      "The option '--dry-run' does not take any value, but 'yes' was specified.",
      "Flaggan ”--dry-run” ska stå utan värde, men fick ”yes”. Ta bort värdet."
    ),
    ("Missing expected argument '<file>'", "Kommandot saknar ”<file>”. Lägg till det."),
    ("Missing expected argument '--take <take>'", "Kommandot saknar ”--take <take>”. Lägg till det."),
    ("Missing one of: '--on', '--off'", "Ange något av ”--on”, ”--off”."),
    (
      "Value to be set with flag '--off' had already been set with flag '--on'",
      "”--off” går inte ihop med ”--on”. Ange bara en av dem."
    ),
    ("Invalid option: --=x", "”--=x” är ingen flagga."),
    ("Missing required subcommand.", "Ange vilket underkommando som ska köras."),
    (
      "The value 'xml' is invalid for '--format <format>'. Please provide one of 'table', 'csv' or 'json'.",
      "Värdet ”xml” går inte att använda för ”--format <format>”. Ange något av: table, csv, json."
    ),
    (
      "The value 'x' is invalid for '--language <language>'. Please provide one of 'sv' and 'en'.",
      "Värdet ”x” går inte att använda för ”--language <language>”. Ange något av: sv, en."
    ),
    (
      "The value 'x' is invalid for '<kind>'. Please provide one of the following:\n  - a\n  - b",
      "Värdet ”x” går inte att använda för ”<kind>”. Ange något av: a, b."
    ),
    ("The value 'tolv' is invalid for '--limit <limit>'", "Värdet ”tolv” går inte att använda för ”--limit <limit>”."),
  ]

  @Test func everyKindOfMistakeIsToldInSwedish() {
    for (english, swedish) in Self.messages {
      let told = ParsingMessage(message: english, whole: "").message
      #expect(told.swedish == swedish)
      #expect(told.english == english || english.contains("Please provide one of"), "\(told.english)")
    }
  }

  @Test func wordsTooManyAreNamedAll() {
    let one = ParsingMessage(message: "Unexpected argument 'b c'", whole: "").message.swedish
    #expect(one.contains("”b c”"))
    let two = ParsingMessage(message: "2 unexpected arguments: 'b', 'c'", whole: "").message.swedish
    #expect(two.contains("2 argument: ”b”, ”c”"))
  }

  @Test func lettersThatMayBeAnOptionsValueAreToldInBothReadings() {
    let told = ParsingMessage(
      message: "Unknown option '-abc'\n   or: Missing value for '-a <a>' in '-abc'", whole: ""
    ).message.swedish
    #expect(told == "Flaggan ”-abc” finns inte. Ange ett värde efter flaggan: ”-a <a>”.")
  }

  @Test(arguments: ["--limit ska vara 0 eller mer.", "Nobody knows this sentence.", ""])
  func whatIsKnownAsNoMessageStaysAsItIs(message: String) {
    let told = ParsingMessage(message: message, whole: "").message
    #expect(told.swedish == message)
    #expect(told.english == message)
  }

  @Test func usageAndHelpAreKeptAround() {
    let whole = """
      Error: Missing expected argument '<file>'
      Help:  <file>  The file to read.
      Usage: kundreg import [<options>] <file>
        See 'kundreg import --help' for more information.
      """
    let told = ParsingMessage(message: "Missing expected argument '<file>'", whole: whole).whole
    #expect(told.english == whole)
    #expect(
      told.swedish == """
        Fel: Kommandot saknar ”<file>”. Lägg till det.
        Användning: kundreg import [<options>] <file>
          Läs mer med: kundreg import --help
        """)
  }
}
