import CustomerModel
import Mapping
import RegisterStore
import Runs
import TestSupport
import Testing
import Texts
import Validation

@testable import Readers

/// Rows of a workbook that stand in several pieces, from the workbook to the register.
@Suite struct SplitRowsTests {
  private static let data =
    Office.row(1, ["A": "Nr", "B": "Namn", "C": "Telefon"]) + Office.row(2, ["A": "1", "B": "Ek"])
    + Office.row(3, ["A": "2", "B": "Bo", "C": "08-123 45 67"]) + Office.row(2, ["C": "08-765 43 21"])
    + Office.row(4, ["A": "3", "B": "Al"])

  @Test("a piece is rejected for what it is, and its cells are kept", arguments: [0, 1])
  func pieces(generates: Int) throws {
    let office = try Office([.generateNumber: generates])
    try office.write(sheetData: Self.data)
    let outcome = try office.importing("k.xlsx")
    #expect(outcome.counts == .init(rows: 4, created: 3, rejected: 1))
    #expect(outcome.report.problems.entries.map(\.code) == ["row.split"])
    #expect(outcome.report.problems.entries[0].examples.map(\.position) == [2])
    #expect(try office.state().cards.keys.sorted() == ["1", "2", "3"])
    #expect(try office.card("1")?[FieldPath("phone")!] == nil)
    try Script.run(
      """
      import openpyxl
      rows = list(openpyxl.load_workbook(r"\(office.folder.file("k.xlsx.rejects.xlsx"))").active.values)
      assert len(rows) == 2, rows
      assert rows[1][:3] == (None, None, "08-765 43 21") and str(rows[1][3]) == "2", rows
      assert rows[1][4].startswith("row.split: "), rows
      """)
  }

  @Test("with several rows a customer a piece is nobody else's contact person")
  func contactPersons() throws {
    let office = try Office([.generateNumber: 1])
    try office.write(
      sheetData: Office.row(1, ["A": "Nr", "B": "Namn", "C": "contactPersons[0].name"])
        + Office.row(2, ["A": "1", "B": "Ek"]) + Office.row(3, ["A": "2", "B": "Bo"]) + Office.row(2, ["C": "Anna"]))
    let outcome = try office.importing("k.xlsx") { $0.severalRows = .contactPersons }
    #expect(outcome.report.problems.entries.map(\.code) == ["row.split"])
    #expect(outcome.counts == .init(rows: 3, created: 2, rejected: 1))
    #expect(try office.card("2")?[FieldPath("contactPersons[0].name")!] == nil)
  }

  @Test("nor is it when it comes back from the rejects behind another row")
  func contactPersonsFromRejects() throws {
    let office = try Office([.generateNumber: 1])
    try office.folder.write(
      "Nr;Namn;contactPersons[0].name;kundreg_row;kundreg_errors\n2;Bo;;3;name.missing: x\n;;Anna;2;row.split: x\n",
      to: "r.csv")
    let again = try office.importing("r.csv") { $0.severalRows = .contactPersons }
    #expect(again.counts == .init(rows: 2, created: 1, rejected: 1))
    #expect(again.report.problems.entries.map(\.code) == ["row.split"])
    // With its customer's number it is that one's.
    try office.folder.write(
      "Nr;Namn;contactPersons[0].name;kundreg_row;kundreg_errors\n2;;Anna;2;row.split: x\n", to: "r.csv")
    #expect(try office.importing("r.csv") { $0.severalRows = .contactPersons }.counts == .init(rows: 1, updated: 1))
    #expect(try office.card("2")?[FieldPath("contactPersons[0].name")!] == "Anna")
  }

  @Test("rows in another order are rows, and the report says so")
  func otherOrder() throws {
    let office = try Office()
    try office.write(
      sheetData: Office.row(1, ["A": "Nr", "B": "Namn"]) + Office.row(3, ["A": "1", "B": "Ek"])
        + Office.row(2, ["A": "2", "B": "Bo"]))
    let outcome = try office.importing("k.xlsx")
    #expect(outcome.counts == .init(rows: 2, created: 2))
    let told = SheetReadingTexts.backwards(row: 2, behind: 3, more: 0).english
    #expect(outcome.report.notes.contains { $0.english.contains(told) }, "\(outcome.report.notes)")
  }
}
