import TestSupport
import Testing

/// One run as people are shown it.
@Suite struct RunsShowTests {
  private func place() throws -> Workplace {
    let place = try Workplace()
    try place.write("Kundnummer;Namn;Zon\n1;Ett AB;N\n2;;S\n", to: "k.csv")
    try place.expect(2, "import", "k.csv", "--language", "en")
    return place
  }

  private func shown(_ place: Workplace, _ run: String, _ language: String) throws -> String {
    try place.succeed("runs", "show", run, "--format", "table", "--language", language).stdout
  }

  @Test func peopleReadAnImportInTheirLanguage() throws {
    let place = try place()
    let english = try shown(place, "1", "en")
    for line in [
      "2 rows: 1 created, 1 rejected\n", "Rejected name.missing: 1\n", "a customer must have one",
      "Columns that no field takes: Zon\n", "Rejected rows: /", "/k.csv.rejects.csv.",
      "Take it back with: kundreg undo 1\n",
    ] { #expect(english.contains(line), "\(line)\n\(english)") }
    let swedish = try shown(place, "1", "sv")
    for line in [
      "2 rader: 1 skapad, 1 avvisad\n", "Avvisade name.missing: 1\n", "en kund måste ha ett",
      "Kolumner som inte hör till något fält: Zon\n", "Ångra den med: kundreg undo 1\n",
    ] { #expect(swedish.contains(line), "\(line)\n\(swedish)") }
    #expect(!english.contains("{") && !swedish.contains("{"))
  }

  @Test func aRunThatIsUndoneIsNotToBeUndoneAgain() throws {
    let place = try place()
    try place.succeed("undo", "1")
    #expect(try !shown(place, "1", "en").contains("kundreg undo 1\n"))
    #expect(try shown(place, "2", "en").contains("kundreg undo 2\n"))
  }

  @Test func programsGetTheReportInEnglish() throws {
    let place = try place()
    let shown = { (language: String) in try place.succeed("runs", "show", "1", "--language", language).stdout }
    #expect(try shown("sv") == shown("en"))
    #expect(try shown("sv").contains("a customer must have one"))
  }
}
