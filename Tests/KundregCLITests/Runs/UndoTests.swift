import Foundation
import Testing

@Suite struct UndoTests {
  @Test(arguments: ["kunder.csv", "kunder.xlsx", "kunder.json"])
  func undoOfTheFirstImportLeavesAnEmptyRegister(file: String) throws {
    let place = try Workplace(fixtures: [file])
    let before = try place.export()
    try place.run("import", file)
    #expect(try place.export() != before)
    let undo = try place.expect(0, "undo", "1").json()
    #expect((undo["deleted"]?.int ?? 0) > 0)
    #expect(undo["left"] == .array([]))
    #expect(try place.export() == before)
    let lists = ["tag", "cost_center", "discount_letter", "subgroup"]
    for list in lists { #expect(try place.query("SELECT name FROM \(list)").isEmpty, "\(list)") }
  }

  @Test func undoOfALaterImportRestoresEveryField() throws {
    let place = try Workplace(fixtures: ["kunder.csv", "kunder-nasta-natt.csv"])
    try place.expect(2, "import", "kunder.csv")
    let before = try place.export()
    try place.expect(2, "import", "kunder-nasta-natt.csv", "--empty", "clear", "--missing", "inactivate")
    #expect(try place.export() != before)
    try place.expect(0, "undo", "2")
    #expect(try place.export() == before)
  }

  @Test func undoOfAnUndoDoesTheImportAgain() throws {
    let place = try Workplace(fixtures: ["kunder.csv", "kunder-nasta-natt.csv"])
    try place.expect(2, "import", "kunder.csv")
    try place.expect(2, "import", "kunder-nasta-natt.csv")
    let after = try place.export()
    try place.expect(0, "undo", "2")
    try place.expect(0, "undo", "3")
    #expect(try place.export() == after)
  }

  @Test func undoneRunSaysSoInTheListOfRuns() throws {
    let place = try Workplace(fixtures: ["csv-utf8.csv"])
    try place.expect(0, "import", "csv-utf8.csv")
    try place.expect(0, "undo", "1")
    let runs = try place.run("runs").json()
    #expect(runs[0]?["kind"] == .string("undo"))
    #expect(runs[0]?["reverts"] == .number(1))
    #expect(runs[1]?["revertedBy"] == .number(2))
    #expect(try place.succeed("runs", "--format", "table").stdout.contains("3 created, undone by run 2"))
  }

  @Test func oneCustomerOfARunIsTakenBack() throws {
    let place = try Workplace(fixtures: ["csv-utf8.csv"])
    try place.expect(0, "import", "csv-utf8.csv")
    let number = try #require(try place.run("customer", "list").json()[0]?["number"]?.text)
    let outcome = try place.expect(0, "undo", "1", "--customer", number).json()
    #expect(outcome["deleted"] == .number(1))
    try place.expect(1, "customer", "show", number)
    let runs = try place.run("runs").json()
    #expect(runs[0]?["source"] == .string("run 1, customer \(number)"))
    #expect(runs[0]?["revertsPart"] == .number(1))
    #expect(runs[1]?["revertedBy"] == .null)
    try place.refuse("customer.unknown", "undo", "1", "--customer", "no-such")
    try place.expect(0, "undo", "1")
    #expect(try place.run("customer", "list").json().elements.isEmpty)
  }

  @Test func importAfterAnUndoCreatesEverythingAnew() throws {
    let place = try Workplace(fixtures: ["csv-utf8.csv"])
    try place.expect(0, "import", "csv-utf8.csv")
    try place.expect(0, "undo", "1")
    #expect(try place.expect(0, "import", "csv-utf8.csv").json()["created"] == .number(3))
  }
}
