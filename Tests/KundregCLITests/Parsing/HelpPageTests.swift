import Testing

@testable import KundregCLI

/// Help pages in Swedish.
@Suite struct HelpPageTests {
  /// Every sentence of every command's help, as the program itself lists them.
  private static func sentences() throws -> Set<String> {
    let dump = try Program.run(["--experimental-dump-help"], in: "/").json()
    var found: Set<String> = []
    func walk(_ command: JSON) {
      if let abstract = command["abstract"]?.text { found.insert(abstract) }
      let lines = command["discussion"]?.text?.split(separator: "\n").map(String.init) ?? []
      found.formUnion(lines.filter { $0 != "EXAMPLE" && !$0.hasPrefix("  kundreg ") })
      for argument in command["arguments"]?.elements ?? [] where argument["shouldDisplay"]?.bool != false {
        if let abstract = argument["abstract"]?.text { found.insert(abstract) }
      }
      for subcommand in command["subcommands"]?.elements ?? [] { walk(subcommand) }
    }
    walk(try #require(dump["command"]))
    return found.subtracting([""])
  }

  @Test func everySentenceOfTheHelpHasItsSwedishAndNoOther() throws {
    let sentences = try Self.sentences()
    #expect(sentences.count > 250)
    for sentence in sentences { #expect(HelpPage.sentence(sentence) != nil, "\(sentence)") }
    let tables = [
      GeneralHelpTexts.swedish, ImportHelpTexts.swedish, RunHelpTexts.swedish, CustomerHelpTexts.swedish,
      EditHelpTexts.swedish, RecordHelpTexts.swedish, SyncHelpTexts.swedish, AdministrationHelpTexts.swedish,
    ]
    let known = tables.flatMap(\.keys)
    #expect(Set(known).subtracting(sentences).isEmpty)
    #expect(known.count == Set(known).count, "each stands once")
  }

  @Test func everyPageIsWhollyInSwedish() throws {
    let english = try Self.sentences()
    for command in try HelpTests.commands() {
      let page = try Program.run(command + ["--help"], in: "/", environment: ["LC_ALL": "sv_SE.UTF-8"]).stdout
      let lines = page.split(separator: "\n").map { $0.drop { $0 == " " } }
      for line in lines { #expect(!english.contains(String(line)) || HelpPage.sentence(String(line)) == String(line)) }
      #expect(lines.allSatisfy { !$0.contains("(default") && !$0.contains("(values: ") }, "\(command)")
      for long in page.split(separator: "\n") where long.count > 80 {
        // What cannot be wrapped: usage, examples, labels, and the lines of a paragraph that stand as they are.
        #expect(long.hasPrefix("ANVÄNDNING: ") || long.hasPrefix("  "), "\(command): \(long)")
      }
    }
  }

  @Test func optionsAreWrappedBelowTheirSentence() {
    let page = """
      OVERVIEW: Every setting, its value and its effect.

      OPTIONS:
        --format <format>       What standard output is written as: table on a terminal, json in a pipe unless said. (values: table, csv, json)
        --a-very-long-option <a-very-long-option>
                                Log errors only. (default: 5)
        --unknown <unknown>     Nobody knows this sentence.
      """
    #expect(
      HelpPage(page).swedish(width: 60) == """
        ÖVERSIKT: Alla inställningar, deras värden och vad de gör.

        FLAGGOR:
          --format <format>       Hur resultatet skrivs ut: table i
                                  en terminal och json annars, om
                                  inget anges. (värden: table, csv,
                                  json)
          --a-very-long-option <a-very-long-option>
                                  Logga bara fel. (standard: 5)
          --unknown <unknown>     Nobody knows this sentence.
        """)
  }

  @Test(arguments: ["kundreg 0.1.0", "#compdef kundreg\nOPTIONS:\n", ""])
  func whatIsNoHelpStaysAsItIs(text: String) { #expect(HelpPage(text).swedish(width: 20) == text) }
}
