import CustomerModel
import Differ
import Mapping
import RegisterStore
import Runs
import TestSupport
import Testing
import Validation

/// Values under no heading.
@Suite struct UnheadedColumnsTests {
  private let office: Office
  init() throws { office = try Office() }

  private func notices(_ outcome: ImportOutcome) -> [String] {
    outcome.report.columnNotices.filter { $0.code == "column.unheaded" }.map(\.message)
  }

  @Test func cellsRightOfTheLastHeadingAreNamedOnceAndRejectNothing() throws {
    let rows: [[String?]] =
      [["Nr", "Namn"]] + (1...60).map { row in ["\(row)", "Kund \(row)", nil, row > 50 ? "sen" : nil] }
      + [["61", "Kund 61", "  ", nil, "x"]]
    try SheetBook().sheet("Kunder", rows).write(to: office.folder)
    for expected in [RunCounts(created: 61), RunCounts(unchanged: 61)] {
      let outcome = try office.importing("k.xlsx")
      #expect(outcome.counts == .init(rows: 61, created: expected.created, unchanged: expected.unchanged))
      #expect(outcome.report.problems.isEmpty)
      let notices = notices(outcome)
      #expect(notices.count == 2)
      #expect(notices.first?.hasPrefix("Column D has values in 10 rows, the first of them row 52,") == true)
      #expect(notices.last?.hasPrefix("Column E has a value in row 62 and no heading") == true)
    }
  }

  private struct RunCounts { var created = 0, unchanged = 0 }

  @Test func aColumnBetweenOthersIsNamedInEveryFormat() throws {
    let late = (1...60).map { "\($0);\($0 == 60 ? "x" : "");Kund \($0)\n" }.joined()
    let text = try office.importing(text: "Nr;;Namn\n" + late)
    #expect(notices(text).map { $0.prefix(33) } == ["Column 2 has a value in row 61 an"])
    #expect(text.report.unmappedColumns.isEmpty)
    try SheetBook().sheet("Kunder", [["Nr", nil, "Namn"], ["1", "x", "Kund 1"]]).write(to: office.folder)
    #expect(notices(try office.importing("k.xlsx")).first?.hasPrefix("Column B has a value in row 2") == true)
  }

  @Test func blankColumnsAreNotNamed() throws {
    #expect(notices(try office.importing(text: "Nr;Namn;\n1;A;\n2;B; \n")).isEmpty)
    try SheetBook().sheet("Kunder", [["Nr", "Namn", nil, " "], ["3", "A", nil, " "]]).write(to: office.folder)
    #expect(notices(try office.importing("k.xlsx")).isEmpty)
  }

  @Test func aTextRowLongerThanTheHeaderIsStillRejected() throws {
    let outcome = try office.importing(text: "Nr;Namn\n1;A;x\n2;B;\n")
    #expect(outcome.counts == .init(rows: 2, created: 1, rejected: 1))
    #expect(outcome.report.problems.entries.map(\.code) == ["row.long"])
    #expect(notices(outcome).isEmpty)
  }

  @Test func severalSheetsNameTheirOwnColumns() throws {
    try SheetBook().sheet("Norr", [["Nr", "Namn", "Telefon"], ["1", "A", nil, "x"]])
      .sheet("Söder", [["Namn", nil, "Nr"], ["B", "y", "2", "z"], ["C", nil, "3", "z"]]).write(to: office.folder)
    let outcome = try office.importing("k.xlsx")
    #expect(outcome.counts == .init(rows: 3, created: 3))
    #expect(
      notices(outcome).map { $0.prefix(while: { $0 != "," }) }.map(String.init) == [
        "Column D of sheet “Norr” has a value in row 2 and no heading",
        "Column B of sheet “Söder” has a value in row 2 and no heading",
        "Column D of sheet “Söder” has values in 2 rows",
      ])
  }

  @Test func aRejectedRowKeepsWhatStandsThere() throws {
    try SheetBook().sheet("Kunder", [["Nr", "Namn"], ["1", nil, "x"], ["2", "B"]]).write(to: office.folder)
    let path = office.folder.file("r.csv")
    let outcome = try office.importing("k.xlsx") { $0.rejects = path }
    #expect(outcome.report.problems.entries.map(\.code) == ["name.missing"])
    #expect(try office.read("r.csv").contains(";x"))
  }
}
