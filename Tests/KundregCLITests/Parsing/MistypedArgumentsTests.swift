import Testing

/// Mistyped commands, as the program meets them: status 64, in the language of whoever typed them.
@Suite struct MistypedArgumentsTests {
  private static let mistyped: [[String]] = [
    ["import", "k.csv", "--nope"], ["import", "k.csv", "--dry-rum"], ["import"], ["undo"], ["undo", "tolv"],
    ["import", "k.csv", "--sheet"], ["runs", "--limit", "tolv"], ["runs", "--format", "xml"], ["doctor", "nu"],
    ["doctor", "nu", "genast"], ["import", "k.csv", "--dry-run=ja"], ["nosuchcommand"],
  ]

  @Test(arguments: mistyped)
  func mistakesAreToldInTheLanguageThatIsAskedFor(arguments: [String]) throws {
    let english = try Program.run(["--language", "en"] + arguments, in: "/")
    let swedish = try Program.run(["--language", "sv"] + arguments, in: "/")
    for outcome in [english, swedish] {
      #expect(outcome.status == 64)
      #expect(outcome.stdout.isEmpty)
    }
    #expect(english.stderr.hasPrefix("Error: "))
    #expect(swedish.stderr.hasPrefix("Fel: "))
    let words = ["Unknown", "Missing", "unexpected", "Unexpected", "invalid", "Usage:", "Help:", "See '", "does not"]
    for word in words { #expect(!swedish.stderr.contains(word), "\(swedish.stderr)") }
  }

  @Test func theLocaleDecidesWhereNobodySays() throws {
    let swedish = try Program.run(["runs", "--nope"], in: "/", environment: ["LC_ALL": "sv_SE.UTF-8"])
    #expect(swedish.stderr.hasPrefix("Fel: "))
    let english = try Program.run(["runs", "--nope"], in: "/", environment: ["LC_ALL": "en_GB.UTF-8"])
    #expect(english.stderr.hasPrefix("Error: "))
  }

  @Test func theConfigurationDecidesBeforeTheLocale() throws {
    let place = try Workplace()
    try place.write("{\"language\": \"sv\"}", to: "sv.json")
    let told = try Program.run(
      ["runs", "--nope", "--config", "sv.json"], in: place.path, environment: ["LC_ALL": "en_GB.UTF-8"])
    #expect(told.stderr.hasPrefix("Fel: "))
    let option = try Program.run(
      ["runs", "--nope", "--config=sv.json", "--language=en"], in: place.path, environment: ["LC_ALL": "sv_SE.UTF-8"])
    #expect(option.stderr.hasPrefix("Error: "))
  }

  @Test(arguments: [["--help"], ["runs", "--help"], ["help", "import"], ["help"]])
  func headingsOfTheHelpAreInTheLanguage(arguments: [String]) throws {
    let swedish = try Program.run(arguments, in: "/", environment: ["LC_ALL": "sv_SE.UTF-8"])
    #expect(swedish.status == 0)
    #expect(swedish.stdout.hasPrefix("ÖVERSIKT: "))
    for heading in ["\nANVÄNDNING: ", "\nFLAGGOR:\n", "\nEXEMPEL\n"] { #expect(swedish.stdout.contains(heading)) }
    for heading in ["OVERVIEW", "USAGE", "OPTIONS", "SUBCOMMANDS", "ARGUMENTS:", "EXAMPLE"] {
      #expect(!swedish.stdout.contains(heading), "\(swedish.stdout)")
    }
    let english = try Program.run(arguments, in: "/", environment: ["LC_ALL": "en_GB.UTF-8"])
    #expect(english.stdout.hasPrefix("OVERVIEW: "))
    #expect(english.stdout.contains("\nOPTIONS:\n"))
  }
}
