import Foundation
import Testing

/// `kundreg runs`, as people and programs read it.
@Suite struct RunsListTests {
  @Test func rejectsFilesAreNamedByPathsThatHoldInAnyFolder() throws {
    let place = try Workplace()
    try place.write("Kundnummer;Namn\n1;A\n1;B\n", to: "k.csv")
    let imported = try place.expect(2, "import", "k.csv", "--rejects", "./r.csv").json()
    #expect(imported["rejects"] == .string("./r.csv"), "the run itself tells it as it was given")
    let kept = try #require(try place.run("runs").json()[0]?["rejects"]?.text)
    #expect(kept.hasPrefix("/") && kept.hasSuffix("/r.csv") && !kept.contains("/./"))
    #expect(FileManager.default.fileExists(atPath: kept))
    #expect(try place.run("runs", "show", "1").json()["rejects"] == .string(kept))
  }

  @Test func whatRunsWereMadeOfIsToldInTheLanguage() throws {
    let place = try Workplace()
    try place.succeed("customer", "add", "1", "name=A")
    try place.succeed("customer", "edit", "1", "name=B")
    try place.succeed("undo", "2")
    let swedish = try place.run("runs", "--format", "table", "--language", "sv").stdout
    for told in ["  ny kund  ", "  ändrad kund 1  ", "  ångring körning 2  "] { #expect(swedish.contains(told)) }
    #expect(!swedish.contains("customer") && !swedish.contains("ändring "))
    let history = try place.run("customer", "history", "1", "--format", "table", "--language", "sv").stdout
    #expect(history.contains("ändrad kund 1"))
    let programs = try place.run("runs", "--language", "sv").json()
    #expect(
      programs.elements.map { $0["source"] } == [.string("run 2"), .string("customer edit 1"), .string("customer add")])
  }

  @Test func mappingsAreDescribedInTheLanguage() throws {
    let place = try Workplace()
    func described(_ language: String, _ format: String) throws -> String {
      try place.run("mapping", "list", "--language", language, "--format", format).stdout
    }
    #expect(try described("sv", "table").contains("Vilken kundlista som helst med svenska rubriker"))
    #expect(try described("en", "table").contains("Any customer list with Swedish headings"))
    #expect(try described("sv", "json") == described("en", "json"), "programs get the English")
  }
}
