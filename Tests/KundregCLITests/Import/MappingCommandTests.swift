import Foundation
import Testing

@Suite struct MappingCommandTests {
  @Test func listNamesTheShippedMappings() throws {
    let list = try Workplace(hasRegister: false).succeed("mapping", "list").json().elements
    let names = Set(list.compactMap { $0["name"]?.text })
    #expect(names.isSuperset(of: ["register-sv", "register-en", "upload-template", "fortnox-export"]), "\(names)")
    #expect(list.allSatisfy { $0["description"]?.text?.isEmpty == false && $0["file"]?.text?.hasPrefix("/") == true })
  }

  @Test func showNamesFieldsAndHeadings() throws {
    let rows = try Workplace(hasRegister: false).succeed("mapping", "show", "register-sv").json().elements
    let number = rows.first { $0["field"] == .string("number") }
    #expect(number?["headings"]?.text?.contains("Kundnummer") == true)
    #expect(rows.contains { $0["required"] == .boolean(true) })
  }

  @Test func everyShippedMappingIsSound() throws {
    let place = try Workplace(hasRegister: false)
    for mapping in try place.succeed("mapping", "list").json().elements {
      try place.succeed("mapping", "check", try #require(mapping["file"]?.text))
    }
  }

  @Test func checkNamesPathAndPosition() throws {
    let place = try Workplace(hasRegister: false)
    try place.write(
      "{\n  \"name\": \"x\",\n  \"columns\": [{\"field\": \"colour\", \"headers\": [\"Färg\"]}]\n}\n", to: "x.json")
    let outcome = try place.refuse("mapping.unknownField", status: 78, "mapping", "check", "x.json")
    #expect(outcome.stderr.contains("x.json:3:"), "\(outcome.stderr)")
  }

  @Test(arguments: ["kunder.csv", "kunder.xlsx"])
  func suggestionIsSoundAndImportsItsFile(file: String) throws {
    let place = try Workplace(fixtures: [file])
    let outcome = try place.succeed("mapping", "suggest", file)
    try place.write(outcome.stdout, to: "förslag.json")
    #expect(outcome.stderr.contains("%") || outcome.stderr.contains("Kundnummer"), "a confidence for each column")
    try place.succeed("mapping", "check", "förslag.json")
    let summary = try place.run("import", file, "--mapping", "förslag.json").json()
    #expect(summary["created"]?.int ?? 0 >= 35, "\(summary)")
  }

  @Test func suggestionFindsColumnsByTheirCells() throws {
    let place = try Workplace()
    try place.write(
      "A;B;C\n1001;Åkes Åkeri AB;559999-0073\n1002;Märtas Kök AB;559999-0081\n1003;Björns Plåt AB;559999-0099\n",
      to: "in.csv")
    try place.expect(78, "import", "in.csv")
    let outcome = try place.succeed("mapping", "suggest", "in.csv")
    #expect(outcome.stdout.contains("identityNumber"), "\(outcome.stdout)")
  }

  @Test func mappingIsTakenByNameFromTheConfiguredFolder() throws {
    let place = try Workplace()
    try place.python("import os; os.mkdir('egna')")
    try place.write(#"{"mappings": ["egna"]}"#, to: "config.json")
    try place.write(
      #"{"name": "tidning", "columns": [{"field": "number", "headers": ["Pren"]}, {"field": "name", "headers": ["Titel"]}]}"#,
      to: "egna/tidning.json")
    try place.write("Pren;Titel\n1;Nyheter AB\n", to: "in.csv")
    #expect(try place.expect(0, "import", "in.csv").json()["mapping"] == .string("tidning"), "the header decides")
    #expect(try place.expect(0, "import", "in.csv", "--mapping", "tidning").json()["unchanged"] == .number(1))
  }
}
