import CustomerModel
import Foundation
import RegisterStore
import Rows
import Runs
import TestSupport
import Testing
import Texts
import Validation
import Writers

/// Rows that are no customers are passed over and named; customers that only look so are taken.
@Suite struct OddRowsTests: OddRowsSuite {
  let office: Office
  init() throws { office = try Office() }

  // MARK: What the configuration says

  @Test("a rule may reject such rows, or take them as they are")
  func severities() throws {
    var office = office
    office.severities = ["row.total": .reject]
    let rejecting = try office.importing(text: Self.heading + "1;A;;;\nSumma;2;;;12\n")
    #expect(rejecting.counts.rejected == 1)
    #expect(try office.read("kunder.csv.rejects.csv").contains("Summa;2;;;12;3;row.total: "))
    office.severities = ["row.total": .off]
    #expect(try office.importing(text: Self.heading + "1;A;;;\nSumma;2;;;12\n").counts.created == 1)
    #expect(try office.card("Summa") != nil)
  }

  // MARK: Other formats

  @Test("rows of JSON and of workbooks are judged alike")
  func formats() throws {
    let json = #"""
      [{"Nr":"Nr","Namn":"Namn"},{"Nr":"1","Namn":"A"},{"Nr":null,"Namn":""},{"Nr":"2","Namn":"B"},{"Nr":"Antal kunder: 2"}]
      """#
    try office.folder.write(json, to: "k.json")
    let outcome = try office.importing("k.json")
    #expect(outcome.counts == .init(rows: 2, created: 2, warnings: 2))
    #expect(passedOver(outcome) == ["1 row.headings", "5 row.total"])
    let writer = try WorkbookWriter(path: office.folder.file("k.xlsx"))
    try writer.addSheet("Kunder", columns: ["Nr", "Namn", "Telefon"].map { WorkbookWriter.Column($0) })
    for row in [
      ["1", "A", nil], [" ", "\u{A0}", nil], ["Nr", "Namn", "Telefon"], ["2", "B", nil], ["Totalt", "2", nil],
    ] {
      try writer.append(row)
    }
    try writer.finish()
    let workbook = try office.importing("k.xlsx")
    #expect(workbook.counts.unchanged == 2)
    #expect(workbook.counts.rows == 2)
    #expect(passedOver(workbook) == ["4 row.headings", "6 row.total"])
  }

  @Test("rows of nothing but blanks are none, wherever they stand")
  func blankRows() throws {
    let outcome = try office.importing(
      text: ";;\nNr;Namn;Telefon\n;;\n1;A;\n\u{A0};\t; \n;;\n\u{200B};;\u{FEFF}\n2;B;\n;;\n")
    #expect(outcome.counts == .init(rows: 2, created: 2))
    #expect(passedOver(outcome) == [])
  }

  @Test("the report names the rows in its JSON")
  func json() throws {
    let outcome = try take("1;A;;;\nNr;Namn;Telefon;E-post;Order\nSumma;;;;5\n")
    let json = outcome.report.json
    #expect(json.contains(#""passedOver":{"count":2,"rows":[{"row":3,"code":"row.headings","message":"#))
    #expect(json.contains(#"{"row":4,"code":"row.total","message":"#))
  }

  @Test("as many as there are are counted, and the first are named")
  func many() throws {
    let rows = (1...400).map { "\($0);K;;;\nNr;Namn;Telefon;E-post;Order\n" }
    let outcome = try take(rows.joined())
    #expect(outcome.counts.created == 400)
    #expect(outcome.report.passedOver.count == 400)
    #expect(outcome.report.passedOver.rows.count == ShownLimits.passedOverRows)
    #expect(outcome.report.notes.contains { $0.english.contains("and 395 more") })
  }

  @Test("headings that come thousands of times are told without asking the mapping each time", .timeLimit(.minutes(1)))
  func headingsThousandsOfTimes() throws {
    let again = String(repeating: "Nr;Namn;Telefon\n", count: 20_000)
    let outcome = try office.importing(text: "Nr;Namn;Telefon\n1;A;\n" + again + "2;B;\n")
    #expect(outcome.counts.created == 2)
    #expect(outcome.report.passedOver.count == 20_000)
    let other = String(repeating: "Nr;Telefon;Namn\n", count: 5000)
    #expect(try office.importing(text: "Nr;Namn;Telefon\n1;A;\n" + other).counts.rejected == 5000)
  }
}
